import type { BindingLink, LaborClass, ParcelKind, Skill, WorkKind } from "@/db/words";
import { ageOn } from "@/lib/clock/clock";
import type {
  CountyHousehold,
  CountyMember,
  CountyParcel,
  CountyPosting,
  EquityPosting,
  JobPosting,
  LandPosting,
  RefusalRule,
} from "@/lib/matching/county";
import type { Policy } from "@/lib/policy/policy";

/** Why a household is left out: the rule, and the numbers its sentence needs. */
export type LeftOut =
  | { rule: "not-listed" | "posting-closed" | "no-capacity" | "no-labor" }
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
  | { kind: "equity"; unallotted: number };

/** Labor classes each work admits; `lost` and `none` never work. */
export const admits: Record<WorkKind, readonly LaborClass[]> = {
  light: ["weak", "ordinary", "skilled"],
  ordinary: ["ordinary", "skilled"],
  skilled: ["skilled"],
};

/** The months a member could work: all that no live agreement binds. */
export const freeMonths = (member: CountyMember): number => 4095 & ~member.boundMonths;

/** What a parcel still has to offer, in hundredths of a mu: 0 unless idle or offered, and not leased out. */
export function offeredMu100(parcel: CountyParcel): number {
  const onOffer = parcel.use === "idle" || (parcel.use === "own-use" && parcel.offered);
  return onOffer ? Math.max(0, parcel.areaMu100 - parcel.agreedMu100) : 0;
}

/** What stands in the way on the posting's side; asked apart, since reach is fixed before it opens. */
export function postingProblem(posting: CountyPosting): LeftOut | null {
  if (!posting.open) return { rule: "posting-closed" };
  const left = posting.capacity - posting.taken;
  const least = posting.kind === "land" ? posting.minMu100 : 1;
  return left < least ? { rule: "no-capacity" } : null;
}

/**
 * Who is eligible (matching.md §2). The rules are asked in the order of `refusalRules`; the first that
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
  if (posting.kind === "job") return forJob(household, posting, policy, today);
  if (posting.kind === "land") return forLand(household, posting);
  return forEquity(household, posting);
}

function forJob(household: CountyHousehold, posting: JobPosting, policy: Policy, today: string) {
  const { ageMin, ageMax, work, skills, months } = posting;
  const workingAge = policy["labor.workingAge"];
  const age = (m: CountyMember) => ageOn(m.birth, today);
  const steps: readonly [LeftOut, (m: CountyMember) => boolean][] = [
    [{ rule: "no-labor" }, (m) => admits.light.includes(m.laborClass)],
    [{ rule: "at-school-or-too-young", workingAge }, (m) => !m.atSchool && age(m) >= workingAge],
    [
      { rule: "outside-age-limits", ageMin, ageMax },
      (m) => (ageMin === null || age(m) >= ageMin) && (ageMax === null || age(m) <= ageMax),
    ],
    [{ rule: "labor-class", work }, (m) => admits[work].includes(m.laborClass)],
    [
      { rule: "skill-missing", skills },
      // Any one of the wanted skills will do; requiring none requires nothing.
      (m) => !posting.skillsRequired || skills.length === 0 || skills.some((s) => m.skills.includes(s)),
    ],
    [{ rule: "not-free-in-season", months }, (m) => (freeMonths(m) & months) !== 0],
  ];
  let workers = household.members;
  for (const [leftOut, passes] of steps) {
    workers = workers.filter(passes);
    if (workers.length === 0) return { leftOut };
  }
  return { fit: { kind: "job" as const, workers } };
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
