import { describe, expect, it } from "vitest";
import { check } from "@/lib/matching/plan/check";
import type { Instance } from "@/lib/matching/plan/instance";
import { carriedOver, replan } from "@/lib/matching/plan/replan";
import { withRules } from "@/lib/matching/plan/rules";
import { type Solution, solve } from "@/lib/matching/plan/solve";
import { bruteForce, dice, tiny } from "@/lib/matching/plan/testing";

const quick = { trials: 0 };

/** A small change of some kind: a forbid, a pin, a capacity up or down, a group gone. */
function change(instance: Instance, plan: Solution, seed: number): Instance {
  const roll = dice(seed);
  const i = roll(instance.items);
  const o = plan.option[i]!;
  const kind = roll(5);
  if (kind === 0 && o >= 0)
    return withRules(instance, { forbids: [{ item: i, bin: instance.optionBin[o]! }] });
  if (kind === 1 && o >= 0) return withRules(instance, { pins: [{ item: i, bin: instance.optionBin[o]! }] });
  if (kind === 2) {
    const limit = instance.limit.slice();
    limit[instance.itemGroup[i]!] = 0;
    return { ...instance, limit };
  }
  const capacity = instance.capacity.slice();
  const j = roll(instance.bins);
  capacity[j] = Math.max(0, capacity[j]! + (kind === 3 ? 3 : -3));
  return { ...instance, capacity };
}

describe("re-planning", () => {
  it("is feasible with a valid bound after change upon change, and exact with sizes 1", () => {
    for (let seed = 0; seed < 400; seed++) {
      const mixed = seed % 2 === 0;
      let instance = tiny(seed, { bins: 4, groups: 4, items: 2, mixed, terms: mixed && seed % 4 === 0 });
      if (instance.items === 0) continue;
      let plan = solve(instance, quick);
      for (let step = 0; step < 4; step++) {
        try {
          instance = change(instance, plan, seed * 10 + step);
        } catch {
          continue; // A pin upon a group or bin that an earlier change has emptied is refused.
        }
        const pinsFit = instance.pin.every((o, i) => o < 0 || instance.limit[instance.itemGroup[i]!]! > 0);
        if (!pinsFit || overPinned(instance)) break;
        plan = replan(instance, plan, quick);
        const optimum = bruteForce(instance);
        expect([seed, step, check(instance, plan).faults]).toEqual([seed, step, []]);
        expect(plan.bound).toBeGreaterThanOrEqual(optimum);
        if (!mixed) expect([seed, step, plan.value]).toEqual([seed, step, optimum]);
        else expect(plan.value).toBeLessThanOrEqual(optimum);
      }
    }
  });

  it("leaves nearly everybody where they are", () => {
    for (const mixed of [false, true]) {
      const instance = tiny(3, { bins: 30, groups: 500, items: 3, mixed, terms: false });
      const plan = solve(instance, quick);
      for (let seed = 0; seed < 10; seed++) {
        const changed = change(instance, plan, seed);
        const next = replan(changed, plan, quick);
        expect(check(changed, next).faults).toEqual([]);
        let moved = 0;
        for (let i = 0; i < instance.items; i++) if (next.option[i] !== plan.option[i]) moved++;
        expect(moved).toBeLessThan(instance.items / 5);
        expect(next.gap).toBeLessThanOrEqual(Math.max(plan.gap + 0.0005, solve(changed, quick).gap));
      }
    }
  });

  it("does nothing when nothing has changed", () => {
    for (const mixed of [false, true]) {
      const instance = tiny(5, { bins: 30, groups: 500, items: 3, mixed, terms: false });
      const plan = solve(instance, quick);
      const next = replan(instance, plan, quick);
      expect([...next.option]).toEqual([...plan.option]);
      expect([next.value, next.bound]).toEqual([plan.value, plan.bound]);
    }
  });

  it("starts from a plan of another numbering by names", () => {
    const instance = tiny(9, { bins: 20, groups: 200, items: 3, mixed: true, terms: false });
    const plan = solve(instance, quick);
    const next = replan(instance, carriedOver(instance, plan, instance));
    expect([...next.option]).toEqual([...plan.option]);
    expect(next.value).toBe(plan.value);
  });
});

/** Whether pins no longer fit the capacities (which `withRules` would have refused). */
function overPinned(instance: Instance): boolean {
  const used = new Float64Array(instance.bins + 1);
  for (const o of instance.pin) if (o >= 0) used[instance.optionBin[o]!]! += instance.optionSize[o]!;
  return used.subarray(0, instance.bins).some((size, j) => size > instance.capacity[j]!);
}
