import type { Dictionary } from "@/lib/i18n/dictionary";

const doors = ["household", "village", "enterprise", "officer"] as const;

/** Where each kind of visitor goes: their own home, which asks them to sign in first. */
export function Doors({ t }: { t: Dictionary }) {
  return (
    <section aria-labelledby="doors">
      <h2 id="doors" className="mb-3 text-lg">
        {t.home.doorsTitle}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {doors.map((door) => (
          <li key={door}>
            <a
              href={`/${door}`}
              className="group grid h-full content-start gap-0.5 rounded border border-line bg-surface p-4 hover:border-tea"
            >
              <span className="font-semibold text-tea group-hover:underline">{t.home.doors[door].title}</span>
              <span className="text-ink-soft">{t.home.doors[door].says}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
