/**
 * Applies the migrations drizzle-kit wrote, all or nothing, under a lock. A file of our own, not drizzle's
 * migrator, for three reasons: drizzle's runs SQLite table rebuilds with foreign keys on, which deletes the
 * children of a rebuilt parent; it takes no lock; and it does not notice a database newer than the build.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { databaseUrl, sqlitePath } from "@/db/client";
import { engine } from "@/db/columns";
import { openSqlite } from "@/db/sqlite";

type Migration = { name: string; hash: string; statements: string[] };

function knownMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return journal.entries.map(({ tag }) => {
    const sqlText = readFileSync(join(folder, `${tag}.sql`), "utf8");
    return {
      name: tag,
      hash: createHash("sha256").update(sqlText).digest("hex"),
      statements: sqlText.split("--> statement-breakpoint").filter((s) => s.trim() !== ""),
    };
  });
}

/** What is still to be applied; refuses a database this build does not know. */
function pending(known: Migration[], applied: { name: string; hash: string }[]): Migration[] {
  applied.forEach((row, i) => {
    const migration = known[i];
    if (!migration)
      throw new Error(
        `The database is newer than this build: it knows migration ${row.name}. Start a newer build.`,
      );
    if (migration.name !== row.name || migration.hash !== row.hash)
      throw new Error(
        `Migration ${row.name} in the database is not ${migration.name} of this build. A demo database from before the first release is removed (data/) and made anew.`,
      );
  });
  return known.slice(applied.length);
}

const createTable = "CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, hash text NOT NULL)";

function migrateSqlite(folder: string): string[] {
  const connection = openSqlite(sqlitePath());
  try {
    connection.pragma("foreign_keys = OFF");
    // A rebuilt table is away for a moment: triggers of other tables that name it must not stop the renaming.
    connection.pragma("legacy_alter_table = ON");
    connection.exec("BEGIN EXCLUSIVE");
    connection.exec(createTable);
    const applied = connection.prepare("SELECT name, hash FROM migrations ORDER BY name").all() as {
      name: string;
      hash: string;
    }[];
    const todo = pending(knownMigrations(folder), applied);
    for (const migration of todo) {
      for (const statement of migration.statements) connection.exec(statement);
      connection.prepare("INSERT INTO migrations VALUES (?, ?)").run(migration.name, migration.hash);
    }
    const broken = todo.length > 0 ? (connection.pragma("foreign_key_check") as unknown[]) : [];
    if (broken.length > 0) throw new Error(`A migration left ${broken.length} broken references.`);
    connection.exec("COMMIT");
    return todo.map((m) => m.name);
  } finally {
    connection.close();
  }
}

async function migratePostgres(folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(610724)");
    await client.query(createTable);
    const applied = await client.query<{ name: string; hash: string }>(
      "SELECT name, hash FROM migrations ORDER BY name",
    );
    const todo = pending(knownMigrations(folder), applied.rows);
    for (const migration of todo) {
      for (const statement of migration.statements) await client.query(statement);
      await client.query("INSERT INTO migrations VALUES ($1, $2)", [migration.name, migration.hash]);
    }
    await client.query("COMMIT");
    return todo.map((m) => m.name);
  } finally {
    await client.end();
  }
}

/**
 * Brings the database of DATABASE_URL up to this build.
 * @returns the names of the migrations applied now.
 * @throws when the database is newer than the build, or a migration fails (nothing is applied then).
 */
export async function migrate(folder = join(process.cwd(), "db", "migrations", engine)): Promise<string[]> {
  return engine === "postgresql" ? migratePostgres(folder) : migrateSqlite(folder);
}
