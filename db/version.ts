import { sql } from "drizzle-orm";
import { db, presentConnection } from "@/db/client";
import { engine } from "@/db/columns";

/**
 * A text that is another one after any commit, whoever made it: what was read while it was the same still
 * holds. PostgreSQL names the transactions that are over, SQLite counts what other connections committed.
 */
export async function dataVersion(): Promise<string> {
  const [row] =
    engine === "postgresql"
      ? await db.select({ v: sql<string>`pg_current_snapshot()::text` }).from(sql`(select 1) as one`)
      : await db.select({ v: sql<string>`data_version` }).from(sql`pragma_data_version`);
  return String(row?.v ?? "");
}

type Kept = { connection: object; version: string; value: Promise<unknown> };
const store = globalThis as { sanjinKept?: Map<string, Kept> };

/**
 * Remembers what was read until anything is committed: for what is dear to read, the same for all who may ask
 * under this name, and asked again and again; what hangs on the day names it too. Never older than the last commit, since the version is asked before the reading.
 */
export const untilChanged =
  <T>(name: string, read: () => Promise<T>, day = "") =>
  async (): Promise<T> => {
    store.sanjinKept ??= new Map();
    const connection = presentConnection();
    const version = `${await dataVersion()} ${day}`;
    const kept = store.sanjinKept.get(name);
    if (kept?.connection === connection && kept.version === version) return kept.value as Promise<T>;
    const value = read();
    store.sanjinKept.set(name, { connection, version, value });
    // What failed is not remembered.
    value.catch(() => store.sanjinKept?.delete(name));
    return value;
  };
