import { and, eq, inArray } from "drizzle-orm";
import { divisions } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import type { FieldKind } from "@/lib/households/field-kinds";
import type { CellContext } from "@/lib/imports/cells";
import type { ImportForm, JudgeContext, Judged, JudgedUnit, ShownField, Unit } from "@/lib/imports/kind";
import type { RowProblem, RowProblemCode } from "@/lib/imports/problems";
import { readColumns } from "@/lib/imports/read-rows";
import type { Cell } from "@/lib/spreadsheets/cells";

/** What the kinds of file about places have in common: a row is a unit, and no value is anybody's. */

export const codeKind: FieldKind = { as: "line", max: 12 };
export const degreesKind: FieldKind = { as: "number", max: 180, unit: "degrees" };
export const kmKind: FieldKind = { as: "number", max: 1000, unit: "km" };

type Columns = ImportForm<never>["columns"];

export const placeRows = (columns: Columns) => ({
  columns,
  readRow: (cells: ReadonlyMap<string, Cell>, context: CellContext) =>
    readColumns(columns, cells, () => new Map(), context),
  print: (_: string, value: unknown) => String(value),
});

export const faulty = (field: string, code: RowProblemCode, data?: RowProblem["data"]): RowProblem => ({
  ...{ code, level: "error", field, column: "", head: "", value: "" },
  ...(data && { data }),
});

/** A unit of one row: refused with its problems, or what it changes. */
export function oneRow<W>(
  { rows }: Unit,
  problems: readonly RowProblem[],
  changes: ShownField[],
  isNew: boolean,
  write: W,
): JudgedUnit<W> {
  const own = rows[0]?.problems ?? [];
  const all = [...own, ...problems.filter((p) => !own.some((o) => o.field === p.field))];
  const outcome = all.length > 0 ? "refused" : isNew ? "new" : changes.length > 0 ? "changed" : "same";
  const later = rows.slice(1).map(
    (row): Judged => ({
      outcome: "refused",
      problems: [...row.problems, faulty("code", "twice-in-file")],
      changes: [],
    }),
  );
  return {
    rows: [{ outcome, problems: all, changes: outcome === "changed" ? changes : [] }, ...later],
    write: outcome === "new" || outcome === "changed" ? write : null,
  };
}

export type Village = typeof divisions.$inferSelect;

/** Villages and communities by code. */
export async function villagesOf(
  from: Source,
  { cache }: JudgeContext,
): Promise<ReadonlyMap<string, Village>> {
  const kept = cache.get("villages");
  if (kept) return kept as Map<string, Village>;
  const rows = await from
    .select()
    .from(divisions)
    .where(and(inArray(divisions.kind, ["village", "community"])));
  const found = new Map(rows.map((row) => [row.code, row]));
  cache.set("villages", found);
  return found;
}

/** The village a row is about. */
export function villageNamed(
  villages: ReadonlyMap<string, Village>,
  field: string,
  code: unknown,
  scope: string,
): { village: Village } | { problem: RowProblem } {
  if (typeof code !== "string") return { problem: faulty(field, "missing") };
  const village = villages.get(code);
  if (!village) return { problem: faulty(field, "unknown-place") };
  return code.startsWith(scope) ? { village } : { problem: faulty(field, "outside-scope") };
}

/** Whether a village is still as it was read. */
export const presentVillages = async (
  from: Source,
  codes: readonly string[],
): Promise<Map<string, Village>> => {
  const found = new Map<string, Village>();
  for (let i = 0; i < codes.length; i += 500)
    for (const row of await from
      .select()
      .from(divisions)
      .where(inArray(divisions.code, codes.slice(i, i + 500))))
      found.set(row.code, row);
  return found;
};

export const byCode = (code: string) => eq(divisions.code, code);
