import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

/**
 * Opens a SQLite connection as design/access.md says and asserts that it took: better-sqlite3 lets WAL fall
 * to synchronous=NORMAL after the first open, which loses acknowledged commits at a power cut.
 */
export function openSqlite(path: string, options: { readonly?: boolean } = {}): Database.Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!options.readonly) {
    // Made before SQLite makes it, so that it is never readable by others; -wal and -shm inherit the mode.
    closeSync(openSync(path, "a", 0o600));
    chmodSync(path, 0o600);
  }
  const connection = new Database(path, { readonly: options.readonly ?? false });
  if (!options.readonly) connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("secure_delete = ON");
  // Without it INSERT OR REPLACE removes a row behind the back of the triggers that guard the audit.
  connection.pragma("recursive_triggers = ON");
  // A process beside the server, which keeps to little memory, says how much (MB).
  connection.pragma(`cache_size = -${1024 * Number(process.env.SANJIN_SQLITE_CACHE ?? 64)}`);
  const expected = {
    journal_mode: "wal",
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 5000,
    trusted_schema: 0,
    secure_delete: 1,
    recursive_triggers: 1,
  };
  for (const [name, value] of Object.entries(expected)) {
    const actual = connection.pragma(name, { simple: true });
    if (actual !== value)
      throw new Error(`SQLite opened with ${name} = ${String(actual)}, expected ${value}`);
  }
  return connection;
}

/** As many statements as are kept compiled: the pages ask some hundred different ones. */
const mostStatements = 500;
/** Longer ones are lists of hundreds of values: large once compiled, and hardly asked twice. */
const longestStatement = 10_000;

/** Compiles each question once: the query builder would have it done anew at every asking. For the reader alone. */
export function rememberStatements(connection: Database.Database): Database.Database {
  const compile = connection.prepare.bind(connection);
  const known = new Map<string, Database.Statement>();
  const prepare = (source: string): Database.Statement => {
    // As a new one answers: in objects, until it is told otherwise.
    const kept = known.get(source)?.raw(false);
    if (kept) return kept;
    const made = compile(source);
    if (source.length > longestStatement) return made;
    if (known.size >= mostStatements) known.clear();
    known.set(source, made);
    return made;
  };
  connection.prepare = prepare as typeof connection.prepare;
  return connection;
}
