import { describe, expect, it } from "vitest";
import { boundOf, gapOf } from "@/lib/matching/plan/bound";
import { check, type FaultKind, type Plan } from "@/lib/matching/plan/check";
import { parseInstance } from "@/lib/matching/plan/exchange";
import { solve } from "@/lib/matching/plan/solve";
import { tiny } from "@/lib/matching/plan/testing";

const file = {
  bins: [
    { id: "tea", capacity: 1, term: "short" },
    { id: "pigs", capacity: 2, term: "long" },
    { id: "hall", capacity: 4 },
  ],
  groups: [
    {
      id: "H1",
      limit: 2,
      bonus: 100,
      items: ["a", "b", "c"].map((id) => ({
        id,
        options: [
          { bin: "tea", size: 1, value: 9 },
          { bin: "hall", size: 2, value: 5 },
        ],
      })),
    },
    { id: "H2", limit: 1, bonus: 100, items: [{ id: "d", options: [{ bin: "tea", size: 1, value: 30 }] }] },
  ],
};
const instance = parseInstance(file);
const good = solve(instance);
const kinds = (plan: Plan) => check(instance, plan).faults.map((fault) => fault.kind);
/** The good plan with some items elsewhere, value and gap made to match. */
function moved(option: readonly number[]): Plan {
  const value = check(instance, { ...good, option: Int32Array.from(option) }).value;
  return { ...good, option: Int32Array.from(option), value, gap: gapOf(value, good.bound) };
}

describe("the checker", () => {
  it("finds nothing in a good plan: two halls for the first household, tea for the second", () => {
    expect(kinds(good)).toEqual([]);
    expect([good.value, good.bound]).toEqual([240, 240]);
  });

  it("catches an overfilled posting", () => {
    expect(kinds(moved([0, -1, -1, 6]))).toEqual(["bin-overfull"]);
  });

  it("catches a third project", () => {
    const roomy = parseInstance({ ...file, bins: file.bins.map((bin) => ({ ...bin, capacity: 9 })) });
    const plan = solve(roomy);
    const option = Int32Array.from([1, 3, 5, 6]);
    const value = 100 + 15 + 130;
    const bound = boundOf(roomy, plan.prices);
    const kindsFound = check(roomy, {
      option,
      prices: plan.prices,
      value,
      bound,
      gap: gapOf(value, bound),
    }).faults;
    expect(kindsFound).toContainEqual({ kind: "group-over-limit", at: 0 });
  });

  it.each<[FaultKind, Partial<Plan>]>([
    ["value-wrong", { value: good.value - 1, gap: 1 / 240 }],
    ["bound-below-value", { bound: good.value - 1, gap: 0 }],
    ["bound-wrong", { bound: good.bound + 1, gap: gapOf(good.value, good.bound + 1) }],
    ["gap-wrong", { gap: 0.5 }],
    ["price-negative", { prices: Float64Array.from([-1, 0, 0]) }],
    ["price-negative", { prices: Float64Array.from([Number.NaN, 0, 0]) }],
    ["not-an-option", { option: Int32Array.from([6, -1, -1, -1]) }],
  ])("catches %s", (kind, wrong) => {
    expect(kinds({ ...good, ...wrong })).toContain(kind);
  });

  it("keeps the rule of one short and one long", () => {
    const ruled = parseInstance({
      bins: file.bins,
      groups: [
        {
          ...file.groups[0]!,
          perTerm: 1,
          items: [
            { id: "a", options: [{ bin: "pigs", size: 1, value: 4 }] },
            { id: "b", options: [{ bin: "pigs", size: 1, value: 3 }] },
          ],
        },
      ],
    });
    const plan = solve(ruled);
    expect([plan.value, plan.bound]).toEqual([104, 104]);
    const both = { ...plan, option: Int32Array.from([0, 1]), value: 107, bound: 107 };
    expect(check(ruled, both).faults.map((fault) => fault.kind)).toContain("group-over-term");
  });

  it("is right about the bound: whatever the prices, they bound every plan", () => {
    for (let seed = 0; seed < 300; seed++) {
      const some = tiny(seed, { bins: 4, groups: 6, items: 3, mixed: true, terms: seed % 2 === 0 });
      const { value } = solve(some, { trials: 0 });
      for (const price of [0, 0.7, 13, 4000])
        expect(boundOf(some, new Float64Array(some.bins).fill(price))).toBeGreaterThanOrEqual(value);
    }
  });
});
