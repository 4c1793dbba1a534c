/**
 * Plans again after a small change (a pin, a forbid, a capacity, a household gone) from the plan and the prices there
 * are. What still fits stays; what no longer does is taken out; then only the groups and bins concerned, and those
 * their moves concern in turn, are looked at. Pairs that no improving chain passes through are kept.
 *
 * With sizes 1 the successive shortest paths start from the old prices, and the new plan is again a proven optimum.
 * Otherwise the prices stay and with them every group's worth but of those that changed, so that the bound is known
 * at once. When the gap has opened too far, the change was not small: then it solves from scratch.
 */

import { boundFrom, worthOfGroups } from "@/lib/matching/plan/bound";
import { Candidates } from "@/lib/matching/plan/candidates";
import { Exchanges } from "@/lib/matching/plan/exchanges";
import { type Instance, LONG, SHORT } from "@/lib/matching/plan/instance";
import { foldPins } from "@/lib/matching/plan/rules";
import { ShortestPaths } from "@/lib/matching/plan/shortest-paths";
import {
  concluded,
  isFlow,
  pricedOut,
  type Solution,
  type SolveOptions,
  sealed,
  solve,
  valueOfPlan,
} from "@/lib/matching/plan/solve";

/** A plan to start from: of the same items and options, by number. `kept` and `worth` save time if there. */
export type Standing = Pick<Solution, "option" | "prices" | "gap"> &
  Partial<Pick<Solution, "worth" | "kept">>;

/** A re-plan is given up when its gap is more than this above the old one's. */
const OPENED = 0.0005;
const PASSES = 6;
/** Rounds of shortest paths before it would rather start from scratch. */
const MOST_ROUNDS = 60;

/** Plans `instance` again, starting from `old`. The same start and instance give the same plan. */
export function replan(instance: Instance, old: Standing, options: SolveOptions = {}): Solution {
  const { rest } = foldPins(instance);
  const price = new Float64Array(instance.bins + 1);
  price.set(old.prices);
  const option = old.option.slice();
  const touched = takeOut(rest, option, price);
  let candidates: Candidates;
  let changed: number[] | null = null;
  if (old.kept && old.kept.instance.items === instance.items) {
    candidates = old.kept.candidates;
    changed = candidates.turnTo(rest, price);
  } else {
    candidates = new Candidates(rest);
    candidates.refillAll(price);
  }
  if (isFlow(rest)) {
    const paths = new ShortestPaths(rest, candidates, option, price);
    const proven = paths.run((waiting) => {
      const { onProgress } = options;
      const state = {
        phase: "paths",
        iteration: paths.rounds,
        of: paths.rounds + waiting,
        bound: null,
        value: null,
      } as const;
      return paths.rounds < MOST_ROUNDS && onProgress?.(state) !== false;
    });
    return proven ? sealed(instance, rest, candidates, option, price, false) : solve(instance, options);
  }
  const exchanges = new Exchanges(rest, candidates, option, price, false);
  const before = old.kept?.instance;
  const groups = new Set(touched.groups);
  for (const i of changed ?? []) groups.add(instance.itemGroup[i]!);
  if (before) for (const g of changedRules(before, instance)) groups.add(g);
  if (before)
    for (let j = 0; j < instance.bins; j++)
      if (before.capacity[j]! < instance.capacity[j]!) touched.bins.add(j);
  exchanges.settleExcept(groups, touched.bins);
  for (let pass = 0; pass < PASSES; pass++) {
    if (
      options.onProgress?.({ phase: "exchanges", iteration: pass, of: PASSES, bound: null, value: null }) ===
      false
    )
      break;
    if (exchanges.pass() === 0) break;
  }
  for (let i = 0; i < instance.items; i++) if (instance.pin[i]! >= 0) option[i] = instance.pin[i]!;
  const prices = pricedOut(rest, old.prices);
  const same = before && old.worth && changed && prices === old.prices;
  const worth = same
    ? worthOfGroups(instance, prices, old.worth!.slice(), [...groups])
    : worthOfGroups(instance, prices);
  const plan = concluded(instance, option, prices, worth, candidates);
  if (plan.gap <= old.gap + OPENED || boundFrom(instance, prices, worth) === 0) return plan;
  const cold = solve(instance, options);
  return cold.value >= valueOfPlan(instance, option) ? cold : plan;
}

