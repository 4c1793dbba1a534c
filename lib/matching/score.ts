import {
  type AskedWork,
  askedWork,
  type CountyHousehold,
  type CountyMember,
  type CountyPosting,
} from "@/lib/matching/county";
import { distanceKm, type Roads } from "@/lib/matching/distance";
import { eligibility, type Fit, type LeftOut } from "@/lib/matching/eligibility";
import { capacityOf, freeMonths, laborUnits, monthCount } from "@/lib/matching/labor";
import { unitsInFull } from "@/lib/matching/order";
import { type Factors, type Policy, weightsOf } from "@/lib/policy/policy";

/** A score comes back with its parts: `score = 100 × Σ weight × part`, unrounded. */
export type Scored = { score: number; parts: Factors; distanceKm: number; fit: Fit };

/** km at which the distance part of a posting halves. */
export function halfKmOf(posting: CountyPosting, policy: Policy): number {
  if (posting.kind !== "job") return policy[`distance.halfKm.${posting.kind}`];
  return policy[posting.lodging ? "distance.halfKm.jobWithLodging" : "distance.halfKm.job"];
}

/** "The score halves every 8 km": 2^(−km ÷ half), in (0, 1]. */
export const distancePart = (km: number, halfKm: number): number => 2 ** (-km / halfKm);

/** What a worker is measured by. */
type Season = Pick<AskedWork, "months" | "skills">;

/** A worker's own labor part for a job or a plot; the plan uses it per member, the ranking its household's best. */
export function workerPart(member: CountyMember, posting: Season, policy: Policy): number {
  const wanted = posting.skills;
  const skill =
    wanted.length === 0 ? 1 : wanted.filter((s) => member.skills.includes(s)).length / wanted.length;
  const season = monthCount(freeMonths(member) & posting.months) / monthCount(posting.months);
  return jobLabor(capacityOf(member.laborClass, policy), skill, season, policy);
}

/** `0.5·capacity + 0.3·skill + 0.2·season`, with the policy's numbers. */
export function jobLabor(capacity: number, skill: number, season: number, policy: Policy): number {
  const share = policy["labor.jobParts"];
  return share.capacity * capacity + share.skill * skill + share.season * season;
}

/** Less labor ranks higher for rent and shares: those who cannot work are sent there. */
export const littleLabor = (units: number, persons: number): number =>
  1 - Math.min(1, units / Math.max(1, persons));

/** mu a person of everything not leased out. */
export function muPerPerson(household: CountyHousehold): number {
  let mu100 = 0;
  for (const parcel of household.parcels) if (parcel.use !== "leased-out") mu100 += parcel.areaMu100;
  return mu100 / 100 / Math.max(1, household.persons);
}

/** Need: without a live project, and how far income lies below the line. No recorded income counts as at it. */
export function needPart(liveProjects: number, incomeFen: number | null, policy: Policy): number {
  const share = policy["need.parts"];
  const line = policy["need.incomeLineFen"];
  const below = incomeFen === null ? 0 : Math.min(1, Math.max(0, 1 - incomeFen / line));
  return share.uncovered * (liveProjects === 0 ? 1 : 0) + share.income * below;
}

/** `100 × Σ weight × part`, added in the order labor, land, distance, need. */
export function weighted(parts: Factors, weights: Factors): number {
  const sum =
    weights.labor * parts.labor +
    weights.land * parts.land +
    weights.distance * parts.distance +
    weights.need * parts.need;
  return 100 * sum;
}

/** The four parts of an eligible household (matching.md §3, docs/matching-kinds.md); an unused part is 0. */
export function partsOf(
  household: CountyHousehold,
  posting: CountyPosting,
  fit: Fit,
  km: number,
  policy: Policy,
  today: string,
): Factors {
  const distance = distancePart(km, halfKmOf(posting, policy));
  const need = needPart(household.liveProjects, household.incomePerPersonFen, policy);
  const work = askedWork(posting);
  if (work !== null) {
    const workers = "workers" in fit ? fit.workers : [];
    const labor = workers.reduce((best, m) => Math.max(best, workerPart(m, work, policy)), 0);
    return { labor, land: 0, distance, need };
  }
  if (posting.kind === "order" && fit.kind === "order") {
    const labor = Math.min(1, fit.units / unitsInFull(posting, policy));
    return { labor, land: Math.min(1, fit.jin / posting.fullJin), distance, need };
  }
  if (fit.kind === "membership") {
    const labor = Math.min(1, fit.units / policy["labor.membershipUnits"]);
    return { labor, land: Math.min(1, fit.mu100 / 100 / policy["land.membershipMu"]), distance, need };
  }
  const labor = littleLabor(laborUnits(household, policy, today), household.persons);
  if (posting.kind === "land") {
    const full = posting.fullMu100 ?? policy["land.fullTimesMin"] * posting.minMu100;
    const offered = fit.kind === "land" ? fit.offeredMu100 : 0;
    return { labor, land: Math.min(1, offered / full), distance, need };
  }
  const land = 1 - Math.min(1, muPerPerson(household) / policy["land.equityMuPerPerson"]);
  return { labor, land, distance, need };
}

/** One household against one posting: its score with parts, or the rule that leaves it out. */
export function match(
  household: CountyHousehold,
  posting: CountyPosting,
  policy: Policy,
  today: string,
  roads?: Roads,
): Scored | { leftOut: LeftOut } {
  const km = distanceKm(household, posting, policy, roads);
  const answer = eligibility(household, posting, km, policy, today);
  if ("leftOut" in answer) return answer;
  const parts = partsOf(household, posting, answer.fit, km, policy, today);
  const score = weighted(parts, weightsOf(policy, posting.kind));
  return { score, parts, distanceKm: km, fit: answer.fit };
}

/** The member who would work: the best, at equal parts the one with the lower id. */
export function bestWorker(
  workers: readonly CountyMember[],
  posting: Season,
  policy: Policy,
): CountyMember | null {
  let best: CountyMember | null = null;
  let bestPart = -1;
  for (const member of workers) {
    const part = workerPart(member, posting, policy);
    if (part > bestPart || (part === bestPart && best !== null && member.id < best.id)) {
      best = member;
      bestPart = part;
    }
  }
  return best;
}
