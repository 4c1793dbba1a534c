import { type AnyColumn, getTableColumns, getTableName } from "drizzle-orm";
import { blindIndex, seal, unseal } from "@/lib/sealing/sealing";

type Table = Parameters<typeof getTableColumns>[0];
type Row = Record<string, unknown>;

/** Where a sealed column's value lives; its name there is the column's without _sealed. */
const placeOf = (table: Table, row: string, column: AnyColumn) => ({
  table: getTableName(table),
  row,
  column: column.name.replace(/_sealed$/, ""),
});

/** The blind index a sealed field is looked up by. */
const indexKinds: Record<string, "id-number" | "phone"> = { idNumber: "id-number" };

/** How a field is kept: as it is, or sealed below this name of a place. */
type Keeping = { key: string; sealedAs: string | null };
const keepings = new WeakMap<Table, Map<string, Keeping>>();

function keepingOf(table: Table): ReadonlyMap<string, Keeping> {
  const known = keepings.get(table);
  if (known) return known;
  const found = new Map<string, Keeping>();
  for (const [key, column] of Object.entries(getTableColumns(table) as Record<string, AnyColumn>)) {
    const isSealed = key.endsWith("Sealed");
    const sealedAs = isSealed ? column.name.replace(/_sealed$/, "") : null;
    found.set(isSealed ? key.slice(0, -"Sealed".length) : key, { key, sealedAs });
  }
  keepings.set(table, found);
  return found;
}

/** The columns `toColumns` gives for these fields, when all of them hold something. */
export function columnKeys(table: Table, fields: readonly string[]): string[] {
  const keeping = keepingOf(table);
  return fields.flatMap((field) => {
    const kept = keeping.get(field);
    return kept ? [kept.key, ...(indexKinds[field] ? [`${field}Index`] : [])] : [];
  });
}

/**
 * A record's fields as the table's columns: protected values sealed to their row, with the index they are looked
 * up by. Fields the table does not have are left out.
 */
export function toColumns(table: Table, row: string, values: Row): Row {
  const keeping = keepingOf(table);
  const name = getTableName(table);
  const found: Row = {};
  for (const field in values) {
    const kept = keeping.get(field);
    if (!kept) continue;
    const value = values[field];
    if (kept.sealedAs === null) {
      found[kept.key] = value ?? null;
      continue;
    }
    const text = Array.isArray(value) ? JSON.stringify(value) : (value as string | null);
    found[kept.key] = text ? seal(text, { table: name, row, column: kept.sealedAs }) : null;
    const kind = indexKinds[field];
    if (kind && text) found[`${field}Index`] = blindIndex(text, kind);
  }
  return found;
}

/** The other way: a row's columns as a record's fields, protected values opened. */
export function toFields(table: Table, row: string, columns: Row): Row {
  const known = getTableColumns(table) as Record<string, AnyColumn>;
  const found: Row = {};
  for (const [key, value] of Object.entries(columns)) {
    const column = known[key];
    if (!column || key.endsWith("Index")) continue;
    if (!key.endsWith("Sealed")) {
      found[key] = value;
      continue;
    }
    const text = typeof value === "string" ? unseal(value, placeOf(table, row, column)) : null;
    const field = key.replace(/Sealed$/, "");
    // Health is the one list among the sealed.
    found[field] = field === "health" && text ? (JSON.parse(text) as unknown) : text;
  }
  return found;
}
