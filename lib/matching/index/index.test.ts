import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountyHousehold, CountyPosting } from "@/lib/matching/county";
import { type Roads, statedKm } from "@/lib/matching/distance";
import { buildIndex } from "@/lib/matching/index/build";
import { decode } from "@/lib/matching/index/decode";
import type { CountyIndex } from "@/lib/matching/index/layout";
import { topRows } from "@/lib/matching/index/rank";
import { withChanges } from "@/lib/matching/index/update";
import { rankHouseholds } from "@/lib/matching/rank";
import { match } from "@/lib/matching/score";
import { aCounty, type CountyPlan, testDay } from "@/lib/matching/testing";
import { defaultPolicy, type Policy } from "@/lib/policy/policy";

const policies: Policy[] = [
  defaultPolicy,
  {
    ...defaultPolicy,
    "weights.job": { labor: 0.1, land: 0.2, distance: 0.6, need: 0.1 },
    "weights.equity": { labor: 0.25, land: 0.25, distance: 0.25, need: 0.25 },
    "weights.order": { labor: 0.1, land: 0.2, distance: 0.6, need: 0.1 },
    "labor.orderMuPerWorker": 2.5,
    "labor.membershipUnits": 1.5,
    "land.membershipMu": 3.3,
    "labor.weakCapacity": 0.3,
    "distance.detour": 1.1,
    "need.incomeLineFen": 400_000,
  },
];

/** The index must give the reference's rows, in its order, with its scores. */
function agrees(
  index: CountyIndex,
  households: readonly CountyHousehold[],
  posting: CountyPosting,
  limit: number,
  roads: Roads = new Map(),
) {
  for (const policy of policies) {
    const expected = rankHouseholds(posting, { households, roads }, policy, testDay, { limit });
    const rows = topRows(index, posting, policy, testDay, limit);
    expect(rows.map((r) => index.codes[r.row])).toEqual(expected.map((r) => r.code));
    rows.forEach((row, i) => {
      const { score, parts, distanceKm } = expected[i]!;
      expect(Math.abs(row.score - score)).toBeLessThan(1e-9);
      const { labor, land, distance, need } = row;
      expect({ labor, land, distance, need }).toEqual(parts);
      expect(row.distanceKm).toBe(distanceKm);
    });
  }
}

const plans = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  households: fc.integer({ min: 1, max: 400 }),
  postings: fc.constant(10),
  perVillage: fc.integer({ min: 1, max: 60 }),
  side: fc.constantFrom(0, 0.01, 0.1, 1, 20, 150),
  atVillage: fc.constantFrom(0, 0.5, 1),
}) satisfies fc.Arbitrary<CountyPlan>;

describe("the county index", () => {
  it("answers as the reference does, on any county", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(0, 1, 7, 50, 1000), (plan, limit) => {
        const county = aCounty(plan);
        const index = buildIndex(county.households);
        for (const posting of county.postings) agrees(index, county.households, posting, limit);
      }),
      { numRuns: 60 },
    );
  });

  it("answers as the reference does on a county as wide as a hemisphere and as high as a pole", () => {
    const county = aCounty({
      seed: 224_418,
      households: 68,
      postings: 10,
      perVillage: 46,
      side: 150,
      atVillage: 0,
    });
    for (const { point } of county.households) expect(Math.abs(point.lat)).toBeLessThanOrEqual(90);
    const index = buildIndex(county.households);
    for (const posting of county.postings) agrees(index, county.households, posting, 50);
  });

  it("answers as the reference does by a table of the county's own, with holes and nonsense in it", () => {
    const km = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        plans,
        fc.constantFrom(1, 20, 1000),
        fc.array(km, { minLength: 3, maxLength: 40 }),
        (plan, limit, kms) => {
          const county = aCounty(plan);
          const villages = [...new Set([...county.households, ...county.postings].map((one) => one.village))];
          // Every third pair is left out; some go one way only, some both ways with different km.
          const pairs = villages.flatMap((from, i) =>
            villages.flatMap((to, j) =>
              (i * 7 + j * 3) % 3 === 0 ? [] : [[`${from}>${to}`, kms[(i + j) % kms.length]!] as const],
            ),
          );
          const roads = new Map(pairs);
          const index = { ...buildIndex(county.households), stated: statedKm(roads) };
          for (const posting of county.postings) agrees(index, county.households, posting, limit, roads);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("answers as the reference does for postings far outside, over the date line and at a pole", () => {
    const county = aCounty({ seed: 4, households: 300, postings: 12, side: 3 });
    const index = buildIndex(county.households);
    const points = [
      { lat: 33, lon: -179 },
      { lat: -60, lon: 107.8 },
      { lat: 89.99, lon: 0 },
      { lat: 34.8, lon: 107.8 },
      { lat: 33, lon: 111 },
    ];
    for (const posting of county.postings)
      for (const point of points) agrees(index, county.households, { ...posting, point }, 20);
  });

  it("gives back what it was made of, as far as rules and parts read it", () => {
    const county = aCounty({ seed: 2, households: 300, postings: 20 });
    const index = buildIndex(county.households);
    const byCode = new Map(county.households.map((h) => [h.code, h]));
    for (let row = 0; row < index.size; row++) {
      const household = byCode.get(index.codes[row]!)!;
      for (const posting of county.postings) {
        const one = match(decode(index, row), posting, defaultPolicy, testDay);
        const other = match(household, posting, defaultPolicy, testDay);
        if ("leftOut" in other) expect(one).toEqual(other);
        else expect(one).toMatchObject({ score: other.score, parts: other.parts });
      }
    }
  });

  it("has the same bytes whatever the order, and after changes as from scratch", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 1_000_000 }), (plan, otherSeed) => {
        const before = aCounty(plan).households;
        const index = buildIndex(before);
        expect(buildIndex([...before].reverse())).toEqual(index);
        // Every third household changes, every seventh leaves; some new ones come.
        const others = aCounty({ ...plan, seed: otherSeed }).households;
        const changed = before.filter((_, i) => i % 3 === 0 || i % 7 === 0);
        const present = before.flatMap((h, i) =>
          i % 7 === 0 ? [] : i % 3 === 0 ? [{ ...others[i]!, code: h.code }] : [],
        );
        const born = others.slice(0, 5).map((h, i) => ({ ...h, code: `N${i}` }));
        const codes = new Set(changed.map((h) => h.code));
        const rowOf = new Map(index.codes.map((code, row) => [code, row]));
        const updated = withChanges(
          index,
          [...codes, ...born.map((h) => h.code)],
          [...present, ...born],
          rowOf,
        );
        const after = [...before.filter((h) => !codes.has(h.code)), ...present, ...born];
        expect(updated).toEqual(buildIndex(after));
      }),
      { numRuns: 60 },
    );
  });
});
