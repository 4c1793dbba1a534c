import { describe, expect, it } from "vitest";
import { check } from "@/lib/matching/plan/check";
import { withRules } from "@/lib/matching/plan/rules";
import { isFlow, solve } from "@/lib/matching/plan/solve";
import { bestFlow, bruteForce, dice, tiny } from "@/lib/matching/plan/testing";

/** Instances of each kind; a campaign of more is run by hand: PLAN_FUZZ=50 makes 50 times as many. */
const TIMES = Number(process.env.PLAN_FUZZ ?? 1);
const UNIT = 2000 * TIMES;
const MIXED = 1000 * TIMES;
const RULED = 600 * TIMES;

describe("against brute force", () => {
  it("is exact when all sizes are 1, to the unit, with proof", () => {
    for (let seed = 0; seed < UNIT; seed++) {
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
    for (let seed = 0; seed < MIXED; seed++) {
      const instance = tiny(seed, { bins: 4, groups: 4, items: 2, mixed: true, terms: seed % 2 === 0 });
      const plan = solve(instance, { trials: 30 });
      expect([seed, check(instance, plan).faults]).toEqual([seed, []]);
      const optimum = bruteForce(instance);
      expect(plan.value).toBeLessThanOrEqual(optimum);
      expect(plan.bound).toBeGreaterThanOrEqual(optimum);
      best += Number(plan.value === optimum);
      lost += optimum - plan.value;
      total += optimum;
    }
    expect(best / MIXED).toBeGreaterThan(0.9);
    expect(lost / total).toBeLessThan(0.01);
  });

  it("keeps pins and forbids", () => {
    for (let seed = 0; seed < RULED; seed++) {
      const mixed = seed % 2 === 0;
      const plain = tiny(seed, { bins: 4, groups: 4, items: 2, mixed, terms: seed % 4 === 0 });
      const first = solve(plain, { trials: 0 });
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
      const plan = solve(ruled, { trials: 10 });
      expect([seed, check(ruled, plan).faults]).toEqual([seed, []]);
      const optimum = bruteForce(ruled);
      if (mixed) expect(plan.value).toBeLessThanOrEqual(optimum);
      else expect([seed, plan.value, plan.bound]).toEqual([seed, optimum, optimum]);
      expect(plan.bound).toBeGreaterThanOrEqual(optimum);
      for (const { item, bin } of pins) expect(ruled.optionBin[plan.option[item]!]).toBe(bin);
    }
  });
});

describe("on middle instances", () => {
  it("finds the value of the plainest exact method when sizes are 1", () => {
    for (let seed = 0; seed < 25; seed++) {
      const instance = tiny(seed + 500, { bins: 12, groups: 60, items: 3, mixed: false, terms: false });
      const plan = solve(instance);
      expect(check(instance, plan).faults).toEqual([]);
      expect([seed, plan.value, plan.bound]).toEqual([seed, bestFlow(instance), plan.value]);
    }
  });

  it("gives the same plan for the same instance", () => {
    for (const mixed of [false, true]) {
      const quick = { trials: 50 };
      const shape = { bins: 20, groups: 300, items: 3, mixed, terms: true };
      const [first, second] = [solve(tiny(7, shape), quick), solve(tiny(7, shape), quick)];
      expect([...first.option]).toEqual([...second.option]);
      expect([...first.prices]).toEqual([...second.prices]);
      expect(first.bound).toBe(second.bound);
    }
  });

  it("tells how it goes, and stops when told to, with a plan that keeps all rules", () => {
    for (const mixed of [false, true]) {
      const instance = tiny(11, { bins: 30, groups: 800, items: 3, mixed, terms: false });
      const heard = new Set<string>();
      solve(instance, { onProgress: ({ phase }) => void heard.add(phase), trials: 20 });
      expect([...heard]).toEqual(mixed ? ["auction", "descent", "exchanges"] : ["auction", "paths"]);
      for (let after = 0; after < 8; after++) {
        let calls = 0;
        const plan = solve(instance, { onProgress: () => calls++ < after });
        expect(plan.stopped).toBe(calls > after);
        expect(check(instance, plan).faults).toEqual([]);
      }
    }
  });

  it("comes close where everything is tight", () => {
    let gap = 0;
    for (let seed = 0; seed < 10; seed++)
      gap += solve(tiny(seed, { bins: 30, groups: 400, items: 3, mixed: true, terms: false }), {
        trials: 100,
      }).gap;
    expect(gap / 10).toBeLessThan(0.01);
  });
});
