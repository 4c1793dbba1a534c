import { fork } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, sqlitePath, tx } from "@/db/client";
import { importBatches } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemAsker } from "@/lib/access/asker";
import { bookOf } from "@/lib/imports/corpus/cases.testing";
import { head, spouse } from "@/lib/imports/corpus/people.testing";
import type { WorkerQuestion, WorkerSays } from "@/lib/imports/runner";
import { anEmptyCounty, importDay, staged } from "@/lib/imports/testing";

/** So many commits killed; `npm run test:crash` kills a hundred. */
const kills = Number(process.env.SANJIN_KILLS ?? "5");
const count = 600;

let folder: string;
let template: string;
let importId: string;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestDatabase();
  await anEmptyCounty();
  const rows = Array.from({ length: count }, (_, i) => [
    head(`K${1000 + i}`, { 姓名: `张${i}` }),
    spouse(`K${1000 + i}`, { 姓名: `李${i}` }),
  ]).flat();
  ({ id: importId } = await staged(bookOf(rows)));
  await tx((w) => w.update(importBatches).set({ state: "committing" }).where(eq(importBatches.id, importId)));
  folder = mkdtempSync(join(tmpdir(), "sanjin-crash-"));
  template = join(folder, "template.db");
  const path = sqlitePath();
  await closeDatabase();
  const database = new Database(path);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  copyFileSync(path, template);
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await close();
});

/** The worker commits; after `killAfterMs` from the start of its transaction it is killed. @returns ms it took. */
function commit(database: string, killAfterMs: number | null): Promise<number> {
  const worker = fork("scripts/import-worker.ts", [], {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, DATABASE_URL: `file:${database}` },
  });
  const question = { importId, kind: "households" as const, today: importDay, asker: systemAsker };
  worker.send({ task: "commit", question } satisfies WorkerQuestion);
  let began = 0;
  return new Promise((resolve) => {
    worker.on("message", (said: WorkerSays) => {
      if (said.says !== "progress" || began !== 0) return;
      began = performance.now();
      if (killAfterMs !== null) setTimeout(() => worker.kill("SIGKILL"), killAfterMs);
    });
    worker.once("exit", () => resolve(performance.now() - began));
  });
}

/** What a database holds after whatever happened to it. */
function held(path: string) {
  const database = new Database(path);
  const one = (sql: string) => Number(database.prepare(sql).pluck().get());
  const found = {
    intact: database.pragma("integrity_check", { simple: true }),
    state: String(database.prepare("select state from import_batches").pluck().get()),
    counts: [
      "households",
      "members",
      "household_details",
      "member_details",
      "household_changes",
      "audit",
    ].map((table) => one(`select count(*) from ${table}`)),
  };
  database.close();
  return found;
}

it(`${kills} commits killed at any point brought in all or nothing`, { timeout: 3_600_000 }, async () => {
  const trial = (name: string) => {
    const path = join(folder, `${name}.db`);
    copyFileSync(template, path);
    return path;
  };
  const nothing = held(template);
  const whole = trial("whole");
  const took = await commit(whole, null);
  const all = held(whole);
  expect(all.state).toBe("committed");
  expect(all.counts.slice(0, 2)).toEqual([count, 2 * count]);
  const outcomes = { all: 0, nothing: 0 };
  for (let i = 0; i < kills; i++) {
    const path = trial(`kill-${i}`);
    // Spread over the whole of it, and a little beyond.
    await commit(path, ((i + 0.5) / kills) * took * 1.1);
    const after = held(path);
    expect(after.intact).toBe("ok");
    if (after.state === "committed") {
      expect(after).toEqual(all);
      outcomes.all++;
    } else {
      expect(after).toEqual(nothing);
      outcomes.nothing++;
    }
    rmSync(path);
  }
  console.log(outcomes);
  // Some were killed before the end; whoever is killed can be committed again.
  expect(outcomes.nothing).toBeGreaterThan(0);
  const again = trial("again");
  await commit(again, took / 2);
  if (held(again).state !== "committed") await commit(again, null);
  expect(held(again)).toEqual(all);
});
