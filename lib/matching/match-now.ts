import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { postings, projects } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import type { CountyHousehold, CountyPosting } from "@/lib/matching/county";
import type { Roads } from "@/lib/matching/distance";
import type { LeftOut } from "@/lib/matching/eligibility";
import { type PostingFacts, postingsOn } from "@/lib/matching/posting-facts";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { loadPostings } from "@/lib/matching/queries/postings";
import { roadsBetween } from "@/lib/matching/queries/roads";
import { match, type Scored } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";

export type MatchNow = {
  household: CountyHousehold;
  posting: CountyPosting;
  /** What the posting pays, for what it would bring in a year. */
  pay: PostingFacts["pay"];
  policy: Policy;
  roads: Roads;
  answer: Scored | { leftOut: LeftOut };
};

/** A posting as it stands on a day, fresh from the database; null when there is none with that id. */
export async function postingNow(from: Source, id: string, today: string): Promise<PostingFacts | null> {
  const [owner] = await from
    .select({ enterpriseId: projects.enterpriseId })
    .from(postings)
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .where(eq(postings.id, id));
  if (!owner) return null;
  const { facts, liveKinds } = await loadPostings(from, [owner.enterpriseId]);
  return postingsOn(facts, liveKinds, today).find((f) => f.posting.id === id) ?? null;
}

/**
 * One pair judged by the reference engine on rows read through `from`, so that inside a transaction it sees
 * what that transaction sees: what an application freezes and an approval checks again. Asks no permission:
 * the command that calls it has checked its asker.
 * @throws Refusal not-found when the posting or the household does not exist.
 */
export async function matchNow(
  from: Source,
  postingId: string,
  householdCode: string,
  today: string,
): Promise<MatchNow> {
  const fact = await postingNow(from, postingId, today);
  const [household] = await loadHouseholds(from, [householdCode]);
  if (!fact || !household) return refuse("not-found");
  const policy = await policyFor(today, from);
  const { posting, pay } = fact;
  const roads = await roadsBetween(from, household.village, posting.village);
  return { household, posting, pay, policy, roads, answer: match(household, posting, policy, today, roads) };
}

/** The same outside a transaction. */
export const matchOf = (postingId: string, householdCode: string, today: string): Promise<MatchNow> =>
  matchNow(db, postingId, householdCode, today);
