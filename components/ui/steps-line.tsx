import { join } from "@/components/ui/join";

export type Step = { label: string; value: string; strong?: boolean };

/** A posting's progress in one line: 40 需要 ▸ 26 申请 ▸ 14 接受 ▸ 9 批准 ▸ 6 确定. */
export function StepsLine({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      {steps.map((step, i) => (
        <li key={step.label} className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
          {i > 0 && (
            <span aria-hidden className="text-ink-soft">
              ▸
            </span>
          )}
          <span className={join("font-semibold", step.strong && "text-tea")}>{step.value}</span>
          <span className="text-sm text-ink-soft">{step.label}</span>
        </li>
      ))}
    </ol>
  );
}
