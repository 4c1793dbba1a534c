import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Asker } from "@/lib/access/asker";
import type { ApplyQuestion } from "@/lib/imports/apply";
import type { ExportQuestion } from "@/lib/imports/export";
import type { StageAnswer, StageQuestion } from "@/lib/imports/stage";
import { Turns } from "@/lib/imports/turns";
import type { FileKey } from "@/lib/spreadsheets/source";

/** What the worker process is asked. */
export type WorkerQuestion =
  | { task: "stage"; question: StageQuestion; path: string; key: FileKey }
  | { task: "commit"; question: ApplyQuestion }
  | { task: "undo"; question: ApplyQuestion }
  | { task: "export"; asker: Asker; question: ExportQuestion }
  | { task: "errors"; asker: Asker; importId: string; whole: boolean };
/** What it says. */
export type WorkerSays =
  | { says: "progress"; share: number }
  | { says: "done"; answer: StageAnswer | null }
  | { says: "failed"; failure: { code: string; [data: string]: unknown } };

/** `worker` is null while the file waits for its turn; `leave` gives the turn to the next. */
type Job = { worker: ChildProcess | null; share: number; leave: () => void };
/** Files read at once: each takes a processor and up to its heap. Commits wait for the database by themselves. */
const readAtOnce = 2;
const store = globalThis as { sanjinImports?: Map<string, Job>; sanjinReading?: Turns };
store.sanjinImports ??= new Map();
store.sanjinReading ??= new Turns(readAtOnce);
const jobs = store.sanjinImports;
const reading = store.sanjinReading;

/** A worker keeps to a small part of a small machine; a file that would fill it ends its own process only. */
export const workerProcess = () => ({
  execArgv: ["--max-old-space-size=400", "--max-semi-space-size=2", "--import", "tsx"],
  env: { ...process.env, SANJIN_SQLITE_CACHE: "8", MALLOC_ARENA_MAX: "1" },
});

/** A worker that waits to be asked. */
export function startWorker(stdout: "inherit" | "pipe"): ChildProcess {
  const script = join(/* turbopackIgnore: true */ process.cwd(), "scripts", "import-worker.ts");
  return fork(script, [], {
    ...workerProcess(),
    serialization: "advanced",
    stdio: ["ignore", stdout, "inherit", "ipc"],
  });
}

/** What is said of a worker that ended without a word: out of memory it was the file. */
export const endedWithout = (
  task: WorkerQuestion["task"],
  code: number | null,
  signal: NodeJS.Signals | null,
): { code: string; [data: string]: unknown } =>
  task === "stage" && (signal === "SIGABRT" || code === 134)
    ? { code: "file", problem: "inflates" }
    : { code: "worker-ended" };

/**
 * Reads, commits or undoes a file in a process of its own, so that pages stay as quick as before: reading takes
 * seconds of a processor, and a commit holds the database's writer without a pause. A file to be read waits while
 * others are.
 */
export function runImport(
  importId: string,
  asked: WorkerQuestion,
  finished: (said: WorkerSays) => Promise<void>,
): void {
  const job: Job = { worker: null, share: 0, leave: () => undefined };
  jobs.set(importId, job);
  const start = () => run(importId, job, asked, finished);
  if (asked.task === "stage") job.leave = reading.ask(start);
  else start();
}

function run(
  importId: string,
  job: Job,
  asked: WorkerQuestion,
  finished: (said: WorkerSays) => Promise<void>,
): void {
  const worker = startWorker("inherit");
  job.worker = worker;
  let said: WorkerSays | null = null;
  worker.on("message", (message: WorkerSays) => {
    if (message.says === "progress") job.share = message.share;
    else said = message;
  });
  const end = (code: number | null, signal: NodeJS.Signals | null) => {
    job.leave();
    const last = said ?? { says: "failed" as const, failure: endedWithout(asked.task, code, signal) };
    // Another job may have begun for the file since this one was stopped.
    if (jobs.get(importId) === job && jobs.delete(importId))
      finished(last).catch((error: unknown) =>
        console.error(`ending an import failed: ${error instanceof Error ? error.name : "unknown"}`),
      );
  };
  worker.once("exit", end);
  // A process that could not start or be asked never exits; unheard, its error would end the server.
  worker.on("error", () => end(null, null));
  worker.send(asked);
}

/** How far a file is, 0 … 1; null when nothing of it runs here. */
export const progressOf = (importId: string): number | null => jobs.get(importId)?.share ?? null;

/** Whether a file waits until others are read. */
export const waitsItsTurn = (importId: string): boolean => jobs.get(importId)?.worker === null;

/** Ends what runs for a file; it is not reported as finished. */
export function stopImport(importId: string): void {
  const job = jobs.get(importId);
  jobs.delete(importId);
  job?.leave();
  job?.worker?.kill();
}
