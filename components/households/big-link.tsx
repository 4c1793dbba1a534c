import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type Props = { href: string; icon: ReactNode; label: string; value?: string; note?: ReactNode };

/** One of the few big things on a household's page: an icon with its word, one figure, one sentence. */
export function BigLink({ href, icon, label, value, note }: Props) {
  return (
    <a
      href={href}
      className="flex min-h-24 items-center gap-4 rounded border border-line bg-surface p-4 hover:border-tea"
    >
      <span aria-hidden className="text-tea [&>svg]:size-9">
        {icon}
      </span>
      <span className="grow">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-semibold">{label}</span>
          {value && <span className="text-xl font-semibold text-tea">{value}</span>}
        </span>
        {note && <span className="block text-base text-ink-soft">{note}</span>}
      </span>
      <ChevronRight aria-hidden className="size-6 shrink-0 text-ink-soft" />
    </a>
  );
}
