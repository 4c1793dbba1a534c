/**
 * What an officer may order of a plan: pins (this item goes to this bin) and forbids (never there).
 * Rules never write into an instance; they make a new view that shares every array they do not change.
 */
import { type Instance, LONG, SHORT } from "@/lib/matching/plan/instance";

/** A pair of an item and a bin, by number. */
export interface Pair {
  readonly item: number;
  readonly bin: number;
}

export interface Rules {
  readonly pins?: readonly Pair[];
  readonly forbids?: readonly Pair[];
}

export const pinFaults = [
  "no-such-option",
  "pinned-twice",
  "pinned-and-forbidden",
  "bin-overfull",
  "group-over-limit",
  "group-over-term",
] as const;
export type PinFault = (typeof pinFaults)[number];

/** Pins that no plan can satisfy, by the name of what stands in the way. */
export class InfeasiblePin extends Error {
  constructor(
    readonly fault: PinFault,
    readonly item: string,
    readonly bin: string,
    readonly group: string,
  ) {
    super(`pin ${item} to ${bin}: ${fault} (group ${group})`);
    this.name = "InfeasiblePin";
  }
}

/** The option of an item that leads to a bin, or -1. */
export function optionOf(instance: Instance, item: number, bin: number): number {
  for (let o = instance.itemFirst[item]!; o < instance.itemEnd[item]!; o++)
    if (instance.optionBin[o] === bin) return o;
  return -1;
}

/**
 * The instance with these rules in place of any it had for the same items. A forbidden option is led to the bin that
 * does not exist (number `bins`, capacity -1), so that option numbers stay what they were.
 * @throws InfeasiblePin when the pins cannot all be kept.
 */
export function withRules(instance: Instance, rules: Rules): Instance {
  let optionBin = instance.optionBin;
  const pin = instance.pin.slice();
  const forbidden = [...instance.forbidden];
  const fault = (code: PinFault, { item, bin }: Pair) =>
    new InfeasiblePin(
      code,
      instance.itemId[item] ?? `#${item}`,
      instance.binId[bin] ?? `#${bin}`,
      instance.groupId[instance.itemGroup[item] ?? -1] ?? "?",
    );
  const pinnedNow = new Set<number>();
  for (const pair of rules.pins ?? []) {
    const option = optionOf(instance, pair.item, pair.bin);
    if (option < 0) throw fault("no-such-option", pair);
    if (pinnedNow.has(pair.item)) throw fault("pinned-twice", pair);
    pinnedNow.add(pair.item);
    pin[pair.item] = option;
  }
  if (rules.forbids && rules.forbids.length > 0) {
    optionBin = optionBin.slice();
    for (const pair of rules.forbids)
      for (let o = instance.itemFirst[pair.item]!; o < instance.itemEnd[pair.item]!; o++)
        if (optionBin[o] === pair.bin) {
          if (pin[pair.item] === o) throw fault("pinned-and-forbidden", pair);
          optionBin[o] = instance.bins;
          forbidden.push(o);
        }
  }
  const view: Instance = { ...instance, optionBin, pin, forbidden };
  refuseInfeasible(view, fault);
  return view;
}

/** Adds the pins up against bins, limits and terms; the first pin that does not fit is named. */
function refuseInfeasible(instance: Instance, fault: (code: PinFault, pair: Pair) => InfeasiblePin): void {
  const free = instance.capacity.slice();
  for (let g = 0; g < instance.groups; g++) {
    let placed = 0;
    let short = 0;
    let long = 0;
    for (let i = instance.groupFirst[g]!; i < instance.groupFirst[g + 1]!; i++) {
      const o = instance.pin[i]!;
      if (o < 0) continue;
      const pair = { item: i, bin: instance.optionBin[o]! };
      const term = instance.term[pair.bin]!;
      free[pair.bin]! -= instance.optionSize[o]!;
      if (term === SHORT) short++;
      if (term === LONG) long++;
      if (free[pair.bin]! < 0) throw fault("bin-overfull", pair);
      if (++placed > instance.limit[g]!) throw fault("group-over-limit", pair);
      if (short > instance.shortLimit[g]! || long > instance.longLimit[g]!)
        throw fault("group-over-term", pair);
    }
  }
}

/**
 * The instance that is left to decide once the pins are kept: pinned items lose their options, and their size, their
 * place in the limit and the bonus they earn are taken off. Any plan of it plus the pins is a plan of the whole, worth
 * `settled` more; by the same identity a bound of it plus `settled` is a bound of the whole.
 */
export function foldPins(instance: Instance): { rest: Instance; settled: number } {
  if (instance.pin.every((o) => o < 0)) return { rest: instance, settled: 0 };
  const capacity = instance.capacity.slice();
  const limit = instance.limit.slice();
  const bonus = instance.bonus.slice();
  const shortLimit = instance.shortLimit.slice();
  const longLimit = instance.longLimit.slice();
  const itemEnd = instance.itemEnd.slice();
  let settled = 0;
  for (let i = 0; i < instance.items; i++) {
    const o = instance.pin[i]!;
    if (o < 0) continue;
    const g = instance.itemGroup[i]!;
    const bin = instance.optionBin[o]!;
    settled += instance.optionValue[o]! + bonus[g]!;
    bonus[g] = 0;
    capacity[bin]! -= instance.optionSize[o]!;
    limit[g]!--;
    if (instance.term[bin] === SHORT) shortLimit[g]!--;
    if (instance.term[bin] === LONG) longLimit[g]!--;
    itemEnd[i] = instance.itemFirst[i]!;
  }
  return {
    rest: {
      ...instance,
      capacity,
      limit,
      bonus,
      shortLimit,
      longLimit,
      itemEnd,
      pin: new Int32Array(instance.items).fill(-1),
    },
    settled,
  };
}
