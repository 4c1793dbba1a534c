import { type AnyColumn, getTableColumns, getTableName, is, Table } from "drizzle-orm";
import * as schema from "@/db/schema";

/** A column that holds ciphertext, and how its rows are told apart. */
export type SealedColumn = {
  table: Table;
  tableName: string;
  /** The key of the column in the schema, and its name in the place it is sealed to. */
  key: string;
  place: string;
  bytes: boolean;
  /** Key columns of the row; a sealed value is bound to their values, joined by colons. */
  rowKeys: { key: string; column: AnyColumn }[];
  /** The blind index that goes with it, if there is one. */
  index: { key: string; kind: "id-number" | "phone" } | null;
};

const indexKinds: Record<string, "id-number" | "phone"> = { idNumber: "id-number", phone: "phone" };
/** Tables whose key is of two columns: drizzle keeps it outside the columns. */
const compositeKeys: Record<string, string[]> = { import_rows: ["importId", "seq"] };

const isBytes = (column: AnyColumn) => column.getSQLType() === "blob" || column.getSQLType() === "bytea";

function sealedOf(table: Table): SealedColumn[] {
  const tableName = getTableName(table);
  const columns = getTableColumns(table) as Record<string, AnyColumn>;
  const keys = compositeKeys[tableName] ?? Object.keys(columns).filter((key) => columns[key]?.primary);
  const rowKeys = keys.map((key) => ({ key, column: columns[key] as AnyColumn }));
  return Object.entries(columns)
    .filter(([key, column]) => key.endsWith("Sealed") || isBytes(column))
    .map(([key, column]) => {
      const field = key.replace(/Sealed$/, "");
      const kind = indexKinds[field];
      const index = kind && columns[`${field}Index`] ? { key: `${field}Index`, kind } : null;
      const place = column.name.replace(/_sealed$/, "");
      return { table, tableName, key, place, bytes: isBytes(column), rowKeys, index };
    });
}

/**
 * Every column of the schema that holds something sealed: those called …Sealed, and bytes, which may be. Derived,
 * so that a column added later is rotated without anybody's thinking of it.
 */
export const sealedColumns = (): SealedColumn[] =>
  Object.values<unknown>(schema)
    .filter((value): value is Table => is(value, Table))
    .flatMap(sealedOf);
