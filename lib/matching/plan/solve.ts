/**
 * The county plan's solver (matching.md §5). In the order of its steps:
 *
 *   1. `foldPins`        what officers have ordered is taken off the instance,
 *   2. `Auction`         prices and a first plan, by ε-scaling,
 *   3. sizes all 1:      `ShortestPaths`, to the proven optimum;
 *      else:             `descend` lowers the bound, `Exchanges` raises the plan,
 *   4. `sealed`          value, bound and gap are worked out anew by the checker's own formula.
 *
 * Pure and deterministic: no clock, no chance; every loop ends by counting. Leaving items out is always allowed, so
 * every instance has a plan; one that is stopped early is still feasible, with a valid bound.
 */
import { Auction } from "@/lib/matching/plan/auction";
import { boundFrom, boundOf, gapOf, worthOfGroups } from "@/lib/matching/plan/bound";
import { Candidates } from "@/lib/matching/plan/candidates";
import type { Plan } from "@/lib/matching/plan/check";
import { descend, typicalSize } from "@/lib/matching/plan/dual";
import { Exchanges } from "@/lib/matching/plan/exchanges";
import { type Instance, NO_LIMIT } from "@/lib/matching/plan/instance";
import { foldPins } from "@/lib/matching/plan/rules";
import { ShortestPaths } from "@/lib/matching/plan/shortest-paths";

export const phases = ["auction", "paths", "descent", "exchanges"] as const;
export type Phase = (typeof phases)[number];

/** Where the solver is. `bound` and `value` are the best known so far, if any. */
export interface Progress {
  readonly phase: Phase;
  readonly iteration: number;
  readonly of: number;
  readonly bound: number | null;
  readonly value: number | null;
}

export interface SolveOptions {
  /** Asked every few milliseconds to a few hundred; `false` stops and returns the plan so far. */
  readonly onProgress?: (progress: Progress) => boolean | undefined;
  /** Most trials of the perturbation on small instances; 20,000 if left out, 0 for a quick plan. */
  readonly trials?: number;
}

export interface Solution extends Plan {
  /** Stopped by `onProgress` before it was through. */
  readonly stopped: boolean;
  /** What each group's best choice is worth at the prices: bound = Σ price × capacity + Σ worth. */
  readonly worth: Float64Array;
  /** The instance solved, and the short lists at its prices: kept for the next re-plan, not part of the answer. */
  readonly kept: { readonly instance: Instance; readonly candidates: Candidates };
}

/** Items × steps the descent may take in all, and passes of exchanges. */
const DESCENT_WORK = 4e6;
const ROUNDS = 4;
const PASSES = 10;
/** A pass that wins less than this share of the remaining gap is the last. */
const WORTHWHILE = 0.02;
/** Trials of the perturbation: at most, at most this many over items, and none for instances of more items. */
const TRIALS = 20_000;
const TRIAL_WORK = 1.2e6;
const SMALL = 10_000;
/** Work of all exchanges after which no trial is begun: some seconds. */
const MOST_LOOKS = 4e8;
/** Every so many trials the tables of what moves are worth are worked out anew. */
const FRESH = 8;