/** Groups whose rules or pins differ between two views of the same items. */
function changedRules(old: Instance, now: Instance): number[] {
  const changed: number[] = [];
  for (let g = 0; g < now.groups; g++) {
    let differs =
      old.limit[g] !== now.limit[g] ||
      old.bonus[g] !== now.bonus[g] ||
      old.shortLimit[g] !== now.shortLimit[g] ||
      old.longLimit[g] !== now.longLimit[g];
    for (let i = now.groupFirst[g]!, end = now.groupFirst[g + 1]!; i < end && !differs; i++)
      differs = old.pin[i] !== now.pin[i];
    if (differs) changed.push(g);
  }
  return changed;
}

/**
 * Takes out of a plan what the instance no longer allows: options gone, groups over their limits, and from overfull
 * bins those of least value at the prices. Returns the groups that lost something and the bins that gained room.
 */
function takeOut(
  instance: Instance,
  option: Int32Array,
  price: Float64Array,
): { groups: Set<number>; bins: Set<number> } {
  const { optionBin, optionSize, optionValue, itemGroup, groupFirst, term } = instance;
  const groups = new Set<number>();
  const bins = new Set<number>();
  const used = new Float64Array(instance.bins + 1);
  const drop = (i: number) => {
    const o = option[i]!;
    const j = optionBin[o]!;
    used[j]! -= optionSize[o]!;
    if (j < instance.bins) bins.add(j);
    groups.add(itemGroup[i]!);
    option[i] = -1;
  };
  const worth = (i: number) =>
    optionValue[option[i]!]! - price[optionBin[option[i]!]!]! * optionSize[option[i]!]!;
  for (let g = 0; g < instance.groups; g++) {
    let short = 0;
    let long = 0;
    let placed = 0;
    for (let i = groupFirst[g]!; i < groupFirst[g + 1]!; i++) {
      const o = option[i]!;
      if (o < 0) continue;
      const j = optionBin[o]!;
      used[j]! += optionSize[o]!;
      const t = term[j]!;
      const gone = o < instance.itemFirst[i]! || o >= instance.itemEnd[i]! || j === instance.bins;
      const over =
        placed >= instance.limit[g]! ||
        (t === SHORT && short >= instance.shortLimit[g]!) ||
        (t === LONG && long >= instance.longLimit[g]!);
      if (gone || over) {
        drop(i);
        continue;
      }
      placed++;
      if (t === SHORT) short++;
      if (t === LONG) long++;
    }
  }
  const overfull = new Set<number>();
  for (let j = 0; j < instance.bins; j++) if (used[j]! > instance.capacity[j]!) overfull.add(j);
  if (overfull.size === 0) return { groups, bins };
  const holders: number[] = [];
  for (let i = 0; i < instance.items; i++)
    if (option[i]! >= 0 && optionSize[option[i]!]! > 0 && overfull.has(optionBin[option[i]!]!))
      holders.push(i);
  holders.sort((a, b) => worth(a) - worth(b) || a - b);
  for (const i of holders) {
    const j = optionBin[option[i]!]!;
    if (used[j]! > instance.capacity[j]!) drop(i);
  }
  return { groups, bins };
}

/** A plan of one instance as a start for another that shares names, not numbers: pairs and prices are carried over. */
export function carriedOver(
  from: Instance,
  plan: Pick<Solution, "option" | "prices" | "gap">,
  to: Instance,
): Standing {
  const itemOf = new Map(from.itemId.map((name, i) => [name, i]));
  const binOf = new Map(from.binId.map((name, j) => [name, j]));
  const prices = new Float64Array(to.bins);
  const toBin = new Map<number, number>();
  for (let j = 0; j < to.bins; j++) {
    const old = binOf.get(to.binId[j]!);
    if (old === undefined) continue;
    prices[j] = plan.prices[old]!;
    toBin.set(old, j);
  }
  const option = new Int32Array(to.items).fill(-1);
  for (let i = 0; i < to.items; i++) {
    const old = itemOf.get(to.itemId[i]!);
    const o = old === undefined ? -1 : plan.option[old]!;
    const bin = o < 0 ? undefined : toBin.get(from.optionBin[o]!);
    if (bin === undefined) continue;
    for (let n = to.itemFirst[i]!; n < to.itemEnd[i]!; n++) if (to.optionBin[n] === bin) option[i] = n;
  }
  return { option, prices, gap: plan.gap };
}
