import { and, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { applications, type PlanRule } from "@/db/schema";
import { underWay } from "@/lib/applications/moves";
import { type LeftOut, postingProblem } from "@/lib/matching/eligibility";
import { decode } from "@/lib/matching/index/decode";
import type { CurrentCounty } from "@/lib/matching/queries/current";
import { match } from "@/lib/matching/score";
import { type HouseholdLinks, plannedKinds } from "@/lib/plans/instance";
import type { Policy } from "@/lib/policy/policy";
import { kindOfLink } from "@/lib/postings/input";

/** Why a "must" could not be kept: a rule that leaves the household out, or what only a plan asks. */
export type UnkeptWhy =
  | LeftOut
  /** Orders and memberships are not planned. */
  | { rule: "kind" }
  /** As many projects as a household may have. */
  | { rule: "projects"; projects: number }
  /** None of its parcels reaches the least by itself and still fits into what is left. */
  | { rule: "parcel" }
  /** Shares go to whoever the enterprise already takes along, */
  | { rule: "link" }
  /** and to all its persons who have none, or to nobody of it. */
  | { rule: "shares"; persons: number; left: number };
export type Unkept = { household: string; posting: string; why: UnkeptWhy };

type Pair = Pick<PlanRule, "household" | "posting">;
const keyOf = ({ household, posting }: Pair) => `${household} ${posting}`;

/** @returns what tells whether an application of a pair is under way or final; asked of the database once. */
export async function pairsUnderWay(pairs: readonly Pair[]): Promise<(pair: Pair) => boolean> {
  const codes = [...new Set(pairs.map(({ household }) => household))];
  const found = new Set<string>();
  for (let i = 0; i < codes.length; i += 500) {
    const rows = await db
      .select({ household: applications.householdCode, posting: applications.postingId })
      .from(applications)
      .where(
        and(
          inArray(applications.householdCode, codes.slice(i, i + 500)),
          inArray(applications.state, [...underWay]),
          isNull(applications.overOn),
        ),
      );
    for (const row of rows) found.add(keyOf(row));
  }
  return (pair) => found.has(keyOf(pair));
}

/** Why a pair does not qualify, by the index and without asking the database; null when it does. */
export function judge(
  { index, rowOf, roads, postings }: CurrentCounty,
  policy: Policy,
  today: string,
): (pair: Pair) => LeftOut | null {
  const byId = new Map(postings(today).map((fact) => [fact.posting.id, fact.posting]));
  return ({ household, posting: id }) => {
    const row = rowOf.get(household);
    const posting = byId.get(id);
    if (row === undefined) return { rule: "not-listed" };
    if (!posting) return { rule: "posting-closed" };
    const answer = match(decode(index, row), posting, policy, today, roads);
    return "leftOut" in answer ? answer.leftOut : postingProblem(posting);
  };
}

/** Of "musts" for which the plan had nothing to choose: why, each. Those under way are kept already. */
export async function unkeptOf(
  county: CurrentCounty,
  musts: readonly Pair[],
  { links, policy, today }: { links: HouseholdLinks; policy: Policy; today: string },
): Promise<Unkept[]> {
  if (musts.length === 0) return [];
  const isUnderWay = await pairsUnderWay(musts);
  const leftOut = judge(county, policy, today);
  const byId = new Map(county.postings(today).map((fact) => [fact.posting.id, fact.posting]));
  const whyOf = (pair: Pair): UnkeptWhy => {
    const out = leftOut(pair);
    const posting = byId.get(pair.posting);
    const row = county.rowOf.get(pair.household);
    if (out || !posting || row === undefined) return out ?? { rule: "not-listed" };
    if (!plannedKinds.includes(posting.kind)) return { rule: "kind" };
    const { projects, persons, allotted } = county.index;
    if (projects[row]! >= policy["plan.projectsPerHousehold"])
      return { rule: "projects", projects: projects[row]! };
    if (posting.kind !== "equity") return { rule: "parcel" };
    const link = `${pair.household}:${posting.enterpriseId}:${kindOfLink[posting.bindingLink]}`;
    if (!links.has(link)) return { rule: "link" };
    return {
      rule: "shares",
      persons: persons[row]! - allotted[row]!,
      left: posting.capacity - posting.taken,
    };
  };
  return musts
    .filter((pair) => !isUnderWay(pair))
    .map((pair) => ({ household: pair.household, posting: pair.posting, why: whyOf(pair) }));
}
