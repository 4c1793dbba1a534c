/** Small instances with all the corners, and slow, plain answers to compare with: for the tests of this folder. */
import { type Instance, InstanceBuilder } from "@/lib/matching/plan/instance";

/** Numbers in 0..n-1 from a seed (mulberry32). */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

export interface Shape {
  readonly bins: number;
  readonly groups: number;
  readonly items: number;
  readonly mixed: boolean;
  readonly terms: boolean;
}

/** A small instance with all the corners: capacity 0, size 0, limits 0 to 2, bonuses 0 and large, equal values. */
export function tiny(seed: number, shape: Shape): Instance {
  const roll = dice(seed);
  const builder = new InstanceBuilder();
  const bins = 1 + roll(shape.bins);
  const most = [3, 20, 1000][roll(3)]!;
  for (let j = 0; j < bins; j++)
    builder.addBin(`B${j}`, roll(shape.mixed ? 12 : 4), shape.terms ? (roll(3) as 0 | 1 | 2) : 0);
  for (let g = 0, groups = 1 + roll(shape.groups); g < groups; g++) {
    const perTerm = shape.terms && roll(2) === 0 ? { perTerm: roll(2) } : {};
    builder.addGroup(`G${g}`, {
      limit: [1, 2, 2, 0, 3][roll(5)]!,
      bonus: [0, 7, 50, 5000][roll(4)]!,
      ...perTerm,
    });
    for (let i = 0, items = roll(shape.items + 1); i < items; i++) {
      builder.addItem(`G${g}-${i}`);
      for (let j = 0; j < bins; j++)
        if (roll(3) > 0) builder.addOption(j, shape.mixed ? roll(7) : 1, roll(most));
    }
  }
  return builder.build();
}

/** The best value there is, by trying everything. */
export function bruteForce(instance: Instance): number {
  const free = instance.capacity.slice();
  const go = (i: number, g: number, placed: number, short: number, long: number): number => {
    if (g === instance.groups) return 0;
    if (i === instance.groupFirst[g + 1])
      return (placed > 0 ? instance.bonus[g]! : 0) + go(i, g + 1, 0, 0, 0);
    const pin = instance.pin[i]!;
    let best = pin >= 0 ? Number.NEGATIVE_INFINITY : go(i + 1, g, placed, short, long);
    if (placed >= instance.limit[g]!) return best;
    for (let o = instance.itemFirst[i]!; o < instance.itemEnd[i]!; o++) {
      if (pin >= 0 && pin !== o) continue;
      const j = instance.optionBin[o]!;
      const size = instance.optionSize[o]!;
      const s = short + Number(instance.term[j] === 1);
      const l = long + Number(instance.term[j] === 2);
      if (size > free[j]! || s > instance.shortLimit[g]! || l > instance.longLimit[g]!) continue;
      free[j]! -= size;
      best = Math.max(best, instance.optionValue[o]! + go(i + 1, g, placed + 1, s, l));
      free[j]! += size;
    }
    return best;
  };
  return go(0, 0, 0, 0, 0);
}

/**
 * The best value when all sizes are 1, by the plainest exact method: a network of single arcs, and the best path
 * found again by Bellman and Ford for every unit. Shares nothing with the solver.
 */
export function bestFlow(instance: Instance): number {
  const { bins, groups, items } = instance;
  const source = 0;
  const group = (g: number) => 1 + g;
  const item = (i: number) => 1 + groups + i;
  const bin = (j: number) => 1 + groups + items + j;
  const sink = 1 + groups + items + bins;
  const arcs: { from: number; to: number; room: number; value: number }[] = [];
  const arc = (from: number, to: number, room: number, value: number) => {
    arcs.push({ from, to, room, value }, { from: to, to: from, room: 0, value: -value });
  };
  for (let g = 0; g < groups; g++) {
    if (instance.limit[g]! > 0) arc(source, group(g), 1, instance.bonus[g]!);
    if (instance.limit[g]! > 1) arc(source, group(g), instance.limit[g]! - 1, 0);
    for (let i = instance.groupFirst[g]!; i < instance.groupFirst[g + 1]!; i++) {
      arc(group(g), item(i), 1, 0);
      for (let o = instance.itemFirst[i]!; o < instance.itemEnd[i]!; o++)
        arc(item(i), bin(instance.optionBin[o]!), 1, instance.optionValue[o]!);
    }
  }
  for (let j = 0; j < bins; j++) arc(bin(j), sink, instance.capacity[j]!, 0);
  for (let total = 0; ; ) {
    const best = new Float64Array(sink + 1).fill(Number.NEGATIVE_INFINITY);
    const by = new Int32Array(sink + 1).fill(-1);
    best[source] = 0;
    for (let changed = true; changed; ) {
      changed = false;
      for (const [n, { from, to, room, value }] of arcs.entries())
        if (room > 0 && best[from]! + value > best[to]!) {
          best[to] = best[from]! + value;
          by[to] = n;
          changed = true;
        }
    }
    if (!(best[sink]! > 0)) return total;
    total += best[sink]!;
    for (let node = sink; node !== source; node = arcs[by[node]!]!.from) {
      arcs[by[node]!]!.room--;
      arcs[by[node]! ^ 1]!.room++;
    }
  }
}
