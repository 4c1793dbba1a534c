/**
 * The checker of a plan. It knows nothing of how the plan was made: from the instance, the claimed pairs and the claimed
 * prices it works out feasibility, value and bound anew and lists every fault it finds.
 */
import { boundOf, gapOf } from "@/lib/matching/plan/bound";
import { type Instance, LONG, SHORT } from "@/lib/matching/plan/instance";

/** A plan in compact form: which option each item took (-1 none) and one price per bin, per unit of size. */
export interface Plan {
  readonly value: number;
  readonly bound: number;
  /** (bound − value) ÷ bound; 0 when the bound is 0. */
  readonly gap: number;
  readonly option: Int32Array;
  readonly prices: Float64Array;
}

export const faultKinds = [
  "not-an-option",
  "item-twice",
  "bin-overfull",
  "group-over-limit",
  "group-over-term",
  "pin-broken",
  "price-negative",
  "value-wrong",
  "bound-wrong",
  "bound-below-value",
  "gap-wrong",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault and the number of the bin, group or item it was found at (-1: the plan as a whole). */
export interface Fault {
  readonly kind: FaultKind;
  readonly at: number;
}

export interface Verdict {
  readonly faults: readonly Fault[];
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
}

/** Sums of doubles in another order may differ in the last digits; this much of the bound is forgiven. */
const TOLERANCE = 1e-9;

/** Checks a plan in compact form. O(options). */
export function check(instance: Instance, plan: Plan): Verdict {
  const faults: Fault[] = [];
  const option = plan.option;
  const used = new Float64Array(instance.bins + 1);
  let value = 0;
  for (let g = 0; g < instance.groups; g++) {
    let placed = 0;
    let short = 0;
    let long = 0;
    for (let i = instance.groupFirst[g]!; i < instance.groupFirst[g + 1]!; i++) {
      const o = option[i] ?? -1;
      if (instance.pin[i]! >= 0 && o !== instance.pin[i]) faults.push({ kind: "pin-broken", at: i });
      if (o === -1) continue;
      if (
        !(o >= instance.itemFirst[i]! && o < instance.itemEnd[i]!) ||
        instance.optionBin[o] === instance.bins
      ) {
        faults.push({ kind: "not-an-option", at: i });
        continue;
      }
      const bin = instance.optionBin[o]!;
      placed++;
      if (instance.term[bin] === SHORT) short++;
      if (instance.term[bin] === LONG) long++;
      used[bin]! += instance.optionSize[o]!;
      value += instance.optionValue[o]!;
    }
    if (placed > 0) value += instance.bonus[g]!;
    if (placed > instance.limit[g]!) faults.push({ kind: "group-over-limit", at: g });
    if (short > instance.shortLimit[g]! || long > instance.longLimit[g]!)
      faults.push({ kind: "group-over-term", at: g });
  }
  for (let j = 0; j < instance.bins; j++) {
    if (used[j]! > instance.capacity[j]!) faults.push({ kind: "bin-overfull", at: j });
    if (!(plan.prices[j]! >= 0 && plan.prices[j]! < Number.POSITIVE_INFINITY))
      faults.push({ kind: "price-negative", at: j });
  }
  const bound = boundOf(instance, plan.prices);
  const gap = gapOf(value, bound);
  const slip = TOLERANCE * Math.max(1, Math.abs(bound));
  if (plan.value !== value) faults.push({ kind: "value-wrong", at: -1 });
  if (!(plan.bound >= plan.value)) faults.push({ kind: "bound-below-value", at: -1 });
  if (!(Math.abs(plan.bound - bound) <= slip)) faults.push({ kind: "bound-wrong", at: -1 });
  if (!(Math.abs(plan.gap - gapOf(plan.value, plan.bound)) <= TOLERANCE))
    faults.push({ kind: "gap-wrong", at: -1 });
  return { faults, value, bound, gap };
}
