import type { FieldKind } from "@/lib/households/field-kinds";
import { type CellContext, readCell, type WordsOf } from "@/lib/imports/cells";
import type { ReadRow, Values } from "@/lib/imports/kind";
import type { CellFault, RowProblem } from "@/lib/imports/problems";
import { maskLongRuns } from "@/lib/numbers/long-runs";
import type { Cell } from "@/lib/spreadsheets/cells";

type Column = { field: string; kind: FieldKind; heads: readonly string[] };

const isFault = (error: unknown): error is CellFault =>
  typeof error === "object" && error !== null && "mark" in error && error.mark === "sanjin.cell";

/** What may be shown of a value that was refused, by what it is: never a whole number of a person, never health. */
export function maskedValue(field: string, kind: FieldKind, text: string): string {
  if (kind.as === "id-number" || kind.as === "card" || kind.as === "phone") {
    const plain = text.normalize("NFKC").replace(/[\s-]/g, "");
    // Anything but a number came from another column, and may be what nobody is to read.
    if (!/^[\dX*.E+]+$/i.test(plain)) return plain === "" ? "" : "***";
    return kind.as === "phone"
      ? `${plain.slice(0, 3)}****${plain.slice(7).slice(-4)}`
      : `${plain.slice(0, 6)}${"*".repeat(8)}${plain.slice(14).slice(-4)}`;
  }
  if (field === "member.health") return "*";
  // Before it is cut: half a number is a short one.
  const short = shownText(field, text).slice(0, 40);
  if (/^member\.name$|\.helperName$|\.address$/.test(field)) return short === "" ? "" : `${[...short][0]}*`;
  return short;
}

/** Long numbers are masked in whatever column they stand; the codes of divisions are nobody's. */
export const shownText = (field: string, text: string): string =>
  /^(place\.code|code|from|to)$/.test(field) && /^[1-9]\d{11}$/.test(text) ? text : maskLongRuns(text);

/** Reads the cells of one row; what cannot be read becomes a problem and stays out of the values. */
export function readColumns(
  columns: readonly Column[],
  cells: ReadonlyMap<string, Cell>,
  wordsOf: (kind: FieldKind) => WordsOf,
  context: CellContext,
): Pick<ReadRow, "values" | "problems" | "raw"> {
  const values: Values = {};
  const problems: RowProblem[] = [];
  const raw: Record<string, string> = {};
  for (const { field, kind, heads } of columns) {
    const cell = cells.get(field);
    if (cell === undefined) continue;
    try {
      const value = readCell(kind, cell, wordsOf(kind), context);
      if (value !== undefined) values[field] = value;
    } catch (error) {
      if (!isFault(error)) throw error;
      raw[field] = cell.text.slice(0, 200);
      problems.push({
        code: error.code,
        level: "error",
        field,
        column: "",
        head: heads[0] ?? field,
        value: maskedValue(field, kind, cell.text),
        ...(error.data && Object.keys(error.data).length > 0 && { data: error.data }),
      });
    }
  }
  return { values, problems, raw };
}
