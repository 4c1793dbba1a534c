import { type AnyColumn, or, type SQL, sql } from "drizzle-orm";

/** What someone typed, as pinyin keys are stored: small, without spaces, at most 60 characters. */
export const searchKey = (q: string): string =>
  q.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, "").slice(0, 60);

/** LIKE with the user's own % and _ taken as letters. */
const contains = (column: AnyColumn, key: string): SQL =>
  sql`lower(${column}) like ${`%${key.replace(/[\\%_]/g, (c) => `\\${c}`)}%`} escape '\\'`;

/** Found by Chinese, pinyin or initials: any of the columns holds the key. Undefined for an empty key. */
export function found(q: string | undefined, columns: readonly AnyColumn[]): SQL | undefined {
  const key = searchKey(q ?? "");
  return key === "" ? undefined : or(...columns.map((column) => contains(column, key)));
}
