import type { LaborClass, ParcelKind, Skill } from "@/db/words";
import type { CountyHousehold, CountyPosting } from "@/lib/matching/county";
import { freeMonths } from "@/lib/matching/eligibility";
import { bestWorker, laborUnits, muPerPerson, type Scored } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";

/** Why a household stands where it stands, as data; sentences.ts says it. In the order it is read out. */
export type Reason =
  | { code: "distance"; km: number; lodging: boolean }
  /** How many qualify, the class of the best, and the months of the job in which that one is free. */
  | { code: "workers"; count: number; laborClass: LaborClass; months: number; ofMonths: number; tea: boolean }
  | { code: "skills"; skills: readonly Skill[] }
  | { code: "land-offered"; mu100: number; kinds: readonly ParcelKind[]; enough: boolean }
  | { code: "little-labor"; units: number; persons: number }
  | { code: "mu-per-person"; mu: number }
  | { code: "unallotted"; persons: number }
  | { code: "uncovered" }
  | { code: "has-projects"; projects: number }
  /** Income below the line, by so many hundredths of it. */
  | { code: "below-line"; percent: number };

/** March to May and the autumn flush, August to October: work with tea in these months is 采茶季. */
const teaMonths = 0b001110011100;

/** The reasons behind a score; numbers are as computed, rounded only when they are said. */
export function reasonsOf(
  household: CountyHousehold,
  posting: CountyPosting,
  scored: Pick<Scored, "distanceKm" | "fit">,
  policy: Policy,
  today: string,
): Reason[] {
  const { fit, distanceKm: km } = scored;
  const lodging = posting.kind === "job" && posting.lodging;
  const reasons: Reason[] = [{ code: "distance", km, lodging }];
  if (posting.kind === "job" && fit.kind === "job") {
    const best = bestWorker(fit.workers, posting, policy);
    if (best) {
      const months = freeMonths(best) & posting.months;
      const tea = posting.skills.includes("tea-picking") && (posting.months & ~teaMonths) === 0;
      const count = fit.workers.length;
      const { laborClass } = best;
      reasons.push({ code: "workers", count, laborClass, months, ofMonths: posting.months, tea });
      const skills = posting.skills.filter((s) => best.skills.includes(s));
      if (skills.length > 0) reasons.push({ code: "skills", skills });
    }
  }
  if (posting.kind === "land" && fit.kind === "land") {
    const full = posting.fullMu100 ?? policy["land.fullTimesMin"] * posting.minMu100;
    const kinds = posting.parcelKinds.filter((kind) => fit.parcels.some((p) => p.kind === kind));
    reasons.push({ code: "land-offered", mu100: fit.offeredMu100, kinds, enough: fit.offeredMu100 >= full });
  }
  if (fit.kind === "equity") reasons.push({ code: "unallotted", persons: fit.unallotted });
  if (posting.kind !== "job") {
    const units = laborUnits(household, policy, today);
    if (units < household.persons) reasons.push({ code: "little-labor", units, persons: household.persons });
  }
  if (posting.kind === "equity") {
    const mu = muPerPerson(household);
    if (mu < policy["land.equityMuPerPerson"]) reasons.push({ code: "mu-per-person", mu });
  }
  if (household.liveProjects === 0) reasons.push({ code: "uncovered" });
  else reasons.push({ code: "has-projects", projects: household.liveProjects });
  const line = policy["need.incomeLineFen"];
  const income = household.incomePerPersonFen;
  if (income !== null && income < line) {
    const percent = Math.min(100, (1 - income / line) * 100);
    reasons.push({ code: "below-line", percent });
  }
  return reasons;
}
