import { describe, expect, it } from "vitest";
import type { CountyPosting } from "@/lib/matching/county";
import { postingProblem } from "@/lib/matching/eligibility";
import { reasonsOf } from "@/lib/matching/reasons";
import { match, type Scored } from "@/lib/matching/score";
import {
  aContract,
  aHousehold,
  aMember,
  aMembership,
  anOrder,
  aParcel,
  testDay,
} from "@/lib/matching/testing";
import { plotFen, yearlyFen } from "@/lib/matching/yearly";
import { defaultPolicy, type PolicyKey } from "@/lib/policy/policy";

/** docs/matching-kinds.md, number by number. */

type Given = Parameters<typeof aHousehold>[0];
const ask = (household: Given, posting: CountyPosting) =>
  match(aHousehold(household), posting, defaultPolicy, testDay);
const rule = (household: Given, posting: CountyPosting) => {
  const answer = ask(household, posting);
  return "leftOut" in answer ? answer.leftOut.rule : null;
};
const scored = (household: Given, posting: CountyPosting) => ask(household, posting) as Scored;
const tea = (areaMu100: number, given = {}) => aParcel({ kind: "tea", use: "own-use", areaMu100, ...given });
/** At the posting's door, without a project, income not recorded: distance 1, need 0.6. */
const near = { distance: 1, need: 0.6 };

describe("an order", () => {
  const bags = anOrder({ parcelKinds: [], yieldJin: 3000, minJin: 1000, fullJin: 6000 });
  it.each([
    ["no-labor", { members: [aMember({ laborClass: "lost" })], parcels: [tea(500)] }, anOrder()],
    ["at-school-or-too-young", { members: [aMember({ atSchool: true })], parcels: [tea(500)] }, anOrder()],
    ["no-growing-land", { parcels: [tea(500, { kind: "dry" })] }, anOrder()],
    ["no-growing-land", { parcels: [tea(500, { use: "leased-out" })] }, anOrder()],
    ["no-growing-land", { parcels: [tea(500, { agreedMu100: 500 })] }, anOrder()],
    // 0.41 mu × 120 jin = 49.2, and 50 are asked.
    ["too-little-to-deliver", { parcels: [tea(41)] }, anOrder()],
    [null, { parcels: [tea(42)] }, anOrder()],
    // Bound this month, so no free hands: nothing raised without land; land is tilled all the same.
    ["too-little-to-deliver", { members: [aMember({ boundMonths: 4095 })] }, bags],
    [null, { members: [aMember({ boundMonths: 4095 })], parcels: [tea(500)] }, anOrder()],
    [null, { members: [aMember({ laborClass: "weak" })] }, bags],
    ["outside-radius", { parcels: [tea(500)], point: { lat: 34, lon: 107.8 } }, anOrder({ radiusKm: 9 })],
  ] as const)("%s", (expected, household, posting) => {
    expect(rule(household as Given, posting)).toBe(expected);
  });

  it("weighs what it could deliver of the full lot, and hands by what the lot takes", () => {
    // 2.5 mu × 120 = 300 of 600 jin; the lot takes 600 ÷ 120 ÷ 5 = 1 unit, the weak member is half of one.
    const { parts, score, fit } = scored(
      { members: [aMember({ laborClass: "weak" })], parcels: [tea(200), tea(50, { use: "idle" })] },
      anOrder(),
    );
    expect(fit).toMatchObject({ kind: "order", jin: 300, mu100: 250, units: 0.5 });
    expect(parts).toEqual({ labor: 0.5, land: 0.5, ...near });
    expect(score).toBeCloseTo(100 * (0.25 * 0.5 + 0.4 * 0.5 + 0.15 + 0.2 * 0.6), 9);
  });
  it("needs no land when its product needs none", () => {
    const { parts, fit } = scored({ members: [aMember()] }, bags);
    expect(fit).toMatchObject({ jin: 3000, mu100: 0 });
    // 6,000 ÷ 3,000 = 2 units in full.
    expect(parts).toEqual({ labor: 0.5, land: 0.5, ...near });
  });
  it("never counts more than the full lot, says why, and what it sells for at the floor price", () => {
    const household = aHousehold({ parcels: [tea(2000)] });
    const posting = anOrder({ capacity: 500 });
    const one = match(household, posting, defaultPolicy, testDay) as Scored;
    expect(one.fit).toMatchObject({ jin: 600 });
    expect(one.parts.land).toBe(1);
    expect(reasonsOf(household, posting, one, defaultPolicy, testDay)).toEqual([
      { code: "distance", km: 0, lodging: false },
      { code: "can-grow", mu100: 2000, kinds: ["tea"], jin: 600 },
      { code: "hands", units: 1 },
      { code: "uncovered" },
    ]);
    const pay = { kind: "order" as const, floorFenPerJin: 800, years: 1 };
    // No more than is left of the posting: 500 jin × 8 yuan.
    expect(yearlyFen(posting, pay, one.fit, defaultPolicy)).toBe(400_000);
  });
  it("has no capacity below its least lot", () => {
    expect(postingProblem(anOrder({ capacity: 1000, taken: 951 }))).toEqual({ rule: "no-capacity" });
    expect(postingProblem(anOrder({ capacity: 1000, taken: 950 }))).toBeNull();
  });
});

