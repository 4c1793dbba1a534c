import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groups, parameterKinds, typedValue, valueInput } from "@/lib/policy/kinds";
import { parameters, policyKeys } from "@/lib/policy/policy";
import { parse } from "@/lib/refusal/parse";
import { isRefusal } from "@/lib/refusal/refusal";

const problems = (key: (typeof policyKeys)[number], typed: unknown) => {
  try {
    parse(valueInput(parameterKinds[key]), typed);
    return {};
  } catch (error) {
    if (isRefusal(error))
      return Object.fromEntries(Object.entries(error.fields).map(([k, p]) => [k, p.code]));
    throw error;
  }
};

describe("parameter kinds", () => {
  it("read every default as it would be typed", () => {
    for (const key of policyKeys)
      expect(
        parse(valueInput(parameterKinds[key]), typedValue(parameterKinds[key], parameters[key])),
        key,
      ).toEqual(parameters[key]);
  });

  it("put every parameter into one group", () => {
    expect(groups.flatMap((g) => g.keys).sort()).toEqual([...policyKeys].sort());
  });

  it("refuse what is out of bounds, no number, or not in fen", () => {
    expect(problems("labor.workingAge", { value: "15" })).toEqual({ value: "too-small" });
    expect(problems("labor.workingAge", { value: "16.5" })).toEqual({ value: "not-whole" });
    expect(problems("labor.workingAge", { value: "sixteen" })).toEqual({ value: "not-a-number" });
    expect(problems("labor.workingAge", { value: "" })).toEqual({ value: "missing" });
    expect(problems("notice.calendarDays", { value: "9" })).toEqual({ value: "too-small" });
    expect(problems("notice.workingDays", { value: "6" })).toEqual({ value: "too-small" });
    expect(problems("wage.floorMonthFen", { value: "1800.005" })).toEqual({ value: "wrong" });
    expect(problems("equity.guaranteedBp", { value: "101" })).toEqual({ value: "too-big" });
    expect(problems("weights.job", { labor: "50", land: "0", distance: "30", need: "19" })).toEqual({
      need: "not-hundred",
    });
    expect(problems("weights.job", { labor: "150", land: "-50", distance: "0", need: "0" })).toEqual({
      labor: "too-big",
      land: "too-small",
    });
  });

  it("take what people write: full-width digits, thousands", () => {
    expect(parse(valueInput(parameterKinds["need.incomeLineFen"]), { value: "３，０７０" })).toBe(307_000);
    expect(parse(valueInput(parameterKinds["equity.guaranteedBp"]), { value: " 5.5 " })).toBe(550);
  });

  it("know the days of a year", () => {
    const day = valueInput({ as: "day-of-year" });
    for (const value of ["11-30", "02-28", "12-31"]) expect(parse(day, { value })).toBe(value);
    for (const value of ["11-31", "02-29", "13-01", "00-10", "1-1", "11-00"])
      expect(() => parse(day, { value }), value).toThrow();
  });

  it("shares that add up to one hundred come out adding up to one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
        const labor = Math.min(a, 100 - Math.min(b, 100));
        const land = Math.min(b, 100 - labor);
        const typed = { labor: `${labor}`, land: `${land}`, distance: "0", need: `${100 - labor - land}` };
        const value = parse(valueInput(parameterKinds["weights.job"]), typed) as Record<string, number>;
        expect(Object.values(value).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
