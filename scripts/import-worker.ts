/** Reads, commits, undoes or writes one file and ends: asked and answered by messages from lib/imports/runner.ts. */
import { once } from "node:events";
import { closeDatabase } from "@/db/client";
import { applyBatch, undoBatch } from "@/lib/imports/apply";
import { errorFile } from "@/lib/imports/error-file";
import { exportHouseholds } from "@/lib/imports/export";
import type { WorkerQuestion, WorkerSays } from "@/lib/imports/runner";
import { type StageAnswer, stageFile } from "@/lib/imports/stage";
import { isRefusal } from "@/lib/refusal/refusal";
import { sealedSource } from "@/lib/spreadsheets/source";

const say = (message: WorkerSays) => new Promise((sent) => process.send?.(message, sent));

let last = 0;
/** Often enough for a bar, seldom enough to cost nothing. */
function onProgress(share: number) {
  const now = performance.now();
  if (now - last < 200) return;
  last = now;
  process.send?.({ says: "progress", share } satisfies WorkerSays);
}

/** Chunk by chunk to whoever reads, no faster than they do. */
async function put(chunks: AsyncIterable<Uint8Array>) {
  for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
}

async function answerTo(asked: WorkerQuestion): Promise<StageAnswer | null> {
  if (asked.task === "export") await put(exportHouseholds(asked.asker, asked.question));
  if (asked.task === "errors") await put(errorFile(asked.asker, asked.importId, asked.whole));
  if (asked.task === "stage")
    return stageFile(asked.question, await sealedSource(asked.path, asked.key), onProgress);
  if (asked.task === "commit") await applyBatch(asked.question, onProgress);
  if (asked.task === "undo") await undoBatch(asked.question, onProgress);
  return null;
}

process.once("message", async (asked: WorkerQuestion) => {
  try {
    await say({ says: "done", answer: await answerTo(asked) });
  } catch (error) {
    const known = isRefusal(error);
    // An error's words may quote a row; its name and code do not.
    if (!known) console.error(`import worker: ${error instanceof Error ? error.name : "unknown"}`);
    if (!known && process.env.SANJIN_DEBUG) console.error(error);
    process.exitCode = 1;
    await say({ says: "failed", failure: known ? { code: error.code, ...error.data } : { code: "failed" } });
  }
  await closeDatabase();
  process.disconnect();
});
// The server is gone: nobody waits for the answer.
process.once("disconnect", () => process.exit());
