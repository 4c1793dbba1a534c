import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { type Change, changesAbove } from "@/lib/matching/change";
import type { LeftOut } from "@/lib/matching/eligibility";
import { decode } from "@/lib/matching/index/decode";
import { exactRow, topOrder } from "@/lib/matching/index/rank";
import { prepareFor, prepareRanking } from "@/lib/matching/queries";
import { type Reason, reasonsOf } from "@/lib/matching/reasons";
import { match } from "@/lib/matching/score";
import type { Factors } from "@/lib/policy/policy";
import { refuse } from "@/lib/refusal/refusal";

/** One household's place in a ranking: why it stands there, and what would move it. */

export type WhyNot =
  | { leftOut: LeftOut }
  | { place: number | null; score: number; parts: Factors; reasons: Reason[]; changes: Change[] };

/**
 * Why a household is not among the first `limit` of a posting: the rule that leaves it out; or its place, and
 * the single changes that would bring it in, the smallest first (none needed when it is among them).
 * A household asks for itself alone, and is told no place: others would follow from it.
 * @throws as rankingFor; not-found also for a household out of the asker's sight.
 */
export async function whyNot(
  asker: Asker,
  postingId: string,
  householdCode: string,
  { today, limit = 50 }: { today: string; limit?: number },
): Promise<WhyNot> {
  const grant = permit(asker, "ranking", "read");
  const own = grant.reach === "own-household";
  if (grant.view === "card" && !own) return refuse("not-found");
  const prepared = await prepareFor(asker, grant, postingId, today);
  const { index, rowOf, roads, fact, policy, question, inScope } = prepared;
  const row = rowOf.get(householdCode);
  if (row === undefined || !(own ? asker.householdCode === householdCode : inScope(row)))
    return refuse("not-found");
  const household = decode(index, row);
  const answer = match(household, fact.posting, policy, today, roads);
  if ("leftOut" in answer) return answer;
  const order = topOrder(index, question, index.size);
  const place = order.indexOf(row) + 1;
  const cutRow = order[Math.min(limit, order.length) - 1];
  const { score, parts } = answer;
  const reasons = reasonsOf(household, fact.posting, answer, policy, today);
  if (place <= limit || cutRow === undefined)
    return { place: own ? null : place, score, parts, reasons, changes: [] };
  const cut = { score: exactRow(index, question, cutRow).score, code: index.codes[cutRow]! };
  const changes = changesAbove(household, fact.posting, answer, cut, policy, today);
  return { place: own ? null : place, score, parts, reasons, changes };
}

/**
 * The places households have by the county's own weights: what a "what if" is held against.
 * @throws as rankingFor; to an auditor, whose rows carry no codes, it says nothing.
 */
export async function placesOf(
  asker: Asker,
  postingId: string,
  codes: readonly string[],
  { today }: { today: string },
): Promise<Map<string, number>> {
  const { index, question, rowOf, grant, inScope } = await prepareRanking(asker, postingId, today);
  if (grant.view === "card") return new Map();
  const wanted = new Map(
    codes.flatMap((code) => {
      const row = rowOf.get(code);
      return row !== undefined && inScope(row) ? [[row, code] as const] : [];
    }),
  );
  const places = new Map<string, number>();
  for (const [i, row] of topOrder(index, question, index.size).entries()) {
    const code = wanted.get(row);
    if (code !== undefined) places.set(code, i + 1);
  }
  return places;
}
