import { fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { closeDatabase, db, tx } from "@/db/client";
import { migrate } from "@/db/migrate";
import { households, importBatches, members } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { type WorkerQuestion, type WorkerSays, workerProcess } from "@/lib/imports/runner";
import { anEmptyCounty } from "@/lib/imports/testing";
import { writeSealed } from "@/lib/spreadsheets/source";

/** One task of the import's worker, as the server would have it done. @returns seconds and MB at its highest. */
function work(question: WorkerQuestion): Promise<{ seconds: number; mb: number; said: WorkerSays | null }> {
  const worker = fork(join("scripts", "import-worker.ts"), [], {
    ...workerProcess(),
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const started = performance.now();
  let mb = 0;
  let said: WorkerSays | null = null;
  const timer = setInterval(() => {
    try {
      const text = readFileSync(`/proc/${worker.pid}/status`, "utf8");
      mb = Math.max(mb, Number(/^VmHWM:\s*(\d+)/m.exec(text)?.[1] ?? 0) / 1024);
    } catch {
      // It has just ended.
    }
  }, 100);
  worker.on("message", (message: WorkerSays) => {
    if (message.says !== "progress") said = message;
  });
  worker.send(question);
  return new Promise((resolve) =>
    worker.once("exit", () => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - started) / 1000, mb, said });
    }),
  );
}

/** A file brought into a county that has nobody on its register. */
export async function importInto(database: string, file: Buffer): Promise<void> {
  process.env.DATABASE_URL = `file:${database}`;
  await migrate();
  await anEmptyCounty();
  const importId = "LOAD";
  const batch = { id: importId, kind: "households" as const, divisionScope: "610724", stagedFor: today() };
  await tx((w) =>
    w.insert(importBatches).values({ ...batch, fileName: "county.xlsx", fileSize: file.length }),
  );
  const path = `${database}.upload`;
  const key = await writeSealed(
    path,
    (async function* () {
      yield file;
    })(),
  );
  const question = {
    importId,
    kind: batch.kind,
    scope: batch.divisionScope,
    today: batch.stagedFor,
    userId: null,
  };
  const staged = await work({ task: "stage", question, path, key });
  console.log(
    `dry run, every row new: ${staged.seconds.toFixed(1)} s, worker ${staged.mb.toFixed(0)} MB; ${JSON.stringify(staged.said)}`,
  );
  await tx((w) => w.update(importBatches).set({ state: "committing" }).where(eq(importBatches.id, importId)));
  const committed = await work({ task: "commit", question: { ...question, asker: systemAsker } });
  console.log(
    `commit, every row new: ${committed.seconds.toFixed(1)} s, worker ${committed.mb.toFixed(0)} MB`,
  );
  console.log(`${await db.$count(households)} households, ${await db.$count(members)} persons`);
  writeFileSync(path, "");
  await closeDatabase();
}
