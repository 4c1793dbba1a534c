import type { BindingLink, LaborClass, ParcelKind, Skill, WorkKind } from "@/db/words";
import { ageOn } from "@/lib/clock/clock";
import {
  type AskedWork,
  askedWork,
  type CountyHousehold,
  type CountyMember,
  type CountyParcel,
  type CountyPosting,
  type EquityPosting,
  type LandPosting,
  type MembershipPosting,
  type OrderPosting,
  type RefusalRule,
} from "@/lib/matching/county";
import { freeMonths, laborUnits } from "@/lib/matching/labor";
import { couldDeliverJin, needsLand, ownMu100, tillableMu100 } from "@/lib/matching/order";
import type { Policy } from "@/lib/policy/policy";

/** Why a household is left out: the rule, and the numbers its sentence needs. */
export type LeftOut =
  | { rule: "not-listed" | "posting-closed" | "no-capacity" | "no-labor" }
  | { rule: "outside-villages" | "nothing-to-bring" }
  | { rule: "no-growing-land"; kinds: readonly ParcelKind[] }
  | { rule: "too-little-to-deliver"; jin: number; minJin: number }
  | { rule: "outside-radius"; distanceKm: number; radiusKm: number }
  | { rule: "at-school-or-too-young"; workingAge: number }
  | { rule: "outside-age-limits"; ageMin: number | null; ageMax: number | null }
  | { rule: "labor-class"; work: WorkKind }
  | { rule: "skill-missing"; skills: readonly Skill[] }
  | { rule: "not-free-in-season"; months: number }
  | { rule: "no-offered-land"; kinds: readonly ParcelKind[] }
  | { rule: "too-little-land"; offeredMu100: number; minMu100: number }
  | { rule: "no-unallotted-persons"; persons: number }
  | { rule: "no-binding-link"; link: BindingLink };
/** Every rule has its data, and no data is without a rule. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
export const everyRuleHasData: Same<LeftOut["rule"], RefusalRule> = true;

/** What makes a household fit, as far as the score and the reasons need it. */
export type Fit =
  | { kind: "job"; workers: readonly CountyMember[] }
  | { kind: "land"; offeredMu100: number; parcels: readonly CountyParcel[] }
  | { kind: "equity"; unallotted: number }
  /** `jin`: what it could deliver in a year, at most what one household may; 0 mu when it needs no land. */
  | { kind: "order"; jin: number; mu100: number; parcels: readonly CountyParcel[]; units: number }
  | { kind: "membership"; mu100: number; units: number }
  | { kind: "contract"; workers: readonly CountyMember[] };

/** Labor classes each work admits; `lost` and `none` never work. */
export const admits: Record<WorkKind, readonly LaborClass[]> = {
  light: ["weak", "ordinary", "skilled"],
  ordinary: ["ordinary", "skilled"],
  skilled: ["skilled"],
};

/** What a parcel still has to offer, in hundredths of a mu: 0 unless idle or offered, and not leased out. */
export function offeredMu100(parcel: CountyParcel): number {
  const onOffer = parcel.use === "idle" || (parcel.use === "own-use" && parcel.offered);
  return onOffer ? Math.max(0, parcel.areaMu100 - parcel.agreedMu100) : 0;
}

/** What stands in the way on the posting's side; asked apart, since reach is fixed before it opens. */
export function postingProblem(posting: CountyPosting): LeftOut | null {
  if (!posting.open) return { rule: "posting-closed" };
  const left = posting.capacity - posting.taken;
  return left < leastOf(posting) ? { rule: "no-capacity" } : null;
}

/** The least a household takes of a posting, in its unit. */
export function leastOf(posting: CountyPosting): number {
  if (posting.kind === "land") return posting.minMu100;
  return posting.kind === "order" ? posting.minJin : 1;
}

/**
 * Who is eligible (matching.md §2, docs/matching-kinds.md). The rules are asked in the order of `refusalRules`; the first that
 * nobody and nothing of the household passes is the one that refuses.
 */
export function eligibility(
  household: CountyHousehold,
  posting: CountyPosting,
  distanceKm: number,
  policy: Policy,
  today: string,
): { fit: Fit } | { leftOut: LeftOut } {
  if (!household.listed) return { leftOut: { rule: "not-listed" } };
  const { radiusKm } = posting;
  if (radiusKm !== null && distanceKm > radiusKm)
    return { leftOut: { rule: "outside-radius", distanceKm, radiusKm } };
  switch (posting.kind) {
    case "job":
    case "contract": {
      const workers = workersFor(household, askedWork(posting), policy, today);
      return "leftOut" in workers ? workers : { fit: { kind: posting.kind, workers: workers.passed } };
    }
    case "land":
      return forLand(household, posting);
    case "order":
      return forOrder(household, posting, policy, today);
    case "membership":
      return forMembership(household, posting, policy, today);
    case "equity":
      return forEquity(household, posting);
  }
}

