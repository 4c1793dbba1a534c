import { describe, expect, it } from "vitest";
import { cardBands, distanceBand, laborBand, landBand, reachBand } from "@/lib/matching/bands";
import { aHousehold, aMember, aParcel, testDay } from "@/lib/matching/testing";
import { tierOf } from "@/lib/matching/tier";
import { defaultPolicy } from "@/lib/policy/policy";

describe("bands and tiers", () => {
  it("change exactly at their bounds", () => {
    expect([0, 9, 10, 19, 20, 49, 50, 99, 100].map(reachBand)).toEqual([
      "under-10",
      "under-10",
      "10-19",
      "10-19",
      "20-49",
      "20-49",
      "50-99",
      "50-99",
      "100-or-more",
    ]);
    expect([0, 1, 2, 3, 9].map(laborBand)).toEqual(["1", "1", "2", "3+", "3+"]);
    expect([299, 300, 599, 600, 999, 1000].map(landBand)).toEqual([
      "under-3",
      "3-6",
      "3-6",
      "6-10",
      "6-10",
      "10+",
    ]);
    expect([4.99, 5, 14.99, 15, 30, 30.01].map(distanceBand)).toEqual([
      "under-5",
      "5-15",
      "5-15",
      "15-30",
      "15-30",
      "over-30",
    ]);
    expect([70, 69.999999, 40, 39.999999].map((s) => tierOf(s, defaultPolicy))).toEqual(["A", "B", "B", "C"]);
  });
  it("make a card of a household without saying that nobody can work", () => {
    const household = aHousehold({ members: [aMember({ laborClass: "none" })], parcels: [aParcel()] });
    expect(cardBands(household, 3.2, defaultPolicy, testDay)).toEqual({
      labor: "1",
      land: "under-3",
      distance: "under-5",
    });
  });
});
