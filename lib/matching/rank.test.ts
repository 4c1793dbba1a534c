import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postingKinds } from "@/db/words";
import type { CountyHousehold, CountyPosting } from "@/lib/matching/county";
import { byScore, rankHouseholds, rankPostings } from "@/lib/matching/rank";
import { match, type Scored, weighted } from "@/lib/matching/score";
import { aCounty, aHousehold, aJob, testDay } from "@/lib/matching/testing";
import { defaultPolicy, type Factors, weightsOf } from "@/lib/policy/policy";

const seed = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 40 };
const smallCounty = (s: number) => aCounty({ seed: s, households: 60, postings: 8, perVillage: 12 });
const asked = (county: ReturnType<typeof smallCounty>, posting: CountyPosting) =>
  rankHouseholds(posting, county, defaultPolicy, testDay);
const codes = (rows: { code: string }[]) => rows.map((r) => r.code);

describe("the guarantees of the score", () => {
  it("parts × weights sum to the score, and every part lies in [0, 1]", () => {
    fc.assert(
      fc.property(seed, (s) => {
        const county = smallCounty(s);
        for (const posting of county.postings) {
          const weights = weightsOf(defaultPolicy, posting.kind);
          for (const row of asked(county, posting)) {
            const sum = Object.entries(row.parts).reduce(
              (t, [k, v]) => t + weights[k as keyof Factors] * v,
              0,
            );
            expect(row.score).toBeCloseTo(100 * sum, 9);
            for (const part of Object.values(row.parts)) expect(part >= 0 && part <= 1).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it("better in one part and equal in the rest never ranks lower", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const parts = fc.record({ labor: part, land: part, distance: part, need: part });
    const kind = fc.constantFrom(...postingKinds);
    const name = fc.constantFrom("labor" as const, "land" as const, "distance" as const, "need" as const);
    fc.assert(
      fc.property(parts, kind, name, part, (p, k, n, up) => {
        const weights = weightsOf(defaultPolicy, k);
        const better = { ...p, [n]: Math.max(p[n], up) };
        const order = byScore(
          { score: weighted(better, weights), code: "A" },
          { score: weighted(p, weights), code: "B" },
        );
        expect(order).toBeLessThan(0);
      }),
    );
  });

  it("more free months, nearer, more land or less income never lowers a household", () => {
    fc.assert(
      fc.property(seed, fc.double({ min: 0, max: 1, noNaN: true }), (s, toward) => {
        const county = smallCounty(s);
        for (const posting of county.postings) {
          const rent = posting.kind === "land" || posting.kind === "equity";
          const better = (h: CountyHousehold): CountyHousehold[] => [
            rent ? h : { ...h, members: h.members.map((m) => ({ ...m, boundMonths: 0 })) },
            { ...h, point: between(h.point, posting.point, toward) },
            posting.kind !== "equity"
              ? { ...h, parcels: h.parcels.map((p) => ({ ...p, areaMu100: p.areaMu100 + 50 })) }
              : h,
            { ...h, incomePerPersonFen: (h.incomePerPersonFen ?? 307_000) - 10_000 },
            { ...h, liveProjects: 0 },
          ];
          for (const row of asked(county, posting).slice(0, 10))
            for (const changed of better(row.household)) {
              const now = match(changed, posting, defaultPolicy, testDay) as Scored;
              // 1e-9: a nearer point may differ by the rounding of the haversine.
              expect(now.score).toBeGreaterThanOrEqual(row.score - 1e-9);
            }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("does not depend on the order of its input, and a subset keeps the relative order", () => {
    fc.assert(
      fc.property(seed, fc.infiniteStream(fc.boolean()), (s, keep) => {
        const county = smallCounty(s);
        const reversed = { ...county, households: [...county.households].reverse() };
        const subset = { ...county, households: county.households.filter(() => keep.next().value) };
        const kept = new Set(codes(subset.households));
        for (const posting of county.postings) {
          const whole = codes(asked(county, posting));
          expect(codes(asked(reversed, posting))).toEqual(whole);
          expect(codes(asked(subset, posting))).toEqual(whole.filter((code) => kept.has(code)));
        }
      }),
      runs,
    );
  });

  it("reads nothing of a household but what county.ts names", () => {
    const allowed = new Set(
      (
        "code village point lat lon listed persons allottedPersons incomePerPersonFen liveProjects members parcels " +
        "id birth atSchool laborClass skills boundMonths kind use offered areaMu100 agreedMu100"
      ).split(" "),
    );
    const read = new Set<string>();
    const watched = <T extends object>(value: T): T =>
      new Proxy(value, {
        get: (target, key) => {
          const found = Reflect.get(target, key) as unknown;
          if (typeof key === "string" && !Array.isArray(target)) read.add(key);
          return found && typeof found === "object" ? watched(found) : found;
        },
      });
    const county = aCounty({ seed: 7, households: 200, postings: 60 });
    expect(new Set(county.postings.map((p) => p.kind))).toEqual(new Set(postingKinds));
    const open = { ...county, households: county.households.map(watched) };
    for (const posting of county.postings) rankHouseholds(posting, open, defaultPolicy, testDay);
    expect([...read].filter((key) => !allowed.has(key))).toEqual([]);
    expect(read.has("boundMonths")).toBe(true);
  });

  it("changes nothing when sex, ethnicity, party, religion and kin are added and changed", () => {
    const county = aCounty({ seed: 11, households: 150, postings: 60 });
    expect(new Set(county.postings.map((p) => p.kind))).toEqual(new Set(postingKinds));
    const dressed = (sex: string, ethnicity: string, party: boolean) => ({
      ...county,
      households: county.households.map((h) => ({
        ...h,
        members: h.members.map((m) => ({ ...m, sex, ethnicity, party, religion: ethnicity, relation: sex })),
      })),
    });
    for (const posting of county.postings) {
      const one = rankHouseholds(posting, dressed("female", "hui", true), defaultPolicy, testDay);
      const other = rankHouseholds(posting, dressed("male", "han", false), defaultPolicy, testDay);
      expect(one.map((r) => [r.code, r.score])).toEqual(other.map((r) => [r.code, r.score]));
    }
  });
});

describe("both ways", () => {
  it("gives a pair the same score", () => {
    const county = smallCounty(3);
    for (const household of county.households)
      for (const row of rankPostings(household, county, defaultPolicy, testDay)) {
        const found = asked(county, row.posting).find((r) => r.code === household.code);
        expect(found?.score).toBe(row.score);
      }
  });
  it("offers a household only open postings with room", () => {
    const household = aHousehold();
    const postings = [
      aJob({ id: "open" }),
      aJob({ id: "closed", open: false }),
      aJob({ id: "full", capacity: 3, taken: 3 }),
    ];
    const ranked = rankPostings(household, { postings }, defaultPolicy, testDay);
    expect(codes(ranked)).toEqual(["open"]);
    // Reach is fixed before a posting opens: being closed refuses no household.
    for (const p of postings)
      expect(rankHouseholds(p, { households: [household] }, defaultPolicy, testDay)).toHaveLength(1);
  });
  it("breaks ties by code unit, and cuts at the limit", () => {
    const households = ["b", "B", "a", "é", "10", "9"].map((code) => aHousehold({ code }));
    const ranked = rankHouseholds(aJob(), { households }, defaultPolicy, testDay, { limit: 5 });
    expect(codes(ranked)).toEqual(["10", "9", "B", "a", "b"]);
  });
});

const between = (a: { lat: number; lon: number }, b: { lat: number; lon: number }, t: number) => ({
  lat: a.lat + (b.lat - a.lat) * t,
  lon: a.lon + (b.lon - a.lon) * t,
});
