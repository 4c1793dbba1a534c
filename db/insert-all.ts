/** Rows in bulk. */
import { createHash } from "node:crypto";
import { type AnyColumn, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";

type Table = Parameters<Writer["insert"]>[0];
type Statement = { execute: (values: Record<string, unknown>) => Promise<unknown> };

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Few enough rows at once that their values stay under both engines' limit of parameters. */
const rowsAtOnce = 50;

/** Statements by writer: a connection keeps them, a transaction of PostgreSQL's forgets them. */
const statements = new WeakMap<Writer, Map<string, Statement>>();

const named = (row: number, key: string) => `${row}.${key}`;

/** The statement for a full batch of rows with these keys. */
function statementFor(w: Writer, table: Table, keys: readonly string[], replacing?: readonly AnyColumn[]) {
  // PostgreSQL knows a statement by its name: other keys are another statement.
  const name = `all_${getTableName(table)}_${hash(`${keys.join()} ${replacing?.map((c) => c.name).join() ?? ""}`)}`;
  const known = statements.get(w) ?? new Map<string, Statement>();
  statements.set(w, known);
  const kept = known.get(name);
  if (kept) return kept;
  // Bare places: the values come as the driver wants them, since drizzle would look at each of them three times.
  const batch = Array.from({ length: rowsAtOnce }, (_, row) =>
    Object.fromEntries(keys.map((key) => [key, sql`${sql.placeholder(named(row, key))}`])),
  );
  const made = inserting(w, table, batch, keys, replacing).prepare(name) as Statement;
  known.set(name, made);
  return made;
}

function inserting(
  w: Writer,
  table: Table,
  rows: readonly object[],
  keys: readonly string[],
  replacing?: readonly AnyColumn[],
) {
  const insert = w.insert(table).values(rows as never);
  if (!replacing) return insert;
  const columns: Record<string, AnyColumn> = getTableColumns(table);
  const others = keys.filter((key) => !replacing.some((column) => column.name === columns[key]?.name));
  const set = Object.fromEntries(
    others.map((key) => [key, sql`excluded.${sql.identifier(columns[key]?.name ?? key)}`]),
  );
  return insert.onConflictDoUpdate({ target: [...replacing] as never, set: set as never });
}

/**
 * Inserts rows given as lists of values in the order of `keys`. The statement for a full batch is built once and
 * run again and again: building it anew each time takes most of the time of a seed or an import.
 * @param replacing the key's columns: a row that is there already takes the new one's values.
 */
export async function insertRows(
  w: Writer,
  table: Table,
  given: readonly string[],
  rows: readonly (readonly unknown[])[],
  replacing?: readonly AnyColumn[],
): Promise<void> {
  const columns: Record<string, AnyColumn> = getTableColumns(table);
  // What a row leaves to its column is made for each row, not once for the statement.
  const made = Object.entries(columns).filter(([key, column]) => column.defaultFn && !given.includes(key));
  const keys = [...given, ...made.map(([key]) => key)];
  const valueAt = (row: readonly unknown[] | undefined, i: number) =>
    i < given.length ? (row?.[i] ?? null) : made[i - given.length]?.[1].defaultFn?.();
  const whole = rows.length > rowsAtOnce ? rows.length - (rows.length % rowsAtOnce) : 0;
  // One list of values serves all batches: their names are made once.
  const names = Array.from({ length: whole > 0 ? rowsAtOnce : 0 }, (_, row) =>
    keys.map((key) => named(row, key)),
  );
  const columnOf = keys.map((key) => columns[key]);
  const values: Record<string, unknown> = {};
  for (let i = 0; i < whole; i += rowsAtOnce) {
    for (let row = 0; row < rowsAtOnce; row++)
      for (let k = 0; k < keys.length; k++) {
        const value = valueAt(rows[i + row], k);
        // A column may take "none" for false.
        values[names[row]![k]!] =
          value === null || value === undefined ? null : (columnOf[k]?.mapToDriverValue(value) ?? value);
      }
    await statementFor(w, table, keys, replacing).execute(values);
  }
  if (whole === rows.length) return;
  const rest = rows
    .slice(whole)
    .map((row) => Object.fromEntries(keys.map((key, k) => [key, valueAt(row, k)])));
  await inserting(w, table, rest, keys, replacing);
}

/** Inserts rows that all have the same keys. @param replacing as for `insertRows`. */
export async function insertAll<T extends Table>(
  w: Writer,
  table: T,
  rows: readonly T["$inferInsert"][],
  replacing?: readonly AnyColumn[],
): Promise<void> {
  const keys = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => keys.map((key) => row[key as keyof T["$inferInsert"]] ?? null));
  await insertRows(w, table, keys, values, replacing);
}
