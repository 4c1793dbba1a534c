import type { ReachBand } from "@/db/schema";
import { ageOn } from "@/lib/clock/clock";
import type { CountyHousehold } from "@/lib/matching/county";
import { admits, offeredMu100 } from "@/lib/matching/eligibility";
import type { Policy } from "@/lib/policy/policy";

/**
 * What may be said of households to an enterprise (design/access.md): never a count or a measure, only the
 * band it falls in. Exact counts tell about named people; bands, fixed once, do not.
 */

/** How many households fit a posting. */
export function reachBand(eligible: number): ReachBand {
  if (eligible < 10) return "under-10";
  if (eligible < 20) return "10-19";
  if (eligible < 50) return "20-49";
  return eligible < 100 ? "50-99" : "100-or-more";
}

export const laborBands = ["1", "2", "3+"] as const;
export type LaborBand = (typeof laborBands)[number];
/** Members able to work. Nobody at all falls in the lowest band: that a household has no labor is not said. */
export const laborBand = (workers: number): LaborBand => (workers >= 3 ? "3+" : workers === 2 ? "2" : "1");

export const landBands = ["under-3", "3-6", "6-10", "10+"] as const;
export type LandBand = (typeof landBands)[number];
/** Hundredths of a mu on offer; a bound belongs to the band it opens. */
export function landBand(mu100: number): LandBand {
  if (mu100 < 300) return "under-3";
  if (mu100 < 600) return "3-6";
  return mu100 < 1000 ? "6-10" : "10+";
}

export const distanceBands = ["under-5", "5-15", "15-30", "over-30"] as const;
export type DistanceBand = (typeof distanceBands)[number];
/** km by road; exactly 30 km is not over 30. */
export function distanceBand(km: number): DistanceBand {
  if (km < 5) return "under-5";
  if (km < 15) return "5-15";
  return km <= 30 ? "15-30" : "over-30";
}

export type CardBands = { labor: LaborBand; land: LandBand; distance: DistanceBand };

/** The bands of a household's card for one posting. */
export function cardBands(household: CountyHousehold, km: number, policy: Policy, today: string): CardBands {
  const workers = household.members.filter(
    (m) =>
      !m.atSchool &&
      admits.light.includes(m.laborClass) &&
      ageOn(m.birth, today) >= policy["labor.workingAge"],
  );
  const mu100 = household.parcels.reduce((sum, parcel) => sum + offeredMu100(parcel), 0);
  return { labor: laborBand(workers.length), land: landBand(mu100), distance: distanceBand(km) };
}
