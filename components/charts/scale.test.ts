import fc from "fast-check";
import { expect, it } from "vitest";
import { niceScale } from "@/components/charts/scale";

it("ends at a round number that holds the most, in few even steps", () => {
  expect(niceScale(14_167).ticks).toEqual([0, 5000, 10_000, 15_000]);
  expect(niceScale(0.81).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(niceScale(0).end).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (most) => {
      const { end, ticks } = niceScale(most);
      expect(end).toBeGreaterThanOrEqual(most * (1 - 1e-9));
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks[0]).toBe(0);
      for (let i = 2; i < ticks.length; i++)
        expect(ticks[i]! - ticks[i - 1]!).toBeCloseTo(ticks[1]!, -Math.log10(ticks[1]!) + 6);
    }),
  );
});
