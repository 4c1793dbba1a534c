import type { PostingKind } from "@/db/words";
import { type Asker, isInside } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { type NoticeEffects, noticeEffects } from "@/lib/county/notice-effects";
import { type TierEffects, tierEffects } from "@/lib/county/tier-effects";
import { postingProblem } from "@/lib/matching/eligibility";
import type { CountyIndex } from "@/lib/matching/index/layout";
import { questionOf } from "@/lib/matching/index/question";
import { topOrder } from "@/lib/matching/index/rank";
import type { PostingFacts } from "@/lib/matching/posting-facts";
import { currentCounty } from "@/lib/matching/queries/current";
import { groupOf } from "@/lib/policy/kinds";
import type { Policy, PolicyKey } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { silentNeeds } from "@/lib/postings/silent";
import { refuse } from "@/lib/refusal/refusal";

/** A posting named in an answer. */
export type Touched = { id: string; title: string; enterpriseName: string; kind: PostingKind };

/** Postings of the asker's area, and how many more are concerned elsewhere. */
export type Named<T> = { most: T[]; elsewhere: number };

/**
 * What would change if a parameter had another value. Nothing is written. A value holds for the whole county, so
 * all of it is counted, whatever the asker's area; only postings of that area are named.
 * - `ranking`: over all open postings, whose best list (as many as have places, at most 50) holds others.
 * - `floor`: open postings whose pay would lie below the new value, and could no longer be published.
 * - `silent`: open postings silent for so long that their enterprise is warned, now and then.
 * - `tiers`: matches of open postings and applications under way that would stand in another tier.
 * - `notice`: how long what waits to be approved would be up, and that what is up keeps its day.
 * - `forward`: only what begins after the day; running cases keep the value they began with.
 */
export type PolicyEffects =
  | ({
      kind: "ranking";
      postings: number;
      changed: number;
      entering: number;
      leaving: number;
      /** Households without a project among the best, before and after. */
      uncovered: { before: number; after: number };
    } & Named<Touched & { entering: number; of: number }>)
  | ({ kind: "floor"; postings: number; below: number } & Named<Touched>)
  | { kind: "silent"; before: number; after: number; postings: number }
  | (Pick<TierEffects, "looked" | "matches" | "applications"> & {
      kind: "tiers";
      postings: number;
    } & Named<Touched & { moved: number; of: number }>)
  | ({ kind: "notice" } & NoticeEffects)
  | { kind: "forward" };

const ranked = ["weights", "distance", "labor", "land", "need"];
/** Longest list that is compared: what an officer looks at. */
const mostRows = 50;
/** Postings named. */
const mostNamed = 10;

/** The first of them that the asker may be told by name. */
function named<T>(
  asker: Asker,
  list: readonly (T & { fact: PostingFacts })[],
): Named<Touched & Omit<T, "fact">> {
  const here = list.filter(
    ({ fact }) => asker.role === "system" || isInside(asker.divisionScope, fact.posting.village),
  );
  return {
    most: here.slice(0, mostNamed).map(({ fact, ...counts }) => {
      const { posting, title, enterpriseName } = fact;
      return { id: posting.id, title, enterpriseName, kind: posting.kind, ...counts };
    }),
    elsewhere: list.length - here.length,
  };
}

/**
 * For who proposes or applies values; it tells sums over the county and titles, no household.
 * @param value as the rules read it (fen, basis points, shares of one). @throws Refusal forbidden.
 */
export async function policyEffects(
  asker: Asker,
  key: PolicyKey,
  value: unknown,
  today: string,
): Promise<PolicyEffects> {
  const concerned = (["write", "decide"] as const).some((verb) => grantOf(asker.role, "policy", verb));
  if (!concerned) return refuse("forbidden");
  const [county, policy] = await Promise.all([currentCounty(), policyFor(today)]);
  const open = county.postings(today).filter((fact) => postingProblem(fact.posting) === null);
  if (ranked.includes(groupOf(key)))
    return rankingEffects(asker, county.index, open, policy, { ...policy, [key]: value }, today);
  if (key === "tiers.a" || key === "tiers.b") {
    const { most, ...moves } = await tierEffects(
      county.index,
      open,
      policy,
      { ...policy, [key]: Number(value) },
      today,
    );
    return { kind: "tiers", postings: open.length, ...moves, ...named(asker, most) };
  }
  if (key === "notice.calendarDays" || key === "notice.workingDays")
    return {
      kind: "notice",
      ...(await noticeEffects(policy, { ...policy, [key]: Number(value) }, today)),
    };
  if (key === "posting.staleDays" || key === "posting.staleWarnDays") {
    const counted = async (clock: Policy) => (await silentNeeds(today, clock)).length;
    const [before, after] = [await counted(policy), await counted({ ...policy, [key]: Number(value) })];
    return { kind: "silent", before, after, postings: open.length };
  }
  const isBelow = belowFloor(key, Number(value));
  if (!isBelow) return { kind: "forward" };
  const below = open.filter(isBelow).map((fact) => ({ fact }));
  return { kind: "floor", postings: open.length, below: below.length, ...named(asker, below) };
}

/** Which postings pay less than a floor would ask; null for a parameter that is none. */
function belowFloor(key: PolicyKey, least: number): ((fact: PostingFacts) => boolean) | null {
  switch (key) {
    case "wage.floorMonthFen":
      return ({ pay }) => pay.kind === "job" && pay.wageUnit === "month" && pay.wageFen < least;
    case "wage.floorDayFen":
      return ({ pay }) => pay.kind === "job" && pay.wageUnit === "day" && pay.wageFen < least;
    case "equity.guaranteedBp":
      return ({ pay }) => pay.kind === "equity" && pay.guaranteedBp < least;
    case "equity.secondBp":
      return ({ pay }) => pay.kind === "equity" && pay.secondBp < least;
    case "equity.fenPerPerson":
      return ({ pay }) => pay.kind === "equity" && pay.fenPerPerson !== least;
    case "membership.surplusBp":
      return ({ pay }) => pay.kind === "membership" && pay.surplusBp < least;
    default:
      return null;
  }
}

function rankingEffects(
  asker: Asker,
  index: CountyIndex,
  open: readonly PostingFacts[],
  before: Policy,
  after: Policy,
  today: string,
): PolicyEffects {
  const effects = { postings: open.length, changed: 0, entering: 0, leaving: 0 };
  const uncovered = { before: 0, after: 0 };
  const moved: { fact: PostingFacts; entering: number; of: number }[] = [];
  for (const fact of open) {
    const { posting } = fact;
    // Land and produce are taken in lots of their own size.
    const inLots = posting.kind === "land" || posting.kind === "order";
    const places = inLots ? mostRows : posting.capacity - posting.taken;
    const limit = Math.min(mostRows, places);
    const old = topOrder(index, questionOf(posting, before, today, index.stated), limit);
    const now = topOrder(index, questionOf(posting, after, today, index.stated), limit);
    const was = new Set(old);
    const is = new Set(now);
    const entering = now.filter((row) => !was.has(row)).length;
    effects.entering += entering;
    effects.leaving += old.filter((row) => !is.has(row)).length;
    uncovered.before += old.filter((row) => index.projects[row] === 0).length;
    uncovered.after += now.filter((row) => index.projects[row] === 0).length;
    if (entering === 0 && old.length === now.length) continue;
    effects.changed += 1;
    moved.push({ fact, entering, of: now.length });
  }
  moved.sort((a, b) => b.entering - a.entering || (a.fact.posting.id < b.fact.posting.id ? -1 : 1));
  return { kind: "ranking", ...effects, uncovered, ...named(asker, moved) };
}