describe("a membership", () => {
  const none = { members: [aMember({ laborClass: "none" })] };
  it.each([
    ["nothing-to-bring", none, aMembership()],
    ["nothing-to-bring", { ...none, parcels: [tea(300, { use: "leased-out" })] }, aMembership()],
    [null, { ...none, parcels: [tea(300)] }, aMembership()],
    [null, { members: [aMember()] }, aMembership()],
    ["outside-villages", {}, aMembership({ villages: ["610724100299"] })],
    [null, {}, aMembership({ villages: ["610724100299", "610724100201"] })],
    ["not-listed", { listed: false }, aMembership()],
  ] as const)("%s", (expected, household, posting) => {
    expect(rule(household as Given, posting)).toBe(expected);
  });

  it("weighs hands by two and land by five mu, of any kind, and promises nothing", () => {
    const household = aHousehold({
      members: [aMember()],
      parcels: [tea(200), tea(300, { kind: "forest", agreedMu100: 250 }), tea(900, { use: "leased-out" })],
    });
    const posting = aMembership();
    const one = match(household, posting, defaultPolicy, testDay) as Scored;
    expect(one.fit).toEqual({ kind: "membership", mu100: 250, units: 1 });
    expect(one.parts).toEqual({ labor: 0.5, land: 0.5, ...near });
    expect(one.score).toBeCloseTo(100 * (0.2 * 0.5 + 0.3 * 0.5 + 0.2 + 0.3 * 0.6), 9);
    expect(reasonsOf(household, posting, one, defaultPolicy, testDay).map((r) => r.code)).toEqual([
      "distance",
      "own-land",
      "hands",
      "uncovered",
    ]);
    const pay = { kind: "membership" as const, shareFen: 10_000, surplusBp: 6000 };
    expect(yearlyFen(posting, pay, one.fit, defaultPolicy)).toBe(0);
  });
});

describe("a plot in a park", () => {
  it.each([
    ["labor-class", { members: [aMember({ laborClass: "weak" })] }],
    ["at-school-or-too-young", { members: [aMember({ birth: "2012-01-01" })] }],
    ["not-free-in-season", { members: [aMember({ boundMonths: 0b11100 })] }],
    [null, { members: [aMember({ boundMonths: 0b01100 })] }],
    [null, { members: [aMember({ birth: "1950-01-01" })] }],
  ])("%s", (expected, household) => {
    expect(rule(household, aContract())).toBe(expected);
  });

  it("weighs its worker as ordinary work would", () => {
    const wanted = aContract({ skills: ["pruning", "planting"] });
    const { parts, score } = scored(
      { members: [aMember({ skills: ["pruning"], boundMonths: 0b00100 })] },
      wanted,
    );
    expect(parts).toEqual({ labor: 0.5 + 0.3 * 0.5 + 0.2 * (2 / 3), land: 0, ...near });
    expect(score).toBeCloseTo(100 * (0.45 * parts.labor + 0.3 + 0.25 * 0.6), 9);
  });
  it("leaves of a plot what its yield brings less fee and inputs, never below nothing", () => {
    const plot = { yieldJinPerPlot: 2000, floorFenPerJin: 400, feeFenPerPlotYear: 80_000 };
    expect(plotFen({ ...plot, inputsFenPerPlotYear: 300_000 })).toBe(420_000);
    expect(plotFen({ ...plot, inputsFenPerPlotYear: 900_000 })).toBe(0);
  });
});

it("has weights that sum to 1, and a distance of its own, for each kind", () => {
  for (const kind of ["order", "membership", "contract"] as const) {
    const { labor, land, distance, need } = defaultPolicy[`weights.${kind}`];
    expect(labor + land + distance + need).toBeCloseTo(1, 12);
    const half: PolicyKey = `distance.halfKm.${kind}`;
    const km = defaultPolicy[half] / defaultPolicy["distance.detour"];
    const posting = { order: anOrder(), membership: aMembership(), contract: aContract() }[kind];
    const point = { lat: 33 + km / 111.195, lon: 107.8 };
    expect(scored({ point, parcels: [tea(500)] }, posting).parts.distance).toBeCloseTo(0.5, 4);
  }
});
