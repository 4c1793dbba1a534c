export type Step = { label: string; value: string; strong?: boolean };

/** A posting's progress in one line: 40 需要 ▸ 26 申请 ▸ 14 接受 ▸ 9 批准 ▸ 6 确定. */
export function StepsLine({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="steps-line">
      {steps.map((step) => (
        <li key={step.label}>
          <b className={step.strong ? "text-tea" : undefined}>{step.value}</b>
          {` ${step.label}`}
        </li>
      ))}
    </ol>
  );
}
