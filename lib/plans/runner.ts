import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Progress } from "@/lib/matching/plan/solve";
import type { ComputedPlan, PlanQuestion } from "@/lib/plans/compute";

/** What the worker process says. */
export type WorkerSays =
  | { says: "progress"; progress: Progress }
  | { says: "done"; plan: ComputedPlan }
  | { says: "failed"; failure: { code: string; [data: string]: unknown } };

/** How far a running plan is, for the page that waits. */
export type Running = { progress: Progress | null; startedAt: number };

type Job = Running & { worker: ChildProcess };
const store = globalThis as { sanjinPlans?: Map<string, Job> };
store.sanjinPlans ??= new Map();
const jobs = store.sanjinPlans;

/**
 * Computes a plan in a process of its own, so that pages stay as quick as before and cancelling needs nobody's
 * help: the process is ended. (A worker thread would do the first, but not the second, in the middle of a loop.)
 */
export function runPlan(
  planId: string,
  question: PlanQuestion,
  finished: (said: WorkerSays) => Promise<void>,
): void {
  const script = join(/* turbopackIgnore: true */ process.cwd(), "scripts", "plan-worker.ts");
  const worker = fork(script, [], {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    stdio: "inherit",
  });
  const job: Job = { worker, progress: null, startedAt: Date.now() };
  jobs.set(planId, job);
  let said: WorkerSays = { says: "failed", failure: { code: "worker-ended" } };
  worker.on("message", (message: WorkerSays) => {
    if (message.says === "progress") job.progress = message.progress;
    else said = message;
  });
  const end = () => {
    // Cancelled ones are no longer here and have been written down as such.
    if (jobs.delete(planId))
      finished(said).catch((error: unknown) =>
        console.error(`writing a plan failed: ${error instanceof Error ? error.name : "unknown"}`),
      );
  };
  worker.once("exit", end);
  // A process that could not start or be asked never exits; unheard, its error would end the server.
  worker.on("error", end);
  worker.send(question);
}

/** Ends a running plan. @returns false when it was not running here. */
export function stopPlan(planId: string): boolean {
  const job = jobs.get(planId);
  jobs.delete(planId);
  return job?.worker.kill() ?? false;
}

export const runningPlan = (planId: string): Running | null => jobs.get(planId) ?? null;
