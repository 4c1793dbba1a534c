import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeDatabase } from "@/db/client";
import { engine } from "@/db/columns";
import { migrate } from "@/db/migrate";

/**
 * Gives the calling test file a fresh, migrated database of the engine under test and points DATABASE_URL at
 * it. Call it in beforeAll; call what it returns in afterAll.
 */
export async function openTestDatabase(): Promise<() => Promise<void>> {
  await closeDatabase();
  if (engine === "postgresql") {
    const name = `sanjin_${process.pid}_${Math.random().toString(36).slice(2)}`;
    const server = new URL(process.env.SANJIN_TEST_POSTGRES ?? process.env.DATABASE_URL ?? "");
    const admin = new pg.Client({ connectionString: server.href });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.end();
    server.pathname = `/${name}`;
    process.env.DATABASE_URL = server.href;
    await migrate();
    return closeDatabase;
  }
  const folder = mkdtempSync(join(tmpdir(), "sanjin-test-"));
  process.env.DATABASE_URL = `file:${join(folder, "test.db")}`;
  await migrate();
  return async () => {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  };
}
