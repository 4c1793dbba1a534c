/** Rows in bulk. */
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";

type Table = Parameters<Writer["insert"]>[0];

/** Few enough rows at once that their values stay under both engines' limit of parameters. */
const rowsAtOnce = 50;

/**
 * Inserts rows that all have the same keys. The statement for a full batch is built once and run again and
 * again: building it anew each time takes most of the time of a seed.
 */
export async function insertAll<T extends Table>(
  w: Writer,
  table: T,
  rows: T["$inferInsert"][],
): Promise<void> {
  const keys = Object.keys(rows[0] ?? {});
  const whole = rows.length - (rows.length % rowsAtOnce);
  const named = (row: number, key: string) => `${row}.${key}`;
  // A prepared statement hands every value to its column, and those of instants cannot take "none".
  const columns: Record<string, { dataType: string }> = getTableColumns(table);
  const instants = keys.filter((key) => columns[key]?.dataType === "date");
  const lacksInstant = (row: T["$inferInsert"]) =>
    instants.some((key) => (row[key as keyof T["$inferInsert"]] ?? null) === null);
  if (whole > rowsAtOnce) {
    const batch = Array.from({ length: rowsAtOnce }, (_, row) =>
      Object.fromEntries(keys.map((key) => [key, sql.placeholder(named(row, key))])),
    );
    const statement = w
      .insert(table)
      .values(batch as never)
      .prepare(`demo_${getTableName(table)}`);
    for (let i = 0; i < whole; i += rowsAtOnce) {
      const batchRows = rows.slice(i, i + rowsAtOnce);
      if (batchRows.some(lacksInstant)) {
        await w.insert(table).values(batchRows as never);
        continue;
      }
      const values: Record<string, unknown> = {};
      for (let row = 0; row < rowsAtOnce; row++)
        for (const key of keys)
          values[named(row, key)] = rows[i + row]?.[key as keyof T["$inferInsert"]] ?? null;
      await statement.execute(values);
    }
  }
  const rest = whole > rowsAtOnce ? rows.slice(whole) : rows;
  for (let i = 0; i < rest.length; i += rowsAtOnce)
    await w.insert(table).values(rest.slice(i, i + rowsAtOnce) as never);
}
