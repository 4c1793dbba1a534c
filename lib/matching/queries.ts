import { createHmac } from "node:crypto";
import { db } from "@/db/client";
import type { ReachBand } from "@/db/schema";
import { type Asker, isInside } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import type { Grant } from "@/lib/access/table";
import type { FittingPosting, PostingCard, Ranking, RankingRow, RefusedRow } from "@/lib/matching/answers";
import { reachBand } from "@/lib/matching/bands";
import type { RefusalRule } from "@/lib/matching/county";
import { byCode } from "@/lib/matching/county";
import { countRules, ruleAt } from "@/lib/matching/index/count";
import { decode } from "@/lib/matching/index/decode";
import type { CountyIndex } from "@/lib/matching/index/layout";
import { type Question, questionOf } from "@/lib/matching/index/question";
import { exactRow, topOrder } from "@/lib/matching/index/rank";
import { reasonsAt } from "@/lib/matching/index/reasons";
import type { PostingFacts } from "@/lib/matching/posting-facts";
import { countyAtHand, currentCounty } from "@/lib/matching/queries/current";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { rankPostings } from "@/lib/matching/rank";
import { reasonsOf } from "@/lib/matching/reasons";
import { match } from "@/lib/matching/score";
import { tierOf } from "@/lib/matching/tier";
import { yearlyFen } from "@/lib/matching/yearly";
import type { Policy } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { getPosting } from "@/lib/postings/queries";
import { refuse } from "@/lib/refusal/refusal";
import { keys } from "@/lib/sealing/keys";

/** The doors to the engine: who asks, what they may see of the answer, and the answer. */

const cardOf = ({ posting: p, title, projectName, enterpriseName, closesOn }: PostingFacts): PostingCard => ({
  id: p.id,
  kind: p.kind,
  title,
  projectName,
  enterpriseId: p.enterpriseId,
  enterpriseName,
  village: p.village,
  term: p.term,
  closesOn,
  open: p.open,
  capacity: p.capacity,
  taken: p.taken,
});

/** Rows of the index an asker may see: all, or those of its divisions. */
function seen(asker: Asker, grant: Grant, index: CountyIndex): (row: number) => boolean {
  if (grant.reach === "everything") return () => true;
  if (grant.reach !== "division" || !asker.divisionScope) return () => false;
  const from = Number(asker.divisionScope.padEnd(12, "0"));
  const to = Number(asker.divisionScope.padEnd(12, "9"));
  return (row) => index.village[row]! >= from && index.village[row]! <= to;
}

/** What officers and auditors are asked: the ranking of one posting as a whole. @throws as rankingFor. */
export async function prepareRanking(asker: Asker, postingId: string, today: string, whatIf?: Policy) {
  const grant = permit(asker, "ranking", "read");
  // A household has its own place only: see fittingPostings, whyNot.
  if (grant.reach === "own-household") return refuse("forbidden");
  return prepareFor(asker, grant, postingId, today, whatIf);
}

/** The same for who has been asked its permission already. */
export async function prepareFor(
  asker: Asker,
  grant: Grant,
  postingId: string,
  today: string,
  whatIf?: Policy,
) {
  await getPosting(asker, postingId);
  const county = await countyAtHand();
  const fact = county.postings(today).find((f) => f.posting.id === postingId) ?? refuse("not-found");
  const policy = whatIf ?? (await policyFor(today));
  const question = questionOf(fact.posting, policy, today, county.index.stated);
  return { ...county, grant, fact, policy, question, inScope: seen(asker, grant, county.index) };
}

/** Names for an auditor: the same household has the same within a posting, and no other tells anything of it. */
function hidden(postingId: string, code: string): string {
  const mac = createHmac("sha256", keys().blind).update(`ranking:${postingId}:${code}`);
  return mac.digest("base64url").slice(0, 12);
}

/** Without its code, village and income, as an auditor sees it. */
const deidentified = (postingId: string, row: RankingRow): RankingRow => ({
  ...row,
  household: hidden(postingId, row.household),
  village: row.village.slice(0, 9),
  reasons: row.reasons.filter((reason) => reason.code !== "below-line"),
});

function rowOf(index: CountyIndex, question: Question, row: number, place: number): RankingRow {
  const exact = exactRow(index, question, row);
  const { score, labor, land, distance, need } = exact;
  return {
    household: index.codes[row]!,
    village: String(index.village[row]!).padStart(12, "0"),
    place,
    score,
    parts: { labor, land, distance, need },
    reasons: reasonsAt(index, question, exact),
    tier: tierOf(score, question.policy),
    covered: index.projects[row]! > 0,
  };
}

/**
 * The households of the asker's divisions that fit a posting, best first, each with its place in the whole
 * county; and who is left out by which rule. An auditor gets it de-identified.
 * @param options.policy another policy, to see what it would do: nothing is written.
 * @throws Refusal forbidden (households, enterprises), not-found (no such posting in the asker's sight).
 */