type Step = readonly [LeftOut, (m: CountyMember) => boolean];

/** The members who pass every step, or the first step that nobody is left to pass. */
function passing(
  members: readonly CountyMember[],
  steps: readonly Step[],
): { passed: readonly CountyMember[] } | { leftOut: LeftOut } {
  let passed = members;
  for (const [leftOut, passes] of steps) {
    passed = passed.filter(passes);
    if (passed.length === 0) return { leftOut };
  }
  return { passed };
}

/** Someone grown and not at school who can do at least light work. */
const handSteps = (policy: Policy, today: string): Step[] => {
  const workingAge = policy["labor.workingAge"];
  return [
    [{ rule: "no-labor" }, (m) => admits.light.includes(m.laborClass)],
    [
      { rule: "at-school-or-too-young", workingAge },
      (m) => !m.atSchool && ageOn(m.birth, today) >= workingAge,
    ],
  ];
};

function workersFor(household: CountyHousehold, asked: AskedWork, policy: Policy, today: string) {
  const { ageMin, ageMax, work, skills, months } = asked;
  const age = (m: CountyMember) => ageOn(m.birth, today);
  return passing(household.members, [
    ...handSteps(policy, today),
    [
      { rule: "outside-age-limits", ageMin, ageMax },
      (m) => (ageMin === null || age(m) >= ageMin) && (ageMax === null || age(m) <= ageMax),
    ],
    [{ rule: "labor-class", work }, (m) => admits[work].includes(m.laborClass)],
    [
      { rule: "skill-missing", skills },
      // Any one of the wanted skills will do; requiring none requires nothing.
      (m) => !asked.skillsRequired || skills.length === 0 || skills.some((s) => m.skills.includes(s)),
    ],
    [{ rule: "not-free-in-season", months }, (m) => (freeMonths(m) & months) !== 0],
  ]);
}

function forLand(household: CountyHousehold, posting: LandPosting) {
  const parcels = household.parcels.filter(
    (p) => posting.parcelKinds.includes(p.kind) && offeredMu100(p) > 0,
  );
  const offered = parcels.reduce((sum, p) => sum + offeredMu100(p), 0);
  const { parcelKinds: kinds, minMu100 } = posting;
  if (offered === 0) return { leftOut: { rule: "no-offered-land" as const, kinds } };
  if (offered < minMu100)
    return { leftOut: { rule: "too-little-land" as const, offeredMu100: offered, minMu100 } };
  return { fit: { kind: "land" as const, offeredMu100: offered, parcels } };
}

function forEquity(household: CountyHousehold, posting: EquityPosting) {
  const { persons } = household;
  const unallotted = persons - household.allottedPersons;
  if (unallotted <= 0) return { leftOut: { rule: "no-unallotted-persons" as const, persons } };
  if (!posting.bindingLive)
    return { leftOut: { rule: "no-binding-link" as const, link: posting.bindingLink } };
  return { fit: { kind: "equity" as const, unallotted } };
}

/** Someone to tend it, land it grows on (or free hands, when it needs none), and enough of it for the least lot. */
function forOrder(household: CountyHousehold, posting: OrderPosting, policy: Policy, today: string) {
  const hands = passing(household.members, handSteps(policy, today));
  if ("leftOut" in hands) return hands;
  const { parcelKinds: kinds, minJin, fullJin } = posting;
  const parcels = household.parcels.filter((p) => kinds.includes(p.kind) && tillableMu100(p) > 0);
  const mu100 = parcels.reduce((sum, p) => sum + tillableMu100(p), 0);
  if (needsLand(posting) && mu100 === 0) return { leftOut: { rule: "no-growing-land" as const, kinds } };
  const units = laborUnits(household, policy, today);
  const jin = couldDeliverJin(posting, mu100, units);
  if (jin < minJin) return { leftOut: { rule: "too-little-to-deliver" as const, jin, minJin } };
  return {
    fit: { kind: "order" as const, jin: Math.min(jin, fullJin), mu100, parcels, units },
  };
}

/** Within the co-op's villages, with land or labor to bring. */
function forMembership(
  household: CountyHousehold,
  posting: MembershipPosting,
  policy: Policy,
  today: string,
) {
  if (posting.villages !== null && !posting.villages.includes(household.village))
    return { leftOut: { rule: "outside-villages" as const } };
  const mu100 = ownMu100(household);
  const hands = passing(household.members, handSteps(policy, today));
  if (mu100 === 0 && "leftOut" in hands) return { leftOut: { rule: "nothing-to-bring" as const } };
  return { fit: { kind: "membership" as const, mu100, units: laborUnits(household, policy, today) } };
}
