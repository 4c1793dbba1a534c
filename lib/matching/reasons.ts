import type { LaborClass, ParcelKind, Skill } from "@/db/words";
import { askedWork, type CountyHousehold, type CountyPosting } from "@/lib/matching/county";
import type { Fit } from "@/lib/matching/eligibility";
import { freeMonths, laborUnits } from "@/lib/matching/labor";
import { couldDeliverJin, needsLand } from "@/lib/matching/order";
import { bestWorker, muPerPerson, type Scored } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";

/** Why a household stands where it stands, as data; sentences.ts says it. In the order it is read out. */
export type Reason =
  | { code: "distance"; km: number; lodging: boolean }
  /** The class of the best who qualifies, how many of it do, and the months of the job in which the best is free. */
  | { code: "workers"; count: number; laborClass: LaborClass; months: number; ofMonths: number; tea: boolean }
  | { code: "skills"; skills: readonly Skill[] }
  | { code: "land-offered"; mu100: number; kinds: readonly ParcelKind[]; enough: boolean }
  | { code: "little-labor"; units: number; persons: number }
  | { code: "mu-per-person"; mu: number }
  | { code: "unallotted"; persons: number }
  /** Order: what its land of these kinds could yield in a year, at most what one household may deliver. */
  | { code: "can-grow"; mu100: number; kinds: readonly ParcelKind[]; jin: number }
  /** Order of a product that needs no land. */
  | { code: "can-raise"; jin: number }
  /** Membership. */
  | { code: "own-land"; mu100: number }
  /** Order and membership: free labor units this month. */
  | { code: "hands"; units: number }
  | { code: "uncovered" }
  | { code: "has-projects"; projects: number }
  /** Income below the line, by so many hundredths of it. */
  | { code: "below-line"; percent: number };

/** The numbers reasons are made of, wherever they were read: from objects here, from columns in the index. */
export type ReasonFacts = {
  km: number;
  /** Job: of the best its class, free months (of all twelve) and wanted skills, and how many of its class qualify. */
  workers: { count: number; laborClass: LaborClass; free: number; skills: readonly Skill[] } | null;
  /** Land: hundredths of a mu on offer, and of which wanted kinds; order and membership: what it can till. */
  offered: { mu100: number; kinds: readonly ParcelKind[] } | null;
  /** All but jobs and contracts: free labor units this month. */
  units: number;
  /** Equity. */
  unallotted: number;
  muPerPerson: number;
  persons: number;
  liveProjects: number;
  incomePerPersonFen: number | null;
};

/** March to May and the autumn flush, August to October: work with tea in these months is 采茶季. */
const teaMonths = 0b001110011100;

/** The reasons behind a score; numbers are as computed, rounded only when they are said. */
export function reasonsFrom(facts: ReasonFacts, posting: CountyPosting, policy: Policy): Reason[] {
  const { km, workers, offered } = facts;
  const reasons: Reason[] = [{ code: "distance", km, lodging: posting.kind === "job" && posting.lodging }];
  const work = askedWork(posting);
  if (work && workers) {
    const { count, laborClass, free, skills } = workers;
    const tea = work.skills.includes("tea-picking") && (work.months & ~teaMonths) === 0;
    const months = free & work.months;
    reasons.push({ code: "workers", count, laborClass, months, ofMonths: work.months, tea });
    if (skills.length > 0) reasons.push({ code: "skills", skills });
  }
  if (posting.kind === "land" && offered) {
    const full = posting.fullMu100 ?? policy["land.fullTimesMin"] * posting.minMu100;
    reasons.push({ code: "land-offered", ...offered, enough: offered.mu100 >= full });
  }
  if (posting.kind === "equity") reasons.push({ code: "unallotted", persons: facts.unallotted });
  if (posting.kind === "order" && offered) {
    const { fullJin } = posting;
    const jin = Math.min(fullJin, couldDeliverJin(posting, offered.mu100, facts.units));
    reasons.push(needsLand(posting) ? { code: "can-grow", ...offered, jin } : { code: "can-raise", jin });
  }
  if (posting.kind === "membership" && offered && offered.mu100 > 0)
    reasons.push({ code: "own-land", mu100: offered.mu100 });
  if (posting.kind === "order" || posting.kind === "membership")
    reasons.push({ code: "hands", units: facts.units });
  const restful = posting.kind === "land" || posting.kind === "equity";
  if (restful && facts.units < facts.persons)
    reasons.push({ code: "little-labor", units: facts.units, persons: facts.persons });
  if (posting.kind === "equity" && facts.muPerPerson < policy["land.equityMuPerPerson"])
    reasons.push({ code: "mu-per-person", mu: facts.muPerPerson });
  if (facts.liveProjects === 0) reasons.push({ code: "uncovered" });
  else reasons.push({ code: "has-projects", projects: facts.liveProjects });
  const line = policy["need.incomeLineFen"];
  const income = facts.incomePerPersonFen;
  if (income !== null && income < line)
    reasons.push({ code: "below-line", percent: Math.min(100, (1 - income / line) * 100) });
  return reasons;
}

/** The reasons of a match made by the reference engine. */
export function reasonsOf(
  household: CountyHousehold,
  posting: CountyPosting,
  { distanceKm: km, fit }: Pick<Scored, "distanceKm" | "fit">,
  policy: Policy,
  today: string,
): Reason[] {
  const { persons, liveProjects, incomePerPersonFen } = household;
  const work = askedWork(posting);
  const able = "workers" in fit ? fit.workers : [];
  const best = work && bestWorker(able, work, policy);
  const workers =
    work && best
      ? {
          count: able.filter((m) => m.laborClass === best.laborClass).length,
          laborClass: best.laborClass,
          free: freeMonths(best),
          skills: work.skills.filter((s) => best.skills.includes(s)),
        }
      : null;
  const facts: ReasonFacts = {
    km,
    workers,
    offered: offeredIn(posting, fit),
    units: work ? 0 : laborUnits(household, policy, today),
    unallotted: fit.kind === "equity" ? fit.unallotted : 0,
    muPerPerson: posting.kind === "equity" ? muPerPerson(household) : 0,
    persons,
    liveProjects,
    incomePerPersonFen,
  };
  return reasonsFrom(facts, posting, policy);
}

function offeredIn(posting: CountyPosting, fit: Fit): ReasonFacts["offered"] {
  if (fit.kind === "membership") return { mu100: fit.mu100, kinds: [] };
  if (!("parcels" in fit) || !("parcelKinds" in posting)) return null;
  const mu100 = fit.kind === "land" ? fit.offeredMu100 : fit.mu100;
  return { mu100, kinds: posting.parcelKinds.filter((kind) => fit.parcels.some((p) => p.kind === kind)) };
}
