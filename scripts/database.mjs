import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * Whether the SQLite file of DATABASE_URL already stands where setup would bring it: this build's newest
 * migration applied and something in it. Asked without TypeScript, because a second start should not wait
 * for it; the server itself checks each migration again. Anything unusual answers no, and setup says what.
 */
export function databaseStands() {
  const { DATABASE_URL = "", SANJIN_MODE = "" } = process.env;
  const path = (DATABASE_URL || "file:data/sanjin.db").replace(/^file:/, "");
  // Live mode refuses a weak secret before anything is built.
  if (/^\w+:\/\//.test(path) || !existsSync(path) || !["", "demo"].includes(SANJIN_MODE)) return false;
  const { entries } = JSON.parse(readFileSync("db/migrations/sqlite/meta/_journal.json", "utf8"));
  const Database = createRequire(import.meta.url)("better-sqlite3");
  let connection;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true });
    const applied = connection.prepare("SELECT name FROM migrations ORDER BY name").pluck().all();
    const hasRows = connection.prepare("SELECT 1 FROM divisions LIMIT 1").pluck().get() === 1;
    return hasRows && applied.join() === entries.map((entry) => entry.tag).join();
  } catch {
    return false;
  } finally {
    connection?.close();
  }
}
