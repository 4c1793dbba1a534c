import { expect, it } from "vitest";
import { type AbleMember, type AbleParcel, ableOf } from "@/lib/households/able";

const today = "2026-11-25";
const person = (birth: string, given: Partial<AbleMember> = {}): AbleMember => ({
  id: birth,
  birth,
  schooling: null,
  laborClass: "ordinary",
  ...given,
});
const land = (given: Partial<AbleParcel> = {}): AbleParcel => ({
  use: "own-use",
  offered: false,
  areaMu100: 150,
  ...given,
});
const of = (members: AbleMember[], parcels: AbleParcel[] = []) => ableOf({ members, parcels }, 16, today);

it("one who can work is enough, and each is told why it counts or not", () => {
  const found = of([
    person("1990-01-01"),
    person("1991-01-01", { laborClass: "weak" }),
    person("2010-11-26"),
    person("2004-01-01", { schooling: "undergraduate" }),
    person("1950-01-01", { laborClass: "lost" }),
    person("1949-01-01", { laborClass: "none" }),
  ]);
  expect(found.able).toBe(true);
  expect(found.hands.map((h) => h.why)).toEqual([
    ...["works", "works-lightly", "too-young", "at-school", "lost", "none"],
  ]);
  expect(found.hands.filter((h) => h.counts)).toHaveLength(2);
});

it("turns at the day of working age", () => {
  expect(of([person("2010-11-25")]).able).toBe(true);
  expect(of([person("2010-11-26")]).able).toBe(false);
});

it("shows the other road: rent where there is land, dividends where there is a person", () => {
  const old = person("1940-01-01", { laborClass: "none" });
  expect(of([old]).roads).toEqual(["dividend"]);
  expect(of([old], [land()]).roads).toEqual(["rent", "dividend"]);
  expect(of([person("1990-01-01")], [land({ use: "idle" })]).roads).toEqual(["wage", "rent", "dividend"]);
  expect(of([old], [land({ use: "leased-out" })]).roads).toEqual(["dividend"]);
  expect(of([], [])).toMatchObject({ able: false, roads: [], persons: 0 });
});

it("counts only who is present, and sums land on offer apart from land in use", () => {
  const gone = person("1990-01-01", { state: "moved-out" });
  expect(of([gone, person("1940-01-01", { laborClass: "none" })])).toMatchObject({ able: false, persons: 1 });
  const found = of(
    [],
    [land(), land({ offered: true }), land({ use: "idle", areaMu100: 50 }), land({ use: "leased-out" })],
  );
  expect(found).toMatchObject({ offeredMu100: 200, tilledMu100: 150 });
});
