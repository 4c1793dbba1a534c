import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { postingProblem } from "@/lib/matching/eligibility";
import { RankingThreads } from "@/lib/matching/index/threads";
import { currentCounty } from "@/lib/matching/queries/current";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";

/** The best households of one posting: codes and unrounded scores. */
export type PostingRanking = { posting: string; rows: { household: string; score: number }[] };

/**
 * Every open posting with its best households, ranked on several threads. For whoever sees everything: the
 * command line, which runs as the system.
 * @throws Refusal forbidden.
 */
export async function rankAll(
  asker: Asker,
  { today, limit, threads }: { today: string; limit: number; threads: number },
): Promise<PostingRanking[]> {
  if (permit(asker, "ranking", "read").reach !== "everything") refuse("forbidden");
  const [{ index, postings }, policy] = await Promise.all([currentCounty(), policyFor(today)]);
  const open = postings(today)
    .map((fact) => fact.posting)
    .filter((posting) => postingProblem(posting) === null);
  const ranking = await RankingThreads.start(index, open, policy, today, { limit, threads });
  try {
    const lists = await ranking.rank();
    return open.map((posting, i) => ({
      posting: posting.id,
      rows: (lists[i] ?? []).map(({ row, score }) => ({ household: index.codes[row]!, score })),
    }));
  } finally {
    await ranking.end();
  }
}
