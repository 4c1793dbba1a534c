import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode };

/** Facts by name, one a line; an empty value (null, false, no text) is left out. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, value }) =>
        value === null || value === undefined || value === false || value === "" ? null : (
          <div
            key={term}
            className="grid grid-cols-[6.5em_1fr] gap-x-4 py-2 print:py-1 sm:grid-cols-[9em_1fr]"
          >
            <dt className="hyphens-auto text-ink-soft">{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
