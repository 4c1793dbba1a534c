import Link from "next/link";
import type { ReactNode } from "react";

type Props = { href: string; icon: ReactNode; label: string; value?: string; note?: string | null };

/** One of the few big things on a household's page: an icon with its word, one figure, one sentence. */
export function BigLink({ href, icon, label, value, note }: Props) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex min-h-20 items-center gap-4 rounded border border-line bg-surface p-4 hover:border-tea"
    >
      <span aria-hidden className="text-tea [&>svg]:size-8">
        {icon}
      </span>
      <span className="grow">
        <span className="block font-semibold">{label}</span>
        {note && <span className="block text-base text-ink-soft">{note}</span>}
      </span>
      {value && <span className="text-xl font-semibold whitespace-nowrap text-tea">{value}</span>}
    </Link>
  );
}
