import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** number: right-aligned · lead: the row's name, on a phone without label · bare: actions, bars. */
  look?: "number" | "lead" | "bare";
};
type Props<Row> = {
  /** What the table holds, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** 14/22 for officers who work in it all day. */
  dense?: boolean;
};

/** A table that becomes cards where its box is narrow (app/globals.css); never scrolls sideways. Show an EmptyState instead when it is empty. */
export function ResponsiveTable<Row>({ caption, columns, rows, rowKey, dense }: Props<Row>) {
  // Roles are spelled out because display:block takes a table's own away.
  return (
    <div className="rows-box">
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table role="table" className={join("rows", dense && "sm:text-sm")}>
        <caption className="sr-only">{caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {columns.map((column) =>
              column.label === "" ? (
                // A column of buttons has no name, and a head without one would only puzzle who listens.
                <td key={column.key} className={column.look} />
              ) : (
                // biome-ignore lint/a11y/noRedundantRoles: see above
                <th key={column.key} role="columnheader" scope="col" className={column.look}>
                  {column.label}
                </th>
              ),
            )}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {rows.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                // biome-ignore lint/a11y/noRedundantRoles: see above
                <td key={column.key} role="cell" data-label={column.label} className={column.look}>
                  {boxed(column.cell(row), column.look)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * One box, so that a phone sets all of a cell beside its label. Words need none, nor has a cell without a label any;
 * nothing at all leaves the line out.
 */
const boxed = (content: ReactNode, look?: Column<never>["look"]): ReactNode =>
  !content || typeof content === "string" || look === "lead" || look === "bare" ? (
    content
  ) : (
    <div className="min-w-0">{content}</div>
  );