/** Solves an instance. */
export function solve(instance: Instance, options: SolveOptions = {}): Solution {
  const { rest, settled } = foldPins(instance);
  const watch = new Watch(options.onProgress, settled);
  const candidates = new Candidates(rest);
  const unit = typicalSize(rest);
  const auction = new Auction(rest, candidates);
  const grain = spreadOf(rest) / 64;
  const exact = isFlow(rest);
  const epsilons = scale(rest, exact ? Math.max(1, Math.round(grain)) : grain / 3, exact);
  for (const [n, epsilon] of epsilons.entries()) {
    if (n > 0) auction.lower(2 * epsilons[n - 1]!, unit);
    if (!watch.at("auction", n, epsilons.length)) break;
    if (!auction.run(epsilon, () => watch.at("auction", n, epsilons.length))) break;
  }
  const { option, price } = auction;
  if (watch.stopped) return sealed(instance, rest, candidates, option, price, true);
  if (exact) {
    const paths = new ShortestPaths(rest, candidates, option, price);
    paths.run((waiting) => watch.at("paths", paths.rounds, paths.rounds + waiting));
    return sealed(instance, rest, candidates, option, price, watch.stopped);
  }
  watch.value = valueOfPlan(rest, option);
  const steps = Math.max(10, Math.min(2000, Math.round(DESCENT_WORK / ROUNDS / Math.max(1, rest.items))));
  let round = 0;
  candidates.oversized = true;
  const bound = descend(
    rest,
    candidates,
    price,
    unit,
    { rounds: ROUNDS, steps, from: grain, to: grain / 40 },
    (lowest) => {
      watch.bound = lowest;
      return watch.at("descent", ++round, ROUNDS);
    },
  );
  candidates.oversized = false;
  candidates.refillAll(price);
  const exchanges = new Exchanges(rest, candidates, option, price);
  for (let pass = 0; pass < PASSES && watch.at("exchanges", pass, PASSES); pass++) {
    const won = exchanges.pass();
    watch.value = valueOfPlan(rest, option);
    if (won <= WORTHWHILE * (bound - watch.value)) break;
  }
  perturb(exchanges, rest, bound, options.trials ?? TRIALS, (n, of, value) => {
    watch.value = value;
    return watch.at("exchanges", PASSES + n, PASSES + of);
  });
  return sealed(instance, rest, candidates, option, price, watch.stopped);
}

/**
 * Iterated local search (Lourenço, Martin & Stützle 2003) for small instances, where one greedy plan is not enough:
 * shake one item out of its place, improve, keep what is no worse. Ends after a number of trials that falls with size.
 */
function perturb(
  exchanges: Exchanges,
  instance: Instance,
  bound: number,
  most: number,
  pause: (trial: number, of: number, value: number) => boolean,
): void {
  const { items } = instance;
  const trials =
    items > SMALL ? 0 : Math.min(most, 2 * items * items, Math.floor(TRIAL_WORK / Math.max(1, items)));
  let best = exchanges.option.slice();
  let bestWon = exchanges.won;
  let state = 1;
  const roll = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const start = valueOfPlan(instance, exchanges.option) - exchanges.won;
  for (let n = 0; n < trials; n++) {
    // Values are whole: within 1 of the bound is the best there is.
    if (start + bestWon + 1 > bound || exchanges.looks > MOST_LOOKS) break;
    if (n % 16 === 0 && !pause(n, trials, start + bestWon)) break;
    if (!exchanges.shake(roll(items), roll(4))) continue;
    for (let pass = 0; pass < PASSES && exchanges.pass(n % FRESH === 0) > 0; pass++);
    if (exchanges.won >= bestWon) {
      bestWon = exchanges.won;
      best = exchanges.option.slice();
    } else exchanges.restore(best);
  }
  exchanges.restore(best);
}

/** Tells the caller how things stand, and remembers if it wants to stop. */
class Watch {
  stopped = false;
  bound: number | null = null;
  value: number | null = null;

  constructor(
    private readonly onProgress: SolveOptions["onProgress"],
    private readonly settled: number,
  ) {}

  /** False once the caller wants to stop. */
  at(phase: Phase, iteration: number, of: number): boolean {
    if (this.stopped || !this.onProgress) return !this.stopped;
    const whole = (part: number | null) => (part === null ? null : part + this.settled);
    const go = this.onProgress({ phase, iteration, of, bound: whole(this.bound), value: whole(this.value) });
    this.stopped = go === false;
    return !this.stopped;
  }
}

/** Whether the instance is a min-cost flow: all sizes 1, and no rule about terms that could bind. */
export function isFlow(instance: Instance): boolean {
  const { optionSize, shortLimit, longLimit, limit } = instance;
  for (let g = 0; g < instance.groups; g++)
    if (Math.min(shortLimit[g]!, longLimit[g]!) < Math.min(limit[g]!, NO_LIMIT)) return false;
  for (let o = 0; o < optionSize.length; o++) if (optionSize[o] !== 1) return false;
  return true;
}

