import { join } from "@/components/ui/join";

export type Tab = { label: string; href: string; current: boolean };

/** Tabs that are addresses: they work without script and can be sent to a colleague. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-6 flex flex-wrap gap-x-6 border-b border-line">
      {tabs.map((tab) => (
        <a
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={join(
            "-mb-px inline-flex min-h-11 min-w-11 items-center justify-center border-b-3",
            tab.current
              ? "border-tea font-semibold text-tea"
              : "border-transparent text-ink-soft hover:text-ink",
          )}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
