import { and, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { applications } from "@/db/schema";
import { underWay } from "@/lib/applications/moves";
import type { CountyIndex } from "@/lib/matching/index/layout";
import { questionOf } from "@/lib/matching/index/question";
import { countTier, noTierMoves, type TierMoves, tierMoves } from "@/lib/matching/index/tiers";
import type { PostingFacts } from "@/lib/matching/posting-facts";
import type { Policy } from "@/lib/policy/policy";

/** What other thresholds would change: matches of open postings, and applications under way. */
export type TierEffects = {
  /** Postings looked at: all that are open, or as many of them, evenly spread, as the work allows. */
  looked: number;
  matches: TierMoves;
  /** By the score they were made with. The tier they were made with stays until the household applies anew. */
  applications: TierMoves;
  /** The postings looked at that have matches in another tier, most first. */
  most: { fact: PostingFacts; moved: number; of: number }[];
};

/** Rows of the index asked at most, over all postings: a second or so. */
const mostRows = 4_000_000;

/** Evenly spread over a list, whole when it is short enough. */
export function spread<T>(list: readonly T[], atMost: number): T[] {
  if (list.length <= atMost) return [...list];
  return Array.from({ length: atMost }, (_, i) => list[Math.floor((i * list.length) / atMost)] as T);
}

/** @param open in a fixed order, so that the same are looked at each time. */
export async function tierEffects(
  index: CountyIndex,
  open: readonly PostingFacts[],
  before: Policy,
  after: Policy,
  today: string,
): Promise<TierEffects> {
  const looked = spread(open, Math.max(1, Math.floor(mostRows / Math.max(1, index.size))));
  const matches = noTierMoves();
  const most: TierEffects["most"] = [];
  for (const fact of looked) {
    const { of, up, down } = tierMoves(
      index,
      questionOf(fact.posting, before, today, index.stated),
      before,
      after,
    );
    matches.of += of;
    matches.up += up;
    matches.down += down;
    if (up + down > 0) most.push({ fact, moved: up + down, of });
    // A breath between postings: other pages need not wait for all of them.
    await new Promise((breath) => setImmediate(breath));
  }
  most.sort((a, b) => b.moved - a.moved || (a.fact.posting.id < b.fact.posting.id ? -1 : 1));
  return { looked: looked.length, matches, applications: await applicationMoves(before, after), most };
}

/** Applications in the running that are not final yet, by the score each was made with. */
async function applicationMoves(before: Policy, after: Policy): Promise<TierMoves> {
  const rows = await db
    .select({
      score: sql<number>`cast(${applications.match} ->> 'score' as double precision)`.mapWith(Number),
    })
    .from(applications)
    .where(
      and(
        inArray(applications.state, [...underWay]),
        ne(applications.state, "final"),
        isNull(applications.overOn),
        isNotNull(applications.match),
      ),
    );
  const moves = noTierMoves();
  for (const { score } of rows) countTier(moves, score, before, after);
  return moves;
}
