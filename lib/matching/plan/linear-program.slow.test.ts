import highs from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { check } from "@/lib/matching/plan/check";
import { type Instance, InstanceBuilder, LONG, NO_LIMIT, SHORT } from "@/lib/matching/plan/instance";
import { isFlow, solve } from "@/lib/matching/plan/solve";
import { dice } from "@/lib/matching/plan/testing";

/**
 * Middle instances against the linear relaxation, solved by HiGHS: no plan can be worth more, no bound less; and
 * since groups have no fractional corners of their own, the best prices prove exactly the relaxation's value.
 */

let solver: Awaited<ReturnType<typeof highs>>;
beforeAll(async () => {
  solver = await highs();
});

/** A county in small: crowded bins, workers of size 1 and parcels of 50 to 600, at most two projects, a bonus. */
function middle(seed: number, mixed: boolean): Instance {
  const roll = dice(seed);
  const builder = new InstanceBuilder();
  const bins = 8 + roll(8);
  const groups = 60 + roll(60);
  const land = (j: number) => mixed && j % 2 === 1;
  for (let j = 0; j < bins; j++) {
    const places = 3 + roll(8);
    builder.addBin(`B${j}`, land(j) ? 300 * places : places, mixed ? ((1 + roll(2)) as 1 | 2) : 0);
  }
  for (let g = 0; g < groups; g++) {
    const bonus = roll(3) > 0 ? 10_000 : 0;
    builder.addGroup(`G${g}`, { limit: 1 + roll(2), bonus, ...(mixed && { perTerm: 1 }) });
    for (let i = 0, items = 1 + roll(3); i < items; i++) {
      builder.addItem(`G${g}-${i}`);
      const parcel = mixed && i % 2 === 1;
      const mu100 = 50 + roll(550);
      for (let j = 0; j < bins; j++)
        if (land(j) === parcel && roll(3) > 0) builder.addOption(j, parcel ? mu100 : 1, 2000 + roll(8000));
    }
  }
  return builder.build();
}

/** The relaxation in the CPLEX format: x per option, y per bonus, all between 0 and 1. */
function relaxation(instance: Instance): string {
  const { optionBin, optionSize, optionValue, term } = instance;
  const goal: string[] = [];
  const rules: string[] = [];
  const names: string[] = [];
  const inBin: string[][] = Array.from({ length: instance.bins }, () => []);
  const atMost = (parts: string[], most: number) => {
    if (parts.length > 0 && most < NO_LIMIT) rules.push(`${parts.join(" + ")} <= ${most}`);
  };
  for (let g = 0; g < instance.groups; g++) {
    const all: string[] = [];
    const byTerm: string[][] = [[], [], []];
    for (let i = instance.groupFirst[g]!; i < instance.groupFirst[g + 1]!; i++) {
      const own: string[] = [];
      for (let o = instance.itemFirst[i]!; o < instance.itemEnd[i]!; o++) {
        goal.push(`${optionValue[o]} x${o}`);
        own.push(`x${o}`);
        byTerm[term[optionBin[o]!]!]!.push(`x${o}`);
        inBin[optionBin[o]!]!.push(`${optionSize[o]} x${o}`);
      }
      atMost(own, 1);
      all.push(...own);
    }
    names.push(...all);
    if (all.length === 0) continue;
    atMost(all, instance.limit[g]!);
    atMost(byTerm[SHORT]!, instance.shortLimit[g]!);
    atMost(byTerm[LONG]!, instance.longLimit[g]!);
    if (instance.bonus[g] === 0) continue;
    goal.push(`${instance.bonus[g]} y${g}`);
    names.push(`y${g}`);
    rules.push(`y${g} - ${all.join(" - ")} <= 0`);
  }
  for (let j = 0; j < instance.bins; j++) atMost(inBin[j]!, instance.capacity[j]!);
  const bounds = names.map((name) => `0 <= ${name} <= 1`);
  return `Maximize\n ${goal.join("\n + ")}\nSubject To\n ${rules.join("\n ")}\nBounds\n ${bounds.join("\n ")}\nEnd\n`;
}

/** The relaxation's optimum. */
function optimum(instance: Instance): number {
  const answer = solver.solve(relaxation(instance));
  expect(answer.Status).toBe("Optimal");
  return answer.ObjectiveValue;
}

describe("against the linear relaxation", () => {
  it("proves with sizes 1 what an LP solver finds", () => {
    for (let seed = 0; seed < 12; seed++) {
      const instance = middle(seed, false);
      expect(isFlow(instance)).toBe(true);
      const plan = solve(instance);
      expect([seed, check(instance, plan).faults]).toEqual([seed, []]);
      expect(Math.abs(plan.value - optimum(instance)) / plan.value).toBeLessThan(1e-9);
    }
  });

  it("with sizes and terms has no plan above the relaxation, and a bound hardly above it", () => {
    for (let seed = 100; seed < 124; seed++) {
      const instance = middle(seed, true);
      const plan = solve(instance, { trials: 200 });
      expect([seed, check(instance, plan).faults]).toEqual([seed, []]);
      const best = optimum(instance);
      expect(plan.value).toBeLessThanOrEqual(best * (1 + 1e-9));
      expect(plan.bound).toBeGreaterThanOrEqual(best * (1 - 1e-9));
      expect(plan.bound).toBeLessThanOrEqual(best * 1.0005);
      expect(plan.value).toBeGreaterThanOrEqual(best * 0.97);
    }
  });
});
