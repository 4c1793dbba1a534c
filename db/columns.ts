/**
 * The only file that knows both dialects' column builders. PostgreSQL's types are canonical: each helper
 * builds the column of the engine named by DATABASE_URL and hands it out under PostgreSQL's TypeScript type,
 * so that the schema and every query are written once. Both builders yield the same JavaScript value:
 * text → string, int/fen → number, real → number, bool → boolean, instant → Date (UTC, milliseconds),
 * day → "YYYY-MM-DD", json → T, bytes → Buffer.
 */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

export type Engine = "sqlite" | "postgresql";

export const engine: Engine = /^postgres(ql)?:\/\//.test(process.env.DATABASE_URL ?? "")
  ? "postgresql"
  : "sqlite";

/** The SQLite builder stands in for PostgreSQL's: same methods, same JavaScript values. */
const pick = <T>(postgresql: () => T, sqlite: () => unknown): T =>
  engine === "postgresql" ? postgresql() : (sqlite() as T);

export const table = ((...args: Parameters<typeof pg.pgTable>) =>
  pick(
    () => pg.pgTable(...args),
    () => (lite.sqliteTable as (...a: unknown[]) => unknown)(...args),
  )) as typeof pg.pgTable;

export const text = (name: string) =>
  pick(
    () => pg.text(name),
    () => lite.text(name),
  );

/** A text column that holds one of a closed list; pair it with `oneOf` for the CHECK. */
export const word = <const W extends string>(name: string, list: readonly W[]) =>
  pick(
    () => pg.text(name).$type<W>(),
    () => lite.text(name, { enum: [...list] as [W, ...W[]] }),
  );

/** 32-bit whole numbers: counts, months, hundredths of a mu. */
export const int = (name: string) =>
  pick(
    () => pg.integer(name),
    () => lite.integer(name, { mode: "number" }),
  );

/** The primary key the database gives out, rising with each row; a number is never given twice. */
export const serial = (name: string) =>
  pick(
    () => pg.serial(name),
    () => lite.integer(name, { mode: "number" }).primaryKey({ autoIncrement: true }),
  );

/** Money in whole fen, up to 2^53: 64-bit in PostgreSQL. */
export const fen = (name: string) =>
  pick(
    () => pg.bigint(name, { mode: "number" }),
    () => lite.integer(name, { mode: "number" }),
  );

export const real = (name: string) =>
  pick(
    () => pg.doublePrecision(name),
    () => lite.real(name),
  );

export const bool = (name: string) =>
  pick(
    () => pg.boolean(name),
    () => lite.integer(name, { mode: "boolean" }),
  );

export const instant = (name: string) =>
  pick(
    () => pg.timestamp(name, { withTimezone: true, precision: 3, mode: "date" }),
    () => lite.integer(name, { mode: "timestamp_ms" }),
  );

export const day = (name: string) =>
  pick(
    () => pg.date(name, { mode: "string" }),
    () => lite.text(name),
  );

/** drizzle's own jsonb parses a text that comes back once more, so that "12" would return as 12. */
const jsonb = pg.customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});

export const json = <T>(name: string) =>
  pick(
    () => jsonb(name).$type<T>(),
    () => lite.text(name, { mode: "json" }).$type<T>(),
  );

/** Bytes as they are: photographs, papers. bytea in PostgreSQL. */
const bytea = pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const bytes = (name: string) =>
  pick(
    () => bytea(name),
    () => lite.blob(name, { mode: "buffer" }),
  );

export const index = (name: string) =>
  pick(
    () => pg.index(name),
    () => lite.index(name),
  );

export const uniqueIndex = (name: string) =>
  pick(
    () => pg.uniqueIndex(name),
    () => lite.uniqueIndex(name),
  );

export const primaryKey = ((config: Parameters<typeof pg.primaryKey>[0]) =>
  pick(
    () => pg.primaryKey(config),
    () => (lite.primaryKey as (c: unknown) => unknown)(config),
  )) as typeof pg.primaryKey;

export const check = (name: string, value: SQL) =>
  pick(
    () => pg.check(name, value),
    () => lite.check(name, value),
  );

/** CHECK that a column holds a word of its closed list (NULL passes, as in any CHECK). */
export const oneOf = (name: string, column: AnyColumn, list: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(list.map((w) => `'${w}'`).join(", "))})`);
