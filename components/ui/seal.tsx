/**
 * The red square of what is final. Used for nothing else. `sign` is 终; `label` says it in full, and is left out where
 * the sign is a whole word already.
 */
export function Seal({ sign, label }: { sign: string; label: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span
        aria-hidden={sign !== label || undefined}
        className="inline-grid min-h-7 min-w-7 place-items-center rounded-sm bg-seal px-1 text-sm leading-none font-semibold text-on-tea"
      >
        {sign}
      </span>
      {sign !== label && <span className="font-semibold text-seal">{label}</span>}
    </span>
  );
}

/** The outlined seal of a public notice, with the days that are left. */
export function NoticeSeal({ label, left }: { label: string; left: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="rounded-sm border-2 border-seal px-1.5 text-sm leading-6 font-semibold text-seal">
        {label}
      </span>
      <span className="text-sm text-ink-soft">{left}</span>
    </span>
  );
}
