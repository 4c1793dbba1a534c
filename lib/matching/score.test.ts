import { describe, expect, it } from "vitest";
import type { CountyPosting } from "@/lib/matching/county";
import { roadsOf, straightKm } from "@/lib/matching/distance";
import { postingProblem } from "@/lib/matching/eligibility";
import { bestWorker, match, needPart, type Scored } from "@/lib/matching/score";
import { aHousehold, aJob, aLand, aMember, anEquity, aParcel, testDay } from "@/lib/matching/testing";
import { defaultPolicy } from "@/lib/policy/policy";

const ask = (household: Parameters<typeof aHousehold>[0], posting: CountyPosting, today = testDay) =>
  match(aHousehold(household), posting, defaultPolicy, today);
const rule = (...args: Parameters<typeof ask>) => {
  const answer = ask(...args);
  return "leftOut" in answer ? answer.leftOut.rule : null;
};
const scored = (...args: Parameters<typeof ask>) => ask(...args) as Scored;

describe("distance", () => {
  it("is the great circle times the detour", () => {
    // One degree of latitude is 111.195 km on the sphere of radius 6371.0088.
    expect(straightKm({ lat: 33, lon: 107.8 }, { lat: 34, lon: 107.8 })).toBeCloseTo(111.195, 2);
    const far = scored({ point: { lat: 33.1, lon: 107.8 } }, aJob());
    expect(far.distanceKm).toBeCloseTo(11.1195 * 1.4, 3);
  });
  it("prefers the county's own table, in either direction, minutes at half a km; else falls back", () => {
    const job = aJob({ village: "610724100202" });
    const one = aHousehold({ village: "610724100201" });
    const table = roadsOf([{ from: "610724100202", to: "610724100201", minutes: 24 }]);
    expect((match(one, job, defaultPolicy, testDay, table) as Scored).distanceKm).toBe(12);
    const elsewhere = roadsOf([{ from: "610724100203", to: "610724100201", km: 1 }]);
    expect((match(one, job, defaultPolicy, testDay, elsewhere) as Scored).distanceKm).toBe(0);
  });
});

describe("who is eligible for a job", () => {
  const worker = (given: Parameters<typeof aMember>[0]) => ({ members: [aMember(given)] });
  it.each([
    ["not-listed", { listed: false }, aJob()],
    ["no-labor", worker({ laborClass: "lost" }), aJob()],
    ["no-labor", worker({ laborClass: "none" }), aJob({ work: "light" })],
    ["no-labor", { members: [] }, aJob()],
    ["at-school-or-too-young", worker({ atSchool: true }), aJob()],
    ["at-school-or-too-young", worker({ birth: "2010-11-24" }), aJob()],
    [null, worker({ birth: "2010-11-23" }), aJob()],
    ["outside-age-limits", worker({ birth: "1966-11-22" }), aJob({ ageMax: 59 })],
    [null, worker({ birth: "1966-11-24" }), aJob({ ageMax: 59 })],
    ["outside-age-limits", worker({ birth: "2009-01-01" }), aJob({ ageMin: 18 })],
    ["labor-class", worker({ laborClass: "weak" }), aJob()],
    [null, worker({ laborClass: "weak" }), aJob({ work: "light" })],
    ["labor-class", worker({}), aJob({ work: "skilled" })],
    [null, worker({ laborClass: "skilled" }), aJob({ work: "skilled" })],
    [
      "skill-missing",
      worker({ skills: ["cooking"] }),
      aJob({ skills: ["sewing", "driving"], skillsRequired: true }),
    ],
    [null, worker({ skills: ["driving"] }), aJob({ skills: ["sewing", "driving"], skillsRequired: true })],
    [null, worker({}), aJob({ skills: ["sewing"] })],
    ["not-free-in-season", worker({ boundMonths: 0b11110 }), aJob({ months: 0b11100 })],
    [null, worker({ boundMonths: 0b01100 }), aJob({ months: 0b11100 })],
    ["outside-radius", { point: { lat: 33.1, lon: 107.8 } }, aJob({ radiusKm: 15.5 })],
    [null, { point: { lat: 33.1, lon: 107.8 } }, aJob({ radiusKm: 15.6 })],
  ] as const)("%s", (expected, household, posting) => {
    expect(rule(household as Parameters<typeof aHousehold>[0], posting)).toBe(expected);
  });
  it("asks one and the same member to pass every rule", () => {
    const members = [aMember({ id: "1", atSchool: true }), aMember({ id: "2", laborClass: "weak" })];
    expect(rule({ members }, aJob())).toBe("labor-class");
  });
});