/** How far apart an item's options lie: mean over items of best − mean value; at least 1. */
function spreadOf(instance: Instance): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < instance.items; i++) {
    const first = instance.itemFirst[i]!;
    const end = instance.itemEnd[i]!;
    if (end - first < 2) continue;
    let best = 0;
    let total = 0;
    for (let o = first; o < end; o++) {
      const value = instance.optionValue[o]!;
      total += value;
      if (value > best) best = value;
    }
    sum += best - total / (end - first);
    count++;
  }
  return Math.max(1, count > 0 ? sum / count : 1);
}

/** The ε of each phase: from a sixth of the largest gain of an item down to `last`, by eighths. */
function scale(instance: Instance, last: number, whole: boolean): number[] {
  let top = 0;
  for (let g = 0; g < instance.groups; g++) top = Math.max(top, instance.bonus[g]!);
  let most = 0;
  for (let o = 0; o < instance.optionValue.length; o++) most = Math.max(most, instance.optionValue[o]!);
  const epsilons: number[] = [];
  for (let epsilon = (top + most) / 6; epsilon > 2 * last; epsilon /= 8)
    epsilons.push(whole ? Math.max(1, Math.round(epsilon)) : epsilon);
  epsilons.push(last);
  return epsilons;
}

/** Value of a plan: Σ value of the options taken + the bonus of every group with one. */
export function valueOfPlan(instance: Instance, option: Int32Array): number {
  let value = 0;
  for (let g = 0; g < instance.groups; g++) {
    let placed = false;
    for (let i = instance.groupFirst[g]!; i < instance.groupFirst[g + 1]!; i++) {
      const o = option[i]!;
      if (o < 0) continue;
      value += instance.optionValue[o]!;
      placed = true;
    }
    if (placed) value += instance.bonus[g]!;
  }
  return value;
}

/**
 * Puts the pins back, rounds the prices so that every sum of the bound is exact in doubles, and works out value, bound
 * and gap. `rest` is the instance without its pins; `price` may have entries past the bins.
 */
export function sealed(
  instance: Instance,
  rest: Instance,
  candidates: Candidates,
  option: Int32Array,
  price: Float64Array,
  stopped: boolean,
): Solution {
  for (let i = 0; i < instance.items; i++) if (instance.pin[i]! >= 0) option[i] = instance.pin[i]!;
  const prices = pricedOut(rest, price.slice(0, instance.bins));
  // Multiples of 2^-k: sums up to 2^52 stay exact while bound × 2^k does.
  const rough = Math.max(1, valueOfPlan(instance, option), boundOf(instance, prices));
  const grid = 2 ** Math.max(0, Math.min(20, Math.floor(51 - Math.log2(rough))));
  for (let j = 0; j < prices.length; j++) prices[j] = Math.round(prices[j]! * grid) / grid;
  return { ...concluded(instance, option, prices, worthOfGroups(instance, prices), candidates), stopped };
}

/** Value, bound and gap of a plan whose pins are in place and whose prices are final. */
export function concluded(
  instance: Instance,
  option: Int32Array,
  prices: Float64Array,
  worth: Float64Array,
  candidates: Candidates,
): Solution {
  const value = valueOfPlan(instance, option);
  const bound = Math.max(value, boundFrom(instance, prices, worth));
  const kept = { instance, candidates };
  return { value, bound, gap: gapOf(value, bound), option, prices, stopped: false, worth, kept };
}

/**
 * A bin with nothing left costs the bound nothing more: its price is set where nobody wants it. Returns `prices`
 * itself if no price had to rise, else a copy.
 */
export function pricedOut(instance: Instance, prices: Float64Array): Float64Array {
  const { capacity, optionBin, optionSize, optionValue, bonus } = instance;
  let empty = false;
  for (let j = 0; j < instance.bins; j++) empty ||= capacity[j] === 0;
  if (!empty) return prices;
  let raised = prices;
  for (let i = 0; i < instance.items; i++)
    for (let o = instance.itemFirst[i]!; o < instance.itemEnd[i]!; o++) {
      const j = optionBin[o]!;
      if (capacity[j] !== 0 || optionSize[o] === 0) continue;
      const price = Math.ceil((optionValue[o]! + bonus[instance.itemGroup[i]!]!) / optionSize[o]!);
      if (price <= raised[j]!) continue;
      if (raised === prices) raised = prices.slice();
      raised[j] = price;
    }
  return raised;
}
