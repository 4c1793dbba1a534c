import { type LaborClass, parcelKinds, parcelUses } from "@/db/words";
import { monthBit } from "@/lib/clock/clock";
import type { CountyPosting, JobPosting } from "@/lib/matching/county";
import { admits } from "@/lib/matching/eligibility";
import { classBits, offeredBit, skillMask, useShift } from "@/lib/matching/index/layout";
import { highestParts } from "@/lib/matching/index/near";
import { capacityOf, halfKmOf, jobLabor, monthCount } from "@/lib/matching/score";
import { type Factors, type Policy, weightsOf } from "@/lib/policy/policy";

/** A posting with its policy and day, made ready to be asked of rows of the index. */
export type Question = {
  posting: CountyPosting;
  policy: Policy;
  weights: Factors;
  halfKm: number;
  detour: number;
  nearTable: Float64Array;
  /** Births up to here (YYYYMMDD) are of working age today. */
  adultBirth: number;
  /** Capacity by class bits 1, 2, 4. */
  capacities: Float64Array;
  /** This month, where the index keeps bound months. */
  monthMask: number;
  job: JobQuestion | null;
  land: LandQuestion | null;
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

/** Idle, or own use and offered: by the use and offered bits of a parcel, shifted down to 0…7. */
export const onOffer = Uint8Array.from({ length: 8 }, (_, bits) => {
  const use = parcelUses[bits & 3];
  return use === "idle" || (use === "own-use" && (bits << useShift) & offeredBit) ? 1 : 0;
});
export const leasedOut = parcelUses.indexOf("leased-out");

export function questionOf(posting: CountyPosting, policy: Policy, today: string): Question {
  const day = Number(today.slice(0, 4) + today.slice(5, 7) + today.slice(8, 10));
  const halfKm = halfKmOf(posting, policy);
  const detour = policy["distance.detour"];
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
    // Completed years = (day − birth) / 10,000 rounded down, as both are YYYYMMDD.
    adultBirth: day - policy["labor.workingAge"] * 10_000,
    capacities,
    monthMask: monthBit(today),
    job: posting.kind === "job" ? jobQuestion(posting, policy, day, capacities) : null,
    land:
      posting.kind === "land"
        ? {
            wanted: Uint8Array.from({ length: 8 }, (_, i) => {
              const kind = parcelKinds[i];
              return kind !== undefined && posting.parcelKinds.includes(kind) ? 1 : 0;
            }),
            min: posting.minMu100,
            full: posting.fullMu100 ?? policy["land.fullTimesMin"] * posting.minMu100,
          }
        : null,
  };
}

function jobQuestion(
  posting: JobPosting,
  policy: Policy,
  day: number,
  capacities: Float64Array,
): JobQuestion {
  const youngest = Math.max(policy["labor.workingAge"], posting.ageMin ?? 0);
  const wanted = posting.skills.length;
  const months = monthCount(posting.months);
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
    admitted: admits[posting.work].reduce((mask, name) => mask | (classBits[name] ?? 0), 0),
    youngestBirth: day - youngest * 10_000,
    oldestBirth: posting.ageMax === null ? 0 : day - (posting.ageMax + 1) * 10_000 + 1,
    months: posting.months,
    skills: skillMask(posting.skills),
    skillsRequired: posting.skillsRequired && wanted > 0,
    values,
  };
}
