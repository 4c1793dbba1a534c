/** Computes one plan and ends: asked and answered by messages from lib/plans/runner.ts. */
import { closeDatabase } from "@/db/client";
import { InfeasiblePin } from "@/lib/matching/plan/rules";
import { computePlan, type PlanQuestion } from "@/lib/plans/compute";
import type { WorkerSays } from "@/lib/plans/runner";

const say = (message: WorkerSays) => new Promise((sent) => process.send?.(message, sent));
const clock = () => performance.now() / 1000;

process.once("message", async (question: PlanQuestion) => {
  try {
    let last = 0;
    const plan = await computePlan(question, clock, (progress) => {
      // Often enough for a bar, seldom enough to cost nothing.
      if (clock() - last > 0.2) process.send?.({ says: "progress", progress } satisfies WorkerSays);
      if (clock() - last > 0.2) last = clock();
      return true;
    });
    await say({ says: "done", plan });
  } catch (error) {
    const pin = error instanceof InfeasiblePin;
    if (!pin) console.error(`plan worker: ${error instanceof Error ? error.message : error}`);
    await say({
      says: "failed",
      failure: pin ? { code: error.fault, household: error.group, posting: error.bin } : { code: "failed" },
    });
  }
  await closeDatabase();
  process.disconnect();
});
// The server is gone: nobody waits for the answer.
process.once("disconnect", () => process.exit());
