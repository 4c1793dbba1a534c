import { execFile } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, db, tx, type Writer } from "@/db/client";
import { engine } from "@/db/columns";
import { migrate } from "@/db/migrate";
import { insertFullRows } from "@/db/samples.testing";
import { households, members, parcels } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";

let close: () => Promise<void>;
let folder: string;
beforeEach(async () => {
  close = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sanjin-migrations-"));
  cpSync(join(process.cwd(), "db", "migrations", engine), folder, { recursive: true });
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** Adds a migration to the copy of the migrations. */
function addMigration(name: string, ...statements: string[]) {
  writeFileSync(join(folder, `${name}.sql`), statements.join("\n--> statement-breakpoint\n"));
  const path = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { tag: string }[] };
  journal.entries.push({ tag: name });
  writeFileSync(path, JSON.stringify(journal));
}

type Raw = { execute?: (q: unknown) => Promise<unknown>; run?: (q: unknown) => unknown };
/** A statement as it stands; the product itself never needs one. */
const raw = (text: string) =>
  tx(async (w: Writer) => {
    const writer = w as unknown as Raw;
    await (writer.execute?.(sql.raw(text)) ?? writer.run?.(sql.raw(text)));
  });
const applied = async () =>
  (await db.select({ name: sql<string>`name` }).from(sql`migrations`).orderBy(sql`name`)).map(
    (row) => row.name,
  );

describe("migrations", () => {
  it("do nothing the second time", async () => {
    expect((await applied()).length).toBeGreaterThan(0);
    expect(await migrate()).toEqual([]);
  });

  it("bring a database with rows up by what is new, and only that", async () => {
    await tx(insertFullRows);
    addMigration("9001_more", "CREATE TABLE more (x integer NOT NULL)", "INSERT INTO more VALUES (7)");
    expect(await migrate(folder)).toEqual(["9001_more"]);
    expect(await migrate(folder)).toEqual([]);
    expect(await db.select({ x: sql<number>`x` }).from(sql`more`)).toEqual([{ x: 7 }]);
    expect(await db.$count(members)).toBe(1);
  });

  it("leave nothing of a failing one, nor of those that came with it", async () => {
    const before = await applied();
    addMigration("9001_good", "CREATE TABLE good (x integer)");
    addMigration("9002_bad", "CREATE TABLE half (x integer)", "INSERT INTO nowhere VALUES (1)");
    await expect(migrate(folder)).rejects.toThrow(/nowhere/);
    expect(await applied()).toEqual(before);
    for (const table of ["good", "half"])
      await expect((async () => db.select({ x: sql`x` }).from(sql.raw(table)))()).rejects.toThrow();
    await expect(migrate()).resolves.toEqual([]);
  });

  it("refuse a database newer than the build", async () => {
    addMigration("9001_future", "CREATE TABLE future (x integer)");
    await migrate(folder);
    await expect(migrate()).rejects.toThrow(/newer than this build.*9001_future/);
  });

  it("refuse a database whose history is not this build's", async () => {
    appendFileSync(join(folder, "0000_start.sql"), "\n-- edited after it was applied\n");
    await expect(migrate(folder)).rejects.toThrow(/0000_start/);
    await raw("UPDATE migrations SET name = '0000_other' WHERE name = '0000_start'");
    await expect(migrate()).rejects.toThrow(/0000_other/);
  });

  it("are applied once when three processes start on a new database at the same time", async () => {
    await close();
    const fresh = mkdtempSync(join(tmpdir(), "sanjin-fresh-"));
    if (engine === "sqlite") process.env.DATABASE_URL = `file:${join(fresh, "fresh.db")}`;
    else {
      close = await openTestDatabase();
      await raw("DROP SCHEMA public CASCADE");
      await raw("CREATE SCHEMA public");
    }
    const script = `import { migrate } from "@/db/migrate"; migrate().then((done) => console.log(done.length));`;
    const file = join(process.cwd(), "db", `.migrate-${process.pid}-${engine}.ts`);
    writeFileSync(file, script);
    try {
      const start = () => promisify(execFile)(process.execPath, ["--import", "tsx", file]);
      const counts = (await Promise.all([start(), start(), start()])).map(({ stdout }) => Number(stdout));
      const all = (await applied()).length;
      expect(counts.sort((a, b) => a - b)).toEqual([0, 0, all]);
    } finally {
      rmSync(file);
      await closeDatabase();
      rmSync(fresh, { recursive: true, force: true });
    }
  }, 120_000);

  it("keep the children of a parent that is rebuilt", async () => {
    await tx(insertFullRows);
    await closeDatabase();
    // What drizzle-kit writes for SQLite when a column changes; PostgreSQL can alter in place.
    const rebuild = [
      "PRAGMA foreign_keys=OFF",
      "CREATE TABLE __new_households AS SELECT * FROM households",
      "CREATE UNIQUE INDEX households_rebuilt ON __new_households (code)",
      "DROP TABLE households",
      "ALTER TABLE __new_households RENAME TO households",
      "PRAGMA foreign_keys=ON",
    ];
    addMigration(
      "9001_rebuild",
      ...(engine === "sqlite" ? rebuild : ["ALTER TABLE households ALTER COLUMN address TYPE varchar"]),
    );
    expect(await migrate(folder)).toEqual(["9001_rebuild"]);
    expect(await db.$count(households)).toBe(1);
    expect(await db.$count(members)).toBe(1);
    expect(await db.$count(parcels)).toBe(1);
  });

  it("refuse to leave a child without its parent", async () => {
    await tx(insertFullRows);
    await closeDatabase();
    addMigration("9001_orphans", "DELETE FROM households");
    await expect(migrate(folder)).rejects.toThrow();
    expect(await db.$count(households)).toBe(1);
  });
});
