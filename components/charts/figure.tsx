import type { ReactNode } from "react";
import { SaveDrawing } from "@/components/charts/save-drawing";
import { ResponsiveTable } from "@/components/ui/responsive-table";

/** A chart's numbers, as its table says them: one row a line, the first cell names it. */
export type Numbers = { columns: readonly string[]; rows: readonly (readonly string[])[] };

type Props = {
  /** What the picture shows, as a sentence that states its finding. */
  title: string;
  /** What is measured, and in what: "每月，万元". */
  unit: string;
  /** The drawing, an <svg> with the title as its name. */
  children: ReactNode;
  numbers: Numbers;
  words: { table: string; csv: string; svg: string };
  /** Where the same numbers can be had as a file. */
  csvHref: string;
  /** File name without ending. */
  name: string;
};

/** A picture with its finding above, its unit, its numbers as a table, and both to take away. */
export function Figure({ title, unit, children, numbers, words, csvHref, name }: Props) {
  const [first = "", ...columns] = numbers.columns;
  return (
    <figure className="min-w-0">
      <h2 className="text-lg">{title}</h2>
      <p className="mb-3 text-sm text-ink-soft">{unit}</p>
      <div id={`chart-${name}`}>{children}</div>
      <figcaption className="mt-2 flex flex-wrap items-start gap-x-4">
        <details className="min-w-0 open:w-full">
          <summary className="target text-tea underline underline-offset-4">{words.table}</summary>
          <ResponsiveTable<readonly string[]>
            caption={title}
            dense
            rows={numbers.rows}
            rowKey={(row) => row[0] ?? ""}
            columns={[
              { key: "0", label: first, look: "lead", cell: (row) => row[0] },
              ...columns.map((label, i) => ({
                key: String(i + 1),
                label,
                look: "number" as const,
                cell: (row: readonly string[]) => row[i + 1],
              })),
            ]}
          />
        </details>
        <a href={csvHref} download className="target text-tea underline underline-offset-4">
          {words.csv}
        </a>
        <SaveDrawing within={`chart-${name}`} name={name} label={words.svg} />
      </figcaption>
    </figure>
  );
}
