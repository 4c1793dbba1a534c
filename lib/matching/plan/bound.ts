/**
 * What prices prove. Weak Lagrangian duality (Fisher 1981, "The Lagrangian relaxation method for solving integer
 * programming problems", Management Science 27): for any prices ≥ 0,
 *
 *   best possible value ≤ Σ price × capacity + Σ over groups of its best choice at value − price × size (+ bonus).
 *
 * Each option is read once and next to nothing allocated: a county's bound takes some 20 ms.
 */
import { type Instance, LONG, SHORT } from "@/lib/matching/plan/instance";

/** (bound − value) ÷ bound, in 0..1; 0 when there is nothing to win. */
export function gapOf(value: number, bound: number): number {
  return bound > 0 ? Math.max(0, bound - value) / bound : 0;
}

/** Σ price × capacity + Σ over groups of the best choice at these prices: an upper bound on every plan's value. */
export function boundOf(instance: Instance, prices: Float64Array): number {
  return boundFrom(instance, prices, worthOfGroups(instance, prices));
}

/** The bound, given what each group is worth at the prices. */
export function boundFrom(instance: Instance, prices: Float64Array, worth: Float64Array): number {
  let bound = 0;
  for (let j = 0; j < instance.bins; j++) bound += prices[j]! * instance.capacity[j]!;
  for (let g = 0; g < instance.groups; g++) bound += worth[g]!;
  return bound;
}

/** What the best choice of each group is worth at the prices, of all groups or of those named, into `worth`. */
export function worthOfGroups(
  instance: Instance,
  prices: Float64Array,
  worth: Float64Array = new Float64Array(instance.groups),
  groups?: readonly number[],
): Float64Array {
  // One entry more, for the bin that does not exist: nothing is worth going there.
  const price = new Float64Array(instance.bins + 1);
  price.set(prices.subarray(0, instance.bins));
  price[instance.bins] = Number.POSITIVE_INFINITY;
  if (groups) for (const g of groups) worth[g] = bestOfGroup(instance, g, price);
  else for (let g = 0; g < instance.groups; g++) worth[g] = bestOfGroup(instance, g, price);
  return worth;
}

/** The best a group can do at these prices; `price` has an entry for the bin that does not exist. Pins are kept. */
function bestOfGroup(instance: Instance, g: number, price: Float64Array): number {
  const from = instance.groupFirst[g]!;
  const to = instance.groupFirst[g + 1]!;
  if (instance.shortLimit[g]! < instance.limit[g]! || instance.longLimit[g]! < instance.limit[g]!)
    return bestWithTerms(instance, g, price);
  let room = instance.limit[g]!;
  let pinned = 0;
  let settled = 0;
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  let rest = 0;
  let positive = 0;
  for (let i = from; i < to; i++) {
    const pin = instance.pin[i]!;
    if (pin >= 0) {
      settled += at(instance, pin, price);
      pinned++;
      room--;
      continue;
    }
    const r = bestOfItem(instance, i, price);
    if (r > best) {
      second = best;
      best = r;
    } else if (r > second) second = r;
    if (r > 0) {
      rest += r;
      positive++;
    }
  }
  const bonus = instance.bonus[g]!;
  if (pinned > 0) settled += bonus;
  if (room <= 0) return settled;
  if (positive > room)
    rest = room === 1 ? best : room === 2 ? best + second : sumOfBest(instance, g, price, room);
  if (pinned > 0) return settled + rest;
  return Math.max(0, bonus + (positive > 0 ? rest : best));
}

/** value − price × size of an option. */
function at(instance: Instance, o: number, price: Float64Array): number {
  return instance.optionValue[o]! - price[instance.optionBin[o]!]! * instance.optionSize[o]!;
}

/** The best option of an item at these prices, -∞ if it has none. */
function bestOfItem(instance: Instance, i: number, price: Float64Array): number {
  const { optionBin, optionSize, optionValue } = instance;
  let best = Number.NEGATIVE_INFINITY;
  for (let o = instance.itemFirst[i]!, end = instance.itemEnd[i]!; o < end; o++) {
    const r = optionValue[o]! - price[optionBin[o]!]! * optionSize[o]!;
    if (r > best) best = r;
  }
  return best;
}

/** Sum of the `room` best items of a group, each at least 0; only called where more than `room` are above 0. */
function sumOfBest(instance: Instance, g: number, price: Float64Array, room: number): number {
  const all: number[] = [];
  for (let i = instance.groupFirst[g]!; i < instance.groupFirst[g + 1]!; i++)
    if (instance.pin[i]! < 0) all.push(bestOfItem(instance, i, price));
  all.sort((a, b) => b - a);
  let sum = 0;
  for (let k = 0; k < room; k++) sum += Math.max(0, all[k]!);
  return sum;
}

/**
 * The best choice where short and long have limits of their own: a table over (items, short, long) placed, item by
 * item. An item's candidates are its best option of each term. O(items × limit × short × long); all three are 1 or 2
 * in a county, and none need exceed the number of items.
 */
function bestWithTerms(instance: Instance, g: number, price: Float64Array): number {
  const from = instance.groupFirst[g]!;
  const to = instance.groupFirst[g + 1]!;
  const most = Math.max(0, Math.min(instance.limit[g]!, to - from));
  const shortMost = Math.max(0, Math.min(instance.shortLimit[g]!, most));
  const longMost = Math.max(0, Math.min(instance.longLimit[g]!, most));
  const wide = longMost + 1;
  const deep = (shortMost + 1) * wide;
  const { optionBin, optionSize, optionValue, term } = instance;
  let table = new Float64Array((most + 1) * deep).fill(Number.NEGATIVE_INFINITY);
  table[0] = 0;
  for (let i = from; i < to; i++) {
    const pin = instance.pin[i]!;
    const first = pin >= 0 ? pin : instance.itemFirst[i]!;
    const end = pin >= 0 ? pin + 1 : instance.itemEnd[i]!;
    let free = Number.NEGATIVE_INFINITY;
    let short = Number.NEGATIVE_INFINITY;
    let long = Number.NEGATIVE_INFINITY;
    for (let o = first; o < end; o++) {
      const bin = optionBin[o]!;
      const r = optionValue[o]! - price[bin]! * optionSize[o]!;
      const of = term[bin]!;
      if (of === LONG) {
        if (r > long) long = r;
      } else if (of === SHORT) {
        if (r > short) short = r;
      } else if (r > free) free = r;
    }
    // Level k + 1 is raised from level k, the highest first, so that an item counts once. A pinned item must count:
    // what lies below is gone.
    const next = pin >= 0 ? new Float64Array(table.length).fill(Number.NEGATIVE_INFINITY) : table;
    for (let k = most - 1; k >= 0; k--)
      for (let s = 0; s <= shortMost; s++)
        for (let l = 0; l <= longMost; l++) {
          const here = table[k * deep + s * wide + l]!;
          if (here === Number.NEGATIVE_INFINITY) continue;
          const above = (k + 1) * deep + s * wide + l;
          if (here + free > next[above]!) next[above] = here + free;
          if (s < shortMost && here + short > next[above + wide]!) next[above + wide] = here + short;
          if (l < longMost && here + long > next[above + 1]!) next[above + 1] = here + long;
        }
    table = next;
  }
  let top = table[0]!;
  for (let cell = deep; cell < table.length; cell++) top = Math.max(top, table[cell]! + instance.bonus[g]!);
  return top;
}
