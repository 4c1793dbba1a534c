import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { proRata, share } from "@/lib/moneys/share";

describe("the largest remainder", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [3, 3, 4], [30, 30, 40]],
    [5, [1, 2, 4], [1, 1, 3]],
    [0, [1, 2], [0, 0]],
    [0, [0, 0], [0, 0]],
    [7, [0, 5], [0, 7]],
    [1, [1, 1], [1, 0]],
    [9_007_199_254_740_991, [9_007_199_254_740_991, 1], [9_007_199_254_740_990, 1]],
  ])("%i by %j is %j", (total, weights, parts) => expect(share(total, weights)).toEqual(parts));

  it("always sums to the whole, nobody more than a fen from their exact part", () =>
    assert(
      property(
        integer({ min: 0, max: 1e12 }),
        array(integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 }),
        (total, weights) => {
          const sum = weights.reduce((a, b) => a + b, 0);
          if (sum === 0) return;
          const parts = share(total, weights);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          for (const [i, part] of parts.entries())
            expect(Math.abs(part - (total * (weights[i] ?? 0)) / sum)).toBeLessThan(1.001);
        },
      ),
    ));

  it("refuses to share money among nobody", () => expect(() => share(1, [0, 0])).toThrow(RangeError));
});

describe("pro rata", () => {
  it("of all days is the whole, of none nothing, of half a year's rent half", () => {
    expect(proRata(60_000, 365, 365)).toBe(60_000);
    expect(proRata(60_000, 0, 365)).toBe(0);
    expect(proRata(36_600, 183, 366)).toBe(18_300);
  });
  it("gives what was used and what was not so that both make the whole", () =>
    assert(
      property(integer({ min: 0, max: 1e11 }), integer({ min: 1, max: 366 }), integer(), (whole, of, n) => {
        const days = Math.abs(n) % (of + 1);
        const used = proRata(whole, days, of);
        const rest = share(whole, [days, of - days])[1];
        expect(used + (rest ?? 0)).toBe(whole);
      }),
    ));
});
