import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * Whether a column holds a text somewhere, in capitals or not, with the text's own % and _ taken as letters.
 * `lower` on both sides, because LIKE minds capitals on PostgreSQL and not on SQLite.
 */
export const contains = (column: AnyColumn, text: string): SQL =>
  sql`lower(${column}) like ${`%${text.toLowerCase().replace(/[\\%_]/g, (c) => `\\${c}`)}%`} escape '\\'`;
