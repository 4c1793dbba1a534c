import { parentPort, workerData } from "node:worker_threads";
import type { CountyPosting } from "@/lib/matching/county";
import type { CountyIndex } from "@/lib/matching/index/layout";
import { topRows } from "@/lib/matching/index/rank";
import type { Policy } from "@/lib/policy/policy";

/** What a thread is born with; at each message it ranks its postings and answers rows and scores. */
export type ThreadWork = {
  index: CountyIndex;
  postings: CountyPosting[];
  policy: Policy;
  today: string;
  limit: number;
};

const { index, postings, policy, today, limit } = workerData as ThreadWork;
parentPort?.on("message", () => {
  const rows = new Int32Array(postings.length * limit).fill(-1);
  const scores = new Float64Array(postings.length * limit);
  postings.forEach((posting, i) => {
    topRows(index, posting, policy, today, limit).forEach((top, j) => {
      rows[i * limit + j] = top.row;
      scores[i * limit + j] = top.score;
    });
  });
  parentPort?.postMessage({ rows, scores }, [rows.buffer, scores.buffer]);
});
parentPort?.postMessage("ready");
