import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** How many lines of a queue stand on the desk itself. */
const shown = 5;
export type QueueLine = {
  key: string;
  href: string;
  /** The name of what waits: of people, a posting, a file. */
  title: string;
  says: string;
  /** Until when, or how long it has waited. */
  when: ReactNode;
};
type Props = {
  title: string;
  /** How many wait, as text. */
  count: string;
  all: { href: string; label: string };
  /** Another way on: many at once. */
  more?: ReactNode;
  /** The most urgent first. */
  lines: readonly QueueLine[];
  locale: Locale;
};

/** One kind of thing that waits for an officer: its number, the most urgent few, the way to all. */
export function Queue({ title, count, all, more, lines, locale }: Props) {
  const { open } = dictionary(locale).officer;
  return (
    <section className="border-t border-line py-3 first-of-type:border-t-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base">
          {title} <Tag tone="waiting">{count}</Tag>
        </h3>
        <div className="flex flex-wrap gap-x-4">
          {more}
          <TextLink href={all.href} className="target">
            {all.label}
          </TextLink>
        </div>
      </div>
      <ul className="divide-y divide-line">
        {lines.slice(0, shown).map((line) => (
          <li key={line.key} className="flex items-center justify-between gap-4 py-2">
            <div className="min-w-0">
              <p translate="no" className="wrap-anywhere font-semibold">
                {line.title}
              </p>
              <p className="text-sm text-ink-soft">{line.says}</p>
              <p className="text-sm">{line.when}</p>
            </div>
            <LinkButton tone="plain" href={line.href} className="shrink-0">
              {open}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
