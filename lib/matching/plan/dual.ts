/**
 * Lowers the bound by moving every price a little, over and over, towards what is asked of its bin: subgradient descent
 * on the Lagrangian dual (Held, Wolfe & Crowder 1974, "Validation of subgradient optimization", Mathematical
 * Programming 6) with a step of its own for every bin, in proportion to its excess counted in items, and shrinking.
 *
 * Works on the short lists; a bound counts only once it has been worked out on all options.
 */

import { boundOf } from "@/lib/matching/plan/bound";
import type { Candidates } from "@/lib/matching/plan/candidates";
import { type Instance, LONG, SHORT } from "@/lib/matching/plan/instance";

export interface DescentRule {
  /** Times the lists are made anew, and steps taken on each. */
  readonly rounds: number;
  readonly steps: number;
  /** First and last step, in value per item. */
  readonly from: number;
  readonly to: number;
}

/** Size of a typical item of each bin, at least 1: what turns value per item into price per unit. */
export function typicalSize(instance: Instance): Float64Array {
  const sum = new Float64Array(instance.bins + 1);
  const count = new Float64Array(instance.bins + 1);
  for (let i = 0; i < instance.items; i++)
    for (let o = instance.itemFirst[i]!; o < instance.itemEnd[i]!; o++) {
      sum[instance.optionBin[o]!]! += instance.optionSize[o]!;
      count[instance.optionBin[o]!]!++;
    }
  for (let j = 0; j <= instance.bins; j++) sum[j] = Math.max(1, sum[j]! / Math.max(1, count[j]!));
  return sum;
}

/** Moves `price` (one entry more than bins) to the best prices met, and returns their bound. */
export function descend(
  instance: Instance,
  candidates: Candidates,
  price: Float64Array,
  unit: Float64Array,
  rule: DescentRule,
  pause: (bound: number) => boolean,
): number {
  const { bins } = instance;
  const choice = new Choice(instance, candidates);
  const best = price.slice();
  const here = price.slice();
  let bestBound = boundOf(instance, best);
  const shrink = (rule.to / rule.from) ** (1 / Math.max(1, rule.rounds * rule.steps - 1));
  let step = rule.from;
  for (let round = 0; round < rule.rounds; round++) {
    candidates.refillAll(here);
    const roundBest = here.slice();
    let roundBound = Number.POSITIVE_INFINITY;
    for (let n = 0; n < rule.steps; n++, step *= shrink) {
      const bound = choice.at(here);
      if (bound < roundBound) {
        roundBound = bound;
        roundBest.set(here);
      }
      for (let j = 0; j < bins; j++) {
        const excess = (choice.used[j]! - instance.capacity[j]!) / unit[j]!;
        if (excess === 0) continue;
        const pull = Math.max(-1, Math.min(1, excess / 2));
        here[j] = Math.max(0, here[j]! + (step * pull) / unit[j]!);
      }
    }
    const bound = boundOf(instance, roundBest);
    if (bound < bestBound) {
      bestBound = bound;
      best.set(roundBest);
    }
    here.set(best);
    if (!pause(bestBound)) break;
  }
  price.set(best);
  return bestBound;
}

/** Every group's best choice on the lists, and what it asks of the bins. */
class Choice {
  readonly used: Float64Array;
  private readonly term = new Int32Array(3);
  /** Of the group at hand: the best row of each item and term, and what it is worth at the prices. */
  private readonly rows: number[] = [];
  private readonly worths: number[] = [];

  constructor(
    private readonly instance: Instance,
    private readonly candidates: Candidates,
  ) {
    this.used = new Float64Array(instance.bins + 1);
  }

  /** Σ price × capacity + Σ best choices (of listed options only); fills `used`. */
  at(price: Float64Array): number {
    const { bins, groups, capacity } = this.instance;
    this.used.fill(0);
    let total = 0;
    for (let j = 0; j < bins; j++) total += price[j]! * capacity[j]!;
    for (let g = 0; g < groups; g++) total += this.ofGroup(g, price);
    return total;
  }

  private ofGroup(g: number, price: Float64Array): number {
    const { groupFirst, limit, bonus, shortLimit, longLimit, term } = this.instance;
    const { bin, size, value, width, count } = this.candidates;
    const from = groupFirst[g]!;
    const to = groupFirst[g + 1]!;
    if (limit[g]! === 2 && Math.min(shortLimit[g]!, longLimit[g]!) < 2) return this.ofPair(g, price);
    // Greedy, item after item: exact without term limits and for one item.
    let worth = 0;
    const taken: number[] = [];
    this.term.fill(0);
    for (let n = 0; n < limit[g]!; n++) {
      const blocked =
        (this.term[SHORT]! >= shortLimit[g]! ? 1 << SHORT : 0) |
        (this.term[LONG]! >= longLimit[g]! ? 1 << LONG : 0);
      let best = n === 0 ? -bonus[g]! : 0;
      let row = -1;
      for (let i = from; i < to; i++) {
        if (n > 0 && taken.includes(i)) continue;
        for (let r = i * width, end = r + count[i]!; r < end; r++) {
          const j = bin[r]!;
          const reduced = value[r]! - price[j]! * size[r]!;
          if (reduced <= best || (blocked !== 0 && (blocked >> term[j]!) & 1)) continue;
          best = reduced;
          row = r;
        }
      }
      if (row < 0) break;
      taken.push(Math.floor(row / width));
      worth += best + (n === 0 ? bonus[g]! : 0);
      this.used[bin[row]!]! += size[row]!;
      this.term[term[bin[row]!]!]!++;
    }
    return worth;
  }

  /** The best one or two items of a group whose terms have limits: every pair of their best rows of each term. */
  private ofPair(g: number, price: Float64Array): number {
    const { groupFirst, bonus, shortLimit, longLimit, term } = this.instance;
    const { bin, size, value, width, count } = this.candidates;
    const mayTake = [2, shortLimit[g]!, longLimit[g]!];
    const rows = this.rows;
    const worths = this.worths;
    let known = 0;
    for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++) {
      const from = known;
      for (let r = i * width, end = r + count[i]!; r < end; r++) {
        const t = term[bin[r]!]!;
        if (mayTake[t] === 0) continue;
        const worth = value[r]! - price[bin[r]!]! * size[r]!;
        let k = from;
        while (k < known && term[bin[rows[k]!]!] !== t) k++;
        if (k === known) known++;
        else if (worth <= worths[k]!) continue;
        rows[k] = r;
        worths[k] = worth;
      }
    }
    let best = -bonus[g]!;
    let one = -1;
    let other = -1;
    for (let a = 0; a < known; a++) {
      if (worths[a]! > best) {
        best = worths[a]!;
        one = a;
        other = -1;
      }
      const t = term[bin[rows[a]!]!]!;
      const item = Math.floor(rows[a]! / width);
      for (let b = 0; b < a; b++) {
        if (worths[a]! + worths[b]! <= best || Math.floor(rows[b]! / width) === item) continue;
        if (mayTake[t] === 1 && term[bin[rows[b]!]!] === t) continue;
        best = worths[a]! + worths[b]!;
        one = a;
        other = b;
      }
    }
    for (const k of [one, other]) if (k >= 0) this.used[bin[rows[k]!]!]! += size[rows[k]!]!;
    return one < 0 ? 0 : best + bonus[g]!;
  }
}
