/** Where the households stand, which are covered, and how many persons each has: every total exact. */
import { demoVillages, type Village } from "@/lib/demo/places";
import type { Random } from "@/lib/demo/random";
import { apportion, householdSizes, sizeShares, type Totals } from "@/lib/demo/totals";

export type Slot = { village: Village; covered: boolean; size: number };

/** Which household stands where, covered or not, and how many persons it has: every total exact. */
export function slotsOf(villages: readonly Village[], totals: Totals, random: Random): Slot[] {
  const counts = apportion(
    totals.households,
    villages.map((v) => v.weight),
  );
  const demo = Object.values(demoVillages).map((code) => villages.findIndex((v) => v.code === code));
  // A small county still has enough to show in the two villages of the demo accounts.
  const least = Math.min(40, Math.floor(totals.households / 8));
  for (const i of demo)
    while ((counts[i] ?? 0) < least) {
      const from = counts.reduce(
        (best, n, j) => (demo.includes(j) || n <= (counts[best] ?? 0) ? best : j),
        0,
      );
      counts[from] = (counts[from] ?? 0) - 1;
      counts[i] = (counts[i] ?? 0) + 1;
    }
  const places = villages.flatMap((village, i) => Array<Village>(counts[i] ?? 0).fill(village));
  const { households, persons, coveredHouseholds, coveredPersons } = totals;
  const order = random.shuffle(places.map((_, i) => i));
  const covered = new Set(order.slice(0, coveredHouseholds));
  const uncovered = order.slice(coveredHouseholds);
  for (const i of demo) {
    const inVillage = places.flatMap((place, at) => (place === villages[i] ? [at] : []));
    const spare = uncovered.filter((at) => !covered.has(at) && !demo.some((d) => places[at] === villages[d]));
    for (const at of inVillage.slice(0, 4)) {
      const instead = covered.has(at) ? spare.pop() : undefined;
      if (instead === undefined) continue;
      covered.delete(at);
      covered.add(instead);
    }
  }
  const sizes = {
    covered: householdSizes(coveredHouseholds, coveredPersons, sizeShares.covered, random),
    uncovered: householdSizes(
      households - coveredHouseholds,
      persons - coveredPersons,
      sizeShares.uncovered,
      random,
    ),
  };
  const slots = places.map((village, at) => {
    const isCovered = covered.has(at);
    return { village, covered: isCovered, size: (isCovered ? sizes.covered : sizes.uncovered).pop() ?? 1 };
  });
  for (const i of demo) giveFamily(slots, villages[i] as Village);
  return slots;
}

/** The first uncovered household of a demo village is a family, so that someone there can work. */
function giveFamily(slots: Slot[], village: Village): void {
  const first = slots.find((slot) => slot.village === village && !slot.covered);
  const family = slots.find((slot) => !slot.covered && slot.size >= 3);
  if (!first || !family || first.size >= 3) return;
  [first.size, family.size] = [family.size, first.size];
}