describe("who is eligible for land and shares", () => {
  it.each([
    ["no-offered-land", []],
    ["no-offered-land", [aParcel({ kind: "paddy" })]],
    ["no-offered-land", [aParcel({ use: "own-use" })]],
    ["no-offered-land", [aParcel({ use: "leased-out", offered: true })]],
    ["no-offered-land", [aParcel({ agreedMu100: 250 })]],
    ["too-little-land", [aParcel({ agreedMu100: 151 })]],
    [null, [aParcel({ agreedMu100: 150 })]],
    [
      null,
      [aParcel({ areaMu100: 50 }), aParcel({ areaMu100: 50, kind: "dry", use: "own-use", offered: true })],
    ],
  ] as const)("%s", (expected, parcels) => {
    expect(rule({ parcels }, aLand())).toBe(expected);
  });
  it("allots each person once, and only with a live binding link", () => {
    expect(rule({ persons: 2, allottedPersons: 2 }, anEquity())).toBe("no-unallotted-persons");
    expect(rule({ persons: 2, allottedPersons: 1 }, anEquity({ bindingLive: false }))).toBe(
      "no-binding-link",
    );
    expect(rule({ persons: 2, allottedPersons: 1 }, anEquity())).toBeNull();
  });
  it("keeps a closed or full posting apart from the household's rules", () => {
    expect(postingProblem(aJob({ open: false }))).toEqual({ rule: "posting-closed" });
    expect(postingProblem(aLand({ capacity: 500, taken: 401, minMu100: 100 }))).toEqual({
      rule: "no-capacity",
    });
    expect(postingProblem(aLand({ capacity: 500, taken: 400, minMu100: 100 }))).toBeNull();
  });
});

describe("the score by hand", () => {
  it("job: best member's 0.5 capacity + 0.3 skill + 0.2 season; half the distance part every 8 km", () => {
    const members = [
      aMember({ id: "1", skills: ["pruning"], boundMonths: 0b100 }), // 0.5 + 0.15 + 0.2·2/3
      aMember({ id: "2", laborClass: "weak", skills: ["pruning", "planting"] }), // does not qualify
    ];
    const job = aJob({ skills: ["pruning", "planting"], point: { lat: 33, lon: 107.8 } });
    const answer = scored({ members, liveProjects: 1, incomePerPersonFen: 153_500 }, job);
    const labor = 0.5 + 0.3 / 2 + (0.2 * 2) / 3;
    expect(answer.parts).toEqual({ labor, land: 0, distance: 1, need: 0.4 * 0.5 });
    expect(answer.score).toBeCloseTo(100 * (0.5 * labor + 0.3 + 0.2 * 0.2), 12);
    const away = { lat: 33 + 8 / 1.4 / 111.19508, lon: 107.8 };
    expect(scored({ members, point: away }, job).parts.distance).toBeCloseTo(0.5, 5);
    expect(scored({ members, point: away }, { ...job, lodging: true }).parts.distance).toBeCloseTo(
      2 ** -0.1,
      5,
    );
  });
  it("land: area against the posting's own full or 4 × its least; less labor ranks higher", () => {
    const members = [
      aMember({ id: "1" }),
      aMember({ id: "2", laborClass: "weak" }),
      aMember({ id: "3", laborClass: "none" }),
    ];
    const answer = scored({ members, persons: 3, parcels: [aParcel({ areaMu100: 100 })] }, aLand());
    expect(answer.parts.land).toBe(0.25);
    expect(answer.parts.labor).toBe(0.5);
    expect(scored({ parcels: [aParcel({ areaMu100: 300 })] }, aLand({ fullMu100: 200 })).parts.land).toBe(1);
    // Bound in November, so not free labor this month; in December free again.
    const bound = [aMember({ boundMonths: 1 << 10 })];
    expect(scored({ members: bound, parcels: [aParcel()] }, aLand()).parts.labor).toBe(1);
    expect(scored({ members: bound, parcels: [aParcel()] }, aLand(), "2026-12-01").parts.labor).toBe(0);
  });
  it("equity: less land a person ranks higher, counting all that is not leased out", () => {
    const parcels = [
      aParcel({ areaMu100: 100, use: "own-use" }),
      aParcel({ areaMu100: 900, use: "leased-out" }),
    ];
    expect(scored({ persons: 1, parcels }, anEquity()).parts.land).toBe(0.5);
    expect(scored({ persons: 2, parcels }, anEquity()).parts.land).toBe(0.75);
  });
  it("need: 0.6 without a project, 0.4 × how far income lies below the line, clamped", () => {
    expect(needPart(0, null, defaultPolicy)).toBe(0.6);
    expect(needPart(1, null, defaultPolicy)).toBe(0);
    expect(needPart(0, 307_000, defaultPolicy)).toBe(0.6);
    expect(needPart(0, -50_000, defaultPolicy)).toBe(1);
    expect(needPart(2, 0, defaultPolicy)).toBe(0.4);
  });
  it("sends the best member, at equal parts the one with the lower id", () => {
    const members = [aMember({ id: "b" }), aMember({ id: "a" }), aMember({ id: "c", boundMonths: 0b100 })];
    expect(bestWorker(members, aJob(), defaultPolicy)?.id).toBe("a");
  });
});
