/**
 * The hard totals of the registry (statistics.md §1: the county's report, end of May 2017) and how they
 * shrink with the scale. Everything in the demo county adds up to these.
 */
import type { EnterpriseKind, PostingKind } from "@/db/words";
import type { Random } from "@/lib/demo/random";

export type Totals = {
  households: number;
  persons: number;
  /** With a live project. */
  coveredHouseholds: number;
  coveredPersons: number;
  liftedHouseholds: number;
  liftedPersons: number;
  enterprises: Record<"leading" | "park" | "cooperative" | "big-household", number>;
  openPostings: Record<PostingKind, number>;
};

/** Drawn by lot among the 179 villages at every scale: no list of the real ones was found. */
export const poorVillages = 117;

export const wholeCounty: Totals = {
  households: 19_542,
  persons: 52_758,
  coveredHouseholds: 14_167,
  coveredPersons: 42_733,
  liftedHouseholds: 6_296,
  liftedPersons: 17_153,
  enterprises: { leading: 47, park: 18, cooperative: 65, "big-household": 208 } satisfies Partial<
    Record<EnterpriseKind, number>
  >,
  // No count is given; enough for every enterprise to be met in the lists.
  openPostings: { job: 160, land: 110, equity: 70, order: 50, membership: 40, contract: 30 },
};

/** @throws RangeError unless 0.001 ≤ scale ≤ 1. */
export function totalsAt(scale: number): Totals {
  if (!(scale >= 0.001 && scale <= 1)) throw new RangeError("the demo's scale must lie between 0.001 and 1");
  const part = (n: number, least = 1) => Math.max(least, Math.round(n * scale));
  const { enterprises, openPostings, ...counts } = wholeCounty;
  return {
    households: part(counts.households),
    persons: part(counts.persons),
    coveredHouseholds: part(counts.coveredHouseholds),
    coveredPersons: part(counts.coveredPersons),
    liftedHouseholds: part(counts.liftedHouseholds),
    liftedPersons: part(counts.liftedPersons),
    enterprises: {
      leading: part(enterprises.leading),
      park: part(enterprises.park),
      cooperative: part(enterprises.cooperative),
      "big-household": part(enterprises["big-household"]),
    },
    openPostings: {
      job: part(openPostings.job, 8),
      land: part(openPostings.land, 6),
      equity: part(openPostings.equity, 4),
      order: part(openPostings.order, 4),
      membership: part(openPostings.membership, 1),
      contract: part(openPostings.contract, 3),
    },
  };
}

/** P(household size 1…7) with and without a live project (statistics.md §2). */
export const sizeShares = {
  covered: [0.14, 0.26, 0.255, 0.2, 0.1, 0.035, 0.01],
  uncovered: [0.48, 0.3, 0.13, 0.06, 0.02, 0.01, 0],
};

/** Whole numbers in proportion to the weights that add up to the total (largest remainders; ties to the first). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const rest = total - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, rest)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}

/**
 * Sizes of `count` households with exactly `persons` persons: drawn as the shares say, then single
 * households grow or shrink by one until the sum is right. In chance order.
 */
export function householdSizes(
  count: number,
  persons: number,
  shares: readonly number[],
  random: Random,
): number[] {
  const largest = shares.length;
  if (persons < count || persons > count * largest) throw new RangeError("no such households");
  const sizes = random.shuffle(apportion(count, shares).flatMap((n, i) => Array<number>(n).fill(i + 1)));
  let sum = sizes.reduce((a, b) => a + b, 0);
  for (let i = 0; sum !== persons; i = (i + 1) % count) {
    const size = sizes[i] ?? 1;
    // Only the common sizes change, so that the rare ones keep their share.
    const step = sum < persons ? 1 : -1;
    const fits = step > 0 ? size < Math.min(4, largest) : size > 1 && size <= 4;
    const anyFits = step > 0 ? size < largest : size > 1;
    if (fits || (anyFits && !sizes.some((s) => (step > 0 ? s < 4 : s > 1 && s <= 4)))) {
      sizes[i] = size + step;
      sum += step;
    }
  }
  return sizes;
}

/**
 * Chooses `count` indexes whose sizes add up to `sum`: a draw by weight, then exchanges of one chosen against
 * one left out whose sizes bring the sum nearer. A county too small to add up exactly comes as near as it can.
 */
export function chooseExactly(
  sizes: readonly number[],
  weightOf: (i: number) => number,
  count: number,
  sum: number,
  random: Random,
): Set<number> {
  const order = sizes
    .map((_, i) => ({ i, key: random.next() ** (1 / weightOf(i)) }))
    .sort((a, b) => b.key - a.key || a.i - b.i)
    .map(({ i }) => i);
  const chosen = new Set(order.slice(0, count));
  let left = sum - order.slice(0, count).reduce((total, i) => total + (sizes[i] ?? 0), 0);
  for (let step = 0; left !== 0; step++) {
    const wanted = Math.sign(left);
    const out = order.slice(0, count).find((i) => chosen.has(i) && hasPartner(i, wanted));
    if (out === undefined || step > sizes.length) break;
    const partner = order.find(
      (i) => !chosen.has(i) && (sizes[i] ?? 0) === (sizes[out] ?? 0) + wanted,
    ) as number;
    chosen.delete(out);
    chosen.add(partner);
    left -= wanted;
  }
  return chosen;

  function hasPartner(i: number, wanted: number): boolean {
    return order.some((j) => !chosen.has(j) && (sizes[j] ?? 0) === (sizes[i] ?? 0) + wanted);
  }
}
