import { byCode, type County, type CountyHousehold, type CountyPosting } from "@/lib/matching/county";
import { postingProblem } from "@/lib/matching/eligibility";
import { match, type Scored } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";

/**
 * The reference: every household scored, everything sorted. The county index must answer the same, faster
 * (lib/matching/index); whoever doubts an answer reads this file.
 */

/** Scores are ordered by their billionths, so that the last bits of a double never decide. */
export const orderKey = (score: number): number => Math.round(score * 1e9);

/** Best first; at equal keys the lower code. */
export function byScore(a: { score: number; code: string }, b: { score: number; code: string }): number {
  return orderKey(b.score) - orderKey(a.score) || byCode(a.code, b.code);
}

export type RankedHousehold = Scored & { code: string; household: CountyHousehold };

/**
 * The households that fit a posting, best first.
 * @param options.limit how many to return; all when left out.
 */
export function rankHouseholds(
  posting: CountyPosting,
  county: Pick<County, "households" | "roads">,
  policy: Policy,
  today: string,
  options: { limit?: number } = {},
): RankedHousehold[] {
  const ranked: RankedHousehold[] = [];
  for (const household of county.households) {
    const scored = match(household, posting, policy, today, county.roads);
    if (!("leftOut" in scored)) ranked.push({ ...scored, code: household.code, household });
  }
  return ranked.sort(byScore).slice(0, options.limit);
}

export type RankedPosting = Scored & { code: string; posting: CountyPosting };

/** The open postings with room left that a household fits, of every kind, best first. */
export function rankPostings(
  household: CountyHousehold,
  county: Pick<County, "postings" | "roads">,
  policy: Policy,
  today: string,
  options: { limit?: number } = {},
): RankedPosting[] {
  const ranked: RankedPosting[] = [];
  for (const posting of county.postings) {
    if (postingProblem(posting)) continue;
    const scored = match(household, posting, policy, today, county.roads);
    // Scored for this call alone: a copy of each of hundreds takes as long as scoring it.
    if (!("leftOut" in scored)) ranked.push(Object.assign(scored, { code: posting.id, posting }));
  }
  return ranked.sort(byScore).slice(0, options.limit);
}
