/**
 * Data access is two things: `db` reads, `tx` writes; both are asynchronous, so that the same queries run on
 * SQLite and PostgreSQL. Connections open at first use and live on globalThis, because a production build
 * instantiates modules twice in one process.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { resolve } from "node:path";
import type Database from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzlePg, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { PgPreparedQuery } from "drizzle-orm/pg-core";
import pg from "pg";
import { engine } from "@/db/columns";
import { isRetryable, mapError } from "@/db/errors";
import { openSqlite, rememberStatements } from "@/db/sqlite";

type Full = NodePgDatabase<Record<string, never>>;
/** What can be asked outside a transaction. */
export type Reader = Pick<Full, "select" | "selectDistinct" | "with" | "$with" | "$count">;
/** What can be done inside one. */
export type Writer = Pick<
  Full,
  "select" | "selectDistinct" | "with" | "$with" | "$count" | "insert" | "update" | "delete"
>;

type Connections = {
  reader: Full;
  /** Runs `work` alone, in one transaction. */
  write: <T>(work: (w: Writer) => Promise<T>) => Promise<T>;
  analyze: () => Promise<void>;
  close: () => Promise<void>;
};

const store = globalThis as { sanjinConnections?: Connections; sanjinInTx?: AsyncLocalStorage<true> };
store.sanjinInTx ??= new AsyncLocalStorage<true>();
const inTx = store.sanjinInTx;

/** The address of the database; a file below data/ unless DATABASE_URL says otherwise. */
export const databaseUrl = () => process.env.DATABASE_URL || "file:data/sanjin.db";

/** The absolute path of the SQLite file. */
export const sqlitePath = () => resolve(databaseUrl().replace(/^file:/, ""));

/** How long a write waits for another process that writes: an import's commit, the command line. */
const longestWaitMs = 60_000;

/**
 * Begins a write. While another process writes, this one waits without standing still: SQLite's own waiting
 * would hold up every page of the server.
 */
async function begin(writer: Database.Database): Promise<void> {
  const until = performance.now() + longestWaitMs;
  for (;;) {
    writer.pragma("busy_timeout = 0");
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      const isBusy =
        error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
      if (!isBusy || performance.now() > until) throw error;
    } finally {
      writer.pragma("busy_timeout = 5000");
    }
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

function connectSqlite(): Connections {
  const path = sqlitePath();
  const writer = openSqlite(path);
  const reader = rememberStatements(openSqlite(path, { readonly: true }));
  const w = drizzleSqlite(writer) as unknown as Writer;
  let queue: Promise<unknown> = Promise.resolve();
  const run = async <T>(work: (w: Writer) => Promise<T>): Promise<T> => {
    await begin(writer);
    try {
      const result = await work(w);
      writer.exec("COMMIT");
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      throw error;
    }
  };
  const write: Connections["write"] = (work) => {
    const turn = queue.then(() => run(work));
    queue = turn.catch(() => undefined);
    return turn;
  };
  return {
    reader: drizzleSqlite(reader) as unknown as Full,
    write,
    analyze: () =>
      write(async () => {
        writer.exec("ANALYZE");
        // Connections that are open read the figures again only when the schema changes, so it does for a moment.
        writer.exec("CREATE TABLE statistics_anew (x); DROP TABLE statistics_anew");
      }),
    close: async () => {
      await queue;
      reader.close();
      writer.close();
    },
  };
}

type Query = { queryWithCache: (...args: unknown[]) => Promise<unknown> };
const plainQuery = (PgPreparedQuery.prototype as unknown as Query).queryWithCache;

/**
 * drizzle's PostgreSQL queries fail with an error that lists their parameters; each of them passes here.
 * (On SQLite the driver's own error comes through, which names columns and never values.)
 */
(PgPreparedQuery.prototype as unknown as Query).queryWithCache = async function (...args) {
  try {
    return await plainQuery.apply(this, args);
  } catch (error) {
    throw mapError(error);
  }
};

function connectPostgres(): Connections {
  const readers = new pg.Pool({
    connectionString: databaseUrl(),
    max: 8,
    options: "-c default_transaction_read_only=on",
  });
  const writers = new pg.Pool({ connectionString: databaseUrl(), max: 8 });
  // A connection that breaks while idle is replaced at the next use; unheard, its error would end the process.
  for (const pool of [readers, writers])
    pool.on("error", (error) => console.error(`sanjin: lost a database connection: ${error.message}`));
  const w = drizzlePg(writers);
  const attempts = 20;
  const run = async <T>(work: (w: Writer) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await w.transaction((t) => work(t as unknown as Writer), { isolationLevel: "serializable" });
      } catch (error) {
        if (attempt === attempts || !isRetryable(error)) throw error;
        await new Promise((wake) => setTimeout(wake, Math.random() * 5 * 2 ** Math.min(attempt, 6)));
      }
    }
  };
  // A pool that ends forgets who still waits for a connection, so we remember.
  const waiting = new Set<Promise<unknown>>();
  return {
    reader: drizzlePg(readers) as Full,
    write: (work) => {
      const turn = run(work);
      const settled: Promise<unknown> = turn.then(
        () => waiting.delete(settled),
        () => waiting.delete(settled),
      );
      waiting.add(settled);
      return turn;
    },
    analyze: async () => {
      await writers.query("ANALYZE");
    },
    close: async () => {
      await Promise.all(waiting);
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

function connections(): Connections {
  store.sanjinConnections ??= engine === "postgresql" ? connectPostgres() : connectSqlite();
  return store.sanjinConnections;
}

/** Which opening of the database is in use: what was remembered under another is worth nothing. */
export const presentConnection = (): object => connections();

/** Reads. Never sees an uncommitted write. */
export const db: Reader = new Proxy({} as Reader, {
  get: (_, name) => {
    const reader = connections().reader;
    const value = Reflect.get(reader, name) as unknown;
    return typeof value === "function" ? value.bind(reader) : value;
  },
});

/**
 * The only way to write: all of `work` or nothing. In it await only the database, since everyone else waits.
 * On PostgreSQL `work` may run again after a serialisation failure, so it must do nothing but ask and write.
 * @throws ConstraintError when a constraint refuses; whatever `work` throws, after rolling back.
 */
export const tx = <T>(work: (w: Writer) => Promise<T>): Promise<T> => alone(() => connections().write(work));

/** Whoever waits for a turn inside one would wait for ever. */
async function alone<T>(turn: () => Promise<T>): Promise<T> {
  if (inTx.getStore()) throw new Error("tx inside tx: pass the writer on instead");
  try {
    return await inTx.run(true, turn);
  } catch (error) {
    throw mapError(error);
  }
}

/**
 * Lets the database look at its tables again, so that it plans queries by what is in them: after filling it. On
 * SQLite it is a write like any other, in its turn.
 */
export const refreshStatistics = (): Promise<void> => alone(() => connections().analyze());

/** Closes all connections, after the writes that wait. */
export async function closeDatabase(): Promise<void> {
  const open = store.sanjinConnections;
  store.sanjinConnections = undefined;
  await open?.close();
}
