import { type LaborClass, type ParcelKind, parcelKinds, parcelUses } from "@/db/words";
import { monthBit } from "@/lib/clock/clock";
import { type AskedWork, askedWork, type CountyPosting, type OrderPosting } from "@/lib/matching/county";
import { admits } from "@/lib/matching/eligibility";
import { classBits, offeredBit, type StatedKm, skillMask, useShift } from "@/lib/matching/index/layout";
import { highestParts } from "@/lib/matching/index/near";
import { capacityOf, monthCount } from "@/lib/matching/labor";
import { needsLand, unitsInFull } from "@/lib/matching/order";
import { halfKmOf, jobLabor } from "@/lib/matching/score";
import { type Factors, type Policy, weightsOf } from "@/lib/policy/policy";

/** A posting with its policy and day, made ready to be asked of rows of the index. */
export type Question = {
  posting: CountyPosting;
  policy: Policy;
  weights: Factors;
  halfKm: number;
  detour: number;
  nearTable: Float64Array;
  /** km that the county's own table gives, by the household's village; null where it says nothing. */
  stated: ReadonlyMap<number, number> | null;
  /** Births up to here (YYYYMMDD) are of working age today. */
  adultBirth: number;
  /** Capacity by class bits 1, 2, 4. */
  capacities: Float64Array;
  /** This month, where the index keeps bound months. */
  monthMask: number;
  /** Of a job, and of a contract, which asks for work as a job does. */
  job: JobQuestion | null;
  land: LandQuestion | null;
  order: OrderQuestion | null;
  membership: MembershipQuestion | null;
};

export type JobQuestion = {
  admitted: number;
  /** Births from … to, both included, lie within working age and the posting's limits. */
  oldestBirth: number;
  youngestBirth: number;
  months: number;
  skills: number;
  skillsRequired: boolean;
  /** Labor part by class bits, wanted skills had, free months: values[(class·17 + skills)·13 + months]. */
  values: Float64Array;
};

export type LandQuestion = {
  /** 1 for kinds wanted. */
  wanted: Uint8Array;
  min: number;
  full: number;
};

export type OrderQuestion = {
  product: OrderPosting;
  /** 1 for kinds it grows on; null when it needs no land. */
  wanted: Uint8Array | null;
  unitsInFull: number;
};

export type MembershipQuestion = {
  /** As numbers, as the index has them; null = anywhere. */
  villages: ReadonlySet<number> | null;
  unitsInFull: number;
  muInFull: number;
};

/** Every kind of land. */
export const anyKind = new Uint8Array(8).fill(1);

/** Idle, or own use and offered: by the use and offered bits of a parcel, shifted down to 0…7. */
export const onOffer = Uint8Array.from({ length: 8 }, (_, bits) => {
  const use = parcelUses[bits & 3];
  return use === "idle" || (use === "own-use" && (bits << useShift) & offeredBit) ? 1 : 0;
});
export const leasedOut = parcelUses.indexOf("leased-out");

/** @param stated the index's own table of distances. */
export function questionOf(
  posting: CountyPosting,
  policy: Policy,
  today: string,
  stated: StatedKm | null,
): Question {
  const day = Number(today.slice(0, 4) + today.slice(5, 7) + today.slice(8, 10));
  const halfKm = halfKmOf(posting, policy);
  const detour = policy["distance.detour"];
  const work = askedWork(posting);
  const capacities = new Float64Array(5);
  for (const [name, bit] of Object.entries(classBits) as [LaborClass, number][])
    capacities[bit] = capacityOf(name, policy);
  return {
    posting,
    policy,
    weights: weightsOf(policy, posting.kind),
    halfKm,
    detour,
    nearTable: highestParts(halfKm, detour),
    stated: stated?.get(Number(posting.village)) ?? null,
    // Completed years = (day − birth) / 10,000 rounded down, as both are YYYYMMDD.
    adultBirth: day - policy["labor.workingAge"] * 10_000,
    capacities,
    monthMask: monthBit(today),
    job: work && jobQuestion(work, policy, day, capacities),
    land:
      posting.kind === "land"
        ? {
            wanted: wantedOf(posting),
            min: posting.minMu100,
            full: posting.fullMu100 ?? policy["land.fullTimesMin"] * posting.minMu100,
          }
        : null,
    order:
      posting.kind === "order"
        ? {
            product: posting,
            wanted: needsLand(posting) ? wantedOf(posting) : null,
            unitsInFull: unitsInFull(posting, policy),
          }
        : null,
    membership:
      posting.kind === "membership"
        ? {
            villages: posting.villages && new Set(posting.villages.map(Number)),
            unitsInFull: policy["labor.membershipUnits"],
            muInFull: policy["land.membershipMu"],
          }
        : null,
  };
}

const wantedOf = (posting: { parcelKinds: readonly ParcelKind[] }) =>
  Uint8Array.from({ length: 8 }, (_, i) => {
    const kind = parcelKinds[i];
    return kind !== undefined && posting.parcelKinds.includes(kind) ? 1 : 0;
  });

function jobQuestion(asked: AskedWork, policy: Policy, day: number, capacities: Float64Array): JobQuestion {
  const youngest = Math.max(policy["labor.workingAge"], asked.ageMin ?? 0);
  const wanted = asked.skills.length;
  const months = monthCount(asked.months);
  const values = new Float64Array(5 * 17 * 13);
  for (const bit of Object.values(classBits))
    for (let had = 0; had <= wanted; had++)
      for (let free = 0; free <= months; free++)
        values[(bit * 17 + had) * 13 + free] = jobLabor(
          capacities[bit]!,
          wanted === 0 ? 1 : had / wanted,
          free / months,
          policy,
        );
  return {
    admitted: admits[asked.work].reduce((mask, name) => mask | (classBits[name] ?? 0), 0),
    youngestBirth: day - youngest * 10_000,
    oldestBirth: asked.ageMax === null ? 0 : day - (asked.ageMax + 1) * 10_000 + 1,
    months: asked.months,
    skills: skillMask(asked.skills),
    skillsRequired: asked.skillsRequired && wanted > 0,
    values,
  };
}
