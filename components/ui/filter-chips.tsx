import { join } from "@/components/ui/join";

export type Chip = { label: string; href: string; active: boolean; count?: string };

/** A row of filters as links: one tap turns one on or off, and the address holds it. */
export function FilterChips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  // “All” by itself, and on, chooses nothing.
  if (chips.length === 1 && chips[0]?.active) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {chips.map((chip) => (
        <a
          key={chip.href + chip.label}
          href={chip.href}
          aria-current={chip.active ? "true" : undefined}
          className={join(
            "inline-flex min-h-11 items-center gap-1.5 rounded-full border px-4",
            chip.active
              ? "border-tea bg-tea font-semibold text-on-tea"
              : "border-edge bg-surface hover:border-tea hover:text-tea",
          )}
        >
          {chip.label}
          {chip.count && <span className={chip.active ? "" : "text-ink-soft"}>{chip.count}</span>}
        </a>
      ))}
    </nav>
  );
}
