import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CountyPosting } from "@/lib/matching/county";
import type { CountyIndex } from "@/lib/matching/index/layout";
import type { ThreadWork } from "@/lib/matching/index/threads-worker";
import type { Policy } from "@/lib/policy/policy";

/** A row of the index and its unrounded score. */
export type Ranked = { row: number; score: number };
type Answer = { rows: Int32Array; scores: Float64Array };

/**
 * Threads that each hold a copy of the index and rank their share of the postings, dealt out in turn: all
 * postings of a county on all its cores. The answer is the one `topRows` gives, posting by posting.
 */
export class RankingThreads {
  private constructor(
    private readonly workers: Worker[],
    private readonly count: number,
    private readonly limit: number,
  ) {}

  /** Starts the threads and waits until they have the index. @param limit rows a posting; @param threads how many. */
  static async start(
    index: CountyIndex,
    postings: readonly CountyPosting[],
    policy: Policy,
    today: string,
    { limit = 50, threads = 2 }: { limit?: number; threads?: number } = {},
  ): Promise<RankingThreads> {
    // A worker does not inherit the TypeScript loader, so it first takes that, then its file.
    const file = JSON.stringify(new URL("./threads-worker.ts", import.meta.url).href);
    const start = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${file}); })`;
    const workers = Array.from({ length: threads }, (_, part) => {
      const share = postings.filter((_, i) => i % threads === part);
      const workerData: ThreadWork = { index, postings: share, policy, today, limit };
      return new Worker(start, { workerData, eval: true });
    });
    await Promise.all(workers.map((worker) => once(worker, "message")));
    return new RankingThreads(workers, postings.length, limit);
  }

  /** The best `limit` rows of every posting, in the postings' order. */
  async rank(): Promise<Ranked[][]> {
    const { workers, limit } = this;
    const answers = workers.map((worker) => once(worker, "message"));
    for (const worker of workers) worker.postMessage("rank");
    const parts = (await Promise.all(answers)) as [Answer][];
    return Array.from({ length: this.count }, (_, i) => {
      const { rows, scores } = parts[i % workers.length]![0];
      const from = Math.floor(i / workers.length) * limit;
      const list: Ranked[] = [];
      for (let k = from; k < from + limit && rows[k]! >= 0; k++)
        list.push({ row: rows[k]!, score: scores[k]! });
      return list;
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
