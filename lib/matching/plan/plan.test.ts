import { describe, expect, it } from "vitest";
import { check } from "@/lib/matching/plan/check";
import { type Instance, InstanceBuilder } from "@/lib/matching/plan/instance";
import { withRules } from "@/lib/matching/plan/rules";
import { isFlow, solve } from "@/lib/matching/plan/solve";

/** Numbers in 0..n-1 from a seed. */
function dice(seed: number): (n: number) => number {
  let state = seed * 2654435761 + 1;
  return (n) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % n;
  };
}

interface Shape {
  readonly bins: number;
  readonly groups: number;
  readonly items: number;
  readonly mixed: boolean;
  readonly terms: boolean;
}

/** A small instance with all the corners: capacity 0, size 0, limits 0 to 2, bonuses 0 and large, equal values. */
function tiny(seed: number, shape: Shape): Instance {
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
function bruteForce(instance: Instance): number {
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

describe("against brute force", () => {
  it("is exact when all sizes are 1, to the unit, with proof", () => {
    for (let seed = 0; seed < 4000; seed++) {
      const instance = tiny(seed, { bins: 4, groups: 4, items: 2, mixed: false, terms: false });
      expect(isFlow(instance)).toBe(true);
      const plan = solve(instance);
      expect([seed, check(instance, plan).faults]).toEqual([seed, []]);
      expect([seed, plan.value]).toEqual([seed, bruteForce(instance)]);
      expect([seed, plan.bound]).toEqual([seed, plan.value]);
    }
  });

  it("is feasible, and its bound is one, with sizes and terms; the plan is mostly the best", () => {
    let best = 0;
    let lost = 0;
    let total = 0;
    for (let seed = 0; seed < 4000; seed++) {
      const instance = tiny(seed, { bins: 4, groups: 4, items: 2, mixed: true, terms: seed % 2 === 0 });
      const plan = solve(instance);
      expect([seed, check(instance, plan).faults]).toEqual([seed, []]);
      const optimum = bruteForce(instance);
      expect(plan.value).toBeLessThanOrEqual(optimum);
      expect(plan.bound).toBeGreaterThanOrEqual(optimum);
      best += Number(plan.value === optimum);
      lost += optimum - plan.value;
      total += optimum;
    }
    expect(best / 4000).toBeGreaterThan(0.9);
    expect(lost / total).toBeLessThan(0.01);
  });

  it("keeps pins and forbids", () => {
    for (let seed = 0; seed < 1500; seed++) {
      const mixed = seed % 2 === 0;
      const plain = tiny(seed, { bins: 4, groups: 4, items: 2, mixed, terms: seed % 4 === 0 });
      const first = solve(plain);
      const roll = dice(seed + 99);
      const pins = [];
      const forbids = [];
      for (let i = 0; i < plain.items; i++) {
        const o = first.option[i]!;
        if (o < 0) continue;
        const fate = roll(9);
        if (fate < 3) pins.push({ item: i, bin: plain.optionBin[o]! });
        else if (fate < 5) forbids.push({ item: i, bin: plain.optionBin[o]! });
      }
      const ruled = withRules(plain, { pins, forbids });
      const plan = solve(ruled);
      expect([seed, check(ruled, plan).faults]).toEqual([seed, []]);
      const optimum = bruteForce(ruled);
      if (mixed) expect(plan.value).toBeLessThanOrEqual(optimum);
      else expect([seed, plan.value, plan.bound]).toEqual([seed, optimum, optimum]);
      expect(plan.bound).toBeGreaterThanOrEqual(optimum);
      for (const { item, bin } of pins) expect(ruled.optionBin[plan.option[item]!]).toBe(bin);
    }
  });
});