export async function rankingFor(
  asker: Asker,
  postingId: string,
  options: { today: string; limit?: number; policy?: Policy },
): Promise<Ranking> {
  const { today, limit = 50 } = options;
  const { index, grant, fact, policy, question, inScope } = await prepareRanking(
    asker,
    postingId,
    today,
    options.policy,
  );
  // Only who sees every household can stop at the limit: the rows of a part may lie anywhere in the order.
  const whole = index.codes.every((_, row) => inScope(row));
  const rows: RankingRow[] = [];
  for (const [i, row] of topOrder(index, question, whole ? limit : index.size).entries()) {
    if (rows.length === limit) break;
    if (inScope(row)) rows.push(rowOf(index, question, row, i + 1));
  }
  const shown = grant.view === "card" ? rows.map((row) => deidentified(postingId, row)) : rows;
  return { posting: cardOf(fact), ...countRules(index, fact.posting, policy, today, inScope), rows: shown };
}

/**
 * Households of the asker's divisions that a posting leaves out, in code order, each with its rule.
 * @param options.after the code to go on after. @throws as rankingFor; forbidden also to auditors.
 */
export async function refusedFor(
  asker: Asker,
  postingId: string,
  options: { today: string; rule?: RefusalRule; limit?: number; after?: string },
): Promise<{ items: RefusedRow[]; next: string | null }> {
  const { today, rule, limit = 50, after = "" } = options;
  const { index, roads, grant, fact, policy, question, inScope } = await prepareRanking(
    asker,
    postingId,
    today,
  );
  if (grant.view === "card") refuse("forbidden");
  const rows: number[] = [];
  for (let row = 0; row < index.size; row++) {
    if (!inScope(row) || index.codes[row]! <= after) continue;
    const refusing = ruleAt(index, question, row);
    if (refusing !== null && (rule === undefined || refusing === rule)) rows.push(row);
  }
  rows.sort((a, b) => byCode(index.codes[a]!, index.codes[b]!));
  const items = rows.slice(0, limit).flatMap((row): RefusedRow[] => {
    const household = decode(index, row);
    const answer = match(household, fact.posting, policy, today, roads);
    if (!("leftOut" in answer)) return [];
    return [{ household: household.code, village: household.village, leftOut: answer.leftOut }];
  });
  return { items, next: rows.length > limit ? (items.at(-1)?.household ?? null) : null };
}

/** A household as it stands: while the index is behind, the register itself is asked for this one. */
async function householdIn(county: Awaited<ReturnType<typeof countyAtHand>>, code: string) {
  if (county.behind) return (await loadHouseholds(db, [code]))[0];
  const row = county.rowOf.get(code);
  return row === undefined ? undefined : decode(county.index, row);
}

/**
 * Open postings that fit a household, of every kind, best first, with what each would bring in a year.
 * @throws Refusal forbidden, not-found (no such household in the asker's sight).
 */
export async function fittingPostings(
  asker: Asker,
  householdCode: string,
  { today, limit }: { today: string; limit?: number },
): Promise<FittingPosting[]> {
  const grant = permit(asker, "ranking", "read");
  const county = await countyAtHand();
  const household = (await householdIn(county, householdCode)) ?? refuse("not-found");
  const mayAsk =
    grant.reach === "own-household"
      ? asker.householdCode === householdCode
      : grant.reach === "everything" || isInside(asker.divisionScope, household.village);
  // An auditor sees rankings without names; a code asked for is a name.
  if (!mayAsk || (grant.view === "card" && grant.reach !== "own-household")) return refuse("not-found");
  const policy = await policyFor(today);
  const facts = new Map(county.postings(today).map((f) => [f.posting.id, f]));
  const open = [...facts.values()].map((f) => f.posting);
  const { roads } = county;
  return rankPostings(
    household,
    { postings: open, roads },
    policy,
    today,
    limit === undefined ? {} : { limit },
  ).map((ranked) => {
    const { posting, score, parts, fit } = ranked;
    const fact = facts.get(posting.id)!;
    const yearly = yearlyFen(posting, fact.pay, fit, policy);
    return {
      posting: cardOf(fact),
      score,
      parts,
      // Said when they are read: a home counts hundreds that fit, and gives the reasons of none.
      get reasons() {
        return reasonsOf(household, posting, ranked, policy, today);
      },
      tier: tierOf(score, policy),
      yearlyFen: yearly,
    };
  });
}

/**
 * How many households of the county fit a posting, as the band that is fixed when it is reviewed. Asks no
 * permission: the command that reviews it does.
 * @throws Refusal not-found.
 */
export async function reachOf(postingId: string, today: string): Promise<ReachBand> {
  const county = await currentCounty();
  const fact = county.postings(today).find((f) => f.posting.id === postingId) ?? refuse("not-found");
  return reachBand(countRules(county.index, fact.posting, await policyFor(today), today).eligible);
}
