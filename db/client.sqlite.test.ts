import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, refreshStatistics, tx } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { fullRows, insertFullRows } from "@/db/samples.testing";
import { audit, users } from "@/db/schema";
import { openSqlite, rememberStatements } from "@/db/sqlite";
import { openTestDatabase } from "@/db/testing";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sanjin-sqlite-"));
  path = join(folder, "below", "data.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = (connection: Database.Database) =>
  [
    "journal_mode",
    "synchronous",
    "foreign_keys",
    "busy_timeout",
    "trusted_schema",
    "secure_delete",
    "recursive_triggers",
  ].map((name) => connection.pragma(name, { simple: true }));
const asTheyMustBe = ["wal", 2, 1, 5000, 0, 1, 1];

describe("SQLite", () => {
  it("is opened the same way the first time, again, and for reading", () => {
    for (const options of [{}, {}, { readonly: true }]) {
      const connection = openSqlite(path, options);
      expect(settings(connection)).toEqual(asTheyMustBe);
      if (!options.readonly) connection.exec("CREATE TABLE IF NOT EXISTS x (y); INSERT INTO x VALUES (1)");
      connection.close();
    }
  });

  it("is reopened right after others wrote it with the library's own defaults", () => {
    openSqlite(path).close();
    const plain = new Database(path);
    plain.pragma("journal_mode = DELETE");
    plain.close();
    const again = openSqlite(path);
    expect(settings(again)).toEqual(asTheyMustBe);
    again.close();
  });

  it("keeps its files from other users of the machine", () => {
    const connection = openSqlite(path);
    connection.exec("CREATE TABLE x (y); INSERT INTO x VALUES (1)");
    for (const file of [path, `${path}-wal`, `${path}-shm`])
      expect(statSync(file).mode & 0o777, file).toBe(0o600);
    expect(statSync(join(folder, "below")).mode & 0o777).toBe(0o700);
    connection.close();
  });

  it("lets a reading connection write nothing", () => {
    openSqlite(path).close();
    const reader = openSqlite(path, { readonly: true });
    expect(() => reader.exec("CREATE TABLE x (y)")).toThrow(/readonly/);
    reader.close();
  });

  it("keeps a reader's questions compiled, each answered as if asked for the first time", () => {
    openSqlite(path).exec("CREATE TABLE x (y); INSERT INTO x VALUES (1)");
    const reader = rememberStatements(openSqlite(path, { readonly: true }));
    const ask = "SELECT y FROM x WHERE y < ?";
    expect(reader.prepare(ask).raw().all(5)).toEqual([[1]]);
    expect(reader.prepare(ask).all(5)).toEqual([{ y: 1 }]);
    expect(reader.prepare(ask).all(1)).toEqual([]);
    expect(reader.prepare(ask)).toBe(reader.prepare(ask));
    const long = `SELECT y FROM x WHERE y IN (${"1, ".repeat(4000)}1)`;
    expect(reader.prepare(long).all()).toEqual([{ y: 1 }]);
    expect(reader.prepare(long), "what is long is not kept").not.toBe(reader.prepare(long));
    for (let i = 0; i < 600; i++) expect(reader.prepare(`SELECT ${i} AS n`).get()).toEqual({ n: i });
    expect(reader.prepare(ask).all(5)).toEqual([{ y: 1 }]);
    reader.close();
  });

  it("plans by new figures also on the connection that was open while they were taken", async () => {
    const close = await openTestDatabase();
    const file = process.env.DATABASE_URL!.replace("file:", "");
    await refreshStatistics();
    const ids = ["a", "b", "c"].map((letter) => letter.repeat(26));
    await tx((w) =>
      insertAll(
        w,
        users,
        ids.map((id) => ({
          ...{ id, username: id, name: "测试", role: "county" as const },
          ...{ divisionScope: "610724", passwordHash: "none" },
        })),
      ),
    );
    const other = openSqlite(file, { readonly: true });
    const seen = () => Number(other.pragma("schema_version", { simple: true }));
    const before = seen();
    await refreshStatistics();
    // SQLite reads its figures where it reads the schema: at a number it has not seen.
    expect(seen()).toBeGreaterThan(before);
    expect(
      other.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'statistics_anew'").pluck().get(),
    ).toBe(0);
    expect(other.prepare("SELECT stat FROM sqlite_stat1 WHERE tbl = 'users' LIMIT 1").pluck().get()).toMatch(
      /^3 /,
    );
    other.close();
    await close();
  });

  it("takes its turn to look at the tables again, and waits for another process without standing still", async () => {
    const close = await openTestDatabase();
    const done: string[] = [];
    const other = openSqlite(process.env.DATABASE_URL!.replace("file:", ""));
    other.exec("BEGIN IMMEDIATE");
    const write = (name: string) => tx(async (w) => void done.push(`${name} ${await w.$count(users)}`));
    const all = Promise.all([write("before"), refreshStatistics().then(() => done.push("figures"))]);
    const after = write("after");
    // Pages are answered meanwhile: a timer comes when it should.
    const asked = performance.now();
    await new Promise((wake) => setTimeout(wake, 100));
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(done).toEqual([]);
    other.exec("COMMIT");
    await Promise.all([all, after]);
    expect(done).toEqual(["before 0", "figures", "after 0"]);
    await expect(tx(() => refreshStatistics())).rejects.toThrow("tx inside tx");

    // Nobody else's write in between: while the other holds the file, the figures wait too.
    other.exec("BEGIN IMMEDIATE");
    const alone = refreshStatistics();
    setTimeout(() => other.exec("COMMIT"), 100);
    await alone;
    other.close();
    await close();
  });

  it("guards the audit also against REPLACE, which removes a row without saying DELETE", async () => {
    const close = await openTestDatabase();
    await tx(insertFullRows);
    await closeDatabase();
    const file = process.env.DATABASE_URL!.replace("file:", "");
    const connection = openSqlite(file);
    expect(() => connection.exec("INSERT OR REPLACE INTO audit SELECT * FROM audit")).toThrow(/append-only/);
    expect(connection.prepare("SELECT count(*) FROM audit").pluck().get()).toBe(1);
    expect(fullRows.some(([table]) => table === audit)).toBe(true);
    connection.close();
    await close();
  });
});
