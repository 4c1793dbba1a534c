import { describe, expect, it } from "vitest";
import { type RuleCode, ruleCodes } from "@/lib/households/rule-codes";
import { type CheckedMember, householdProblems } from "@/lib/households/rules";
import { dictionary } from "@/lib/i18n/dictionary";
import { inventedIdNumber } from "@/lib/numbers/id-number";

const context = { today: "2026-11-25", world: "demo" as const };
const person = (id: string, birth: string, given: Partial<CheckedMember> = {}): CheckedMember => ({
  id,
  relation: "other",
  sex: "male",
  birth,
  idNumber: inventedIdNumber(birth, (given.sex ?? "male") === "male" ? 11 : 12),
  education: "junior",
  schooling: null,
  health: ["healthy"],
  laborClass: "ordinary",
  workPlace: null,
  workMonths: null,
  disabilityCard: null,
  illnessInsurance: true,
  residentMedical: true,
  employeeMedical: false,
  lowIncome: false,
  destitute: false,
  ...given,
});
const head = (given: Partial<CheckedMember> = {}) =>
  person("head", "1970-05-01", { relation: "head", ...given });
const wife = (given: Partial<CheckedMember> = {}) =>
  person("wife", "1972-03-09", { relation: "spouse", sex: "female", ...given });
const son = (given: Partial<CheckedMember> = {}) =>
  person("son", "1995-03-09", { relation: "son", ...given });
const pupil = { education: null, schooling: "primary", laborClass: "none" } as const;

type House = Partial<Parameters<typeof householdProblems>[0]["household"]>;
const said = (members: CheckedMember[], house: House = {}) =>
  householdProblems(
    {
      household: { phone: "14400000001", type: "general", cause: "no-funds", otherCauses: [], ...house },
      members,
    },
    context,
  ).map(({ code, member, field }) => [code, member, field].filter(Boolean).join(" "));

it("has nothing to say of a household that is in order", () =>
  expect(said([head(), wife(), son(), person("girl", "2016-01-01", { ...pupil, sex: "female" })])).toEqual(
    [],
  ));

const cases: readonly [RuleCode, string[]][] = [
  ["no-head", said([wife(), son()])],
  ["two-heads", said([head(), son({ relation: "head" })])],
  ["two-spouses", said([head(), wife(), person("two", "1971-03-09", { relation: "spouse", sex: "female" })])],
  ["couple-of-one-sex", said([head(), wife({ sex: "male", idNumber: inventedIdNumber("1972-03-09", 13) })])],
  ["id-number-wrong", said([head({ idNumber: "690724197005010117" })])],
  ["id-number-twice", said([head(), son({ birth: "1970-05-01", idNumber: head().idNumber })])],
  ["id-number-birth", said([head({ birth: "1970-05-02" })])],
  ["id-number-sex", said([head({ sex: "female", idNumber: head().idNumber })])],
  ["birth-in-future", said([head(), son({ birth: "2027-01-01", idNumber: null })])],
  ["education-and-schooling", said([head(), son({ schooling: "undergraduate" })])],
  ["education-missing", said([head({ education: null })])],
  ["schooling-age", said([head({ ...pupil, laborClass: "none" })])],
  ["health-missing", said([head({ health: [] })])],
  ["healthy-and-ill", said([head({ health: ["healthy", "chronic"] })])],
  ["labor-missing", said([head({ laborClass: null })])],
  ["able-age-no-labor", said([head({ laborClass: "weak" })])],
  ["healthy-but-lost", said([head({ laborClass: "lost" })])],
  [
    "too-young-to-work",
    said([head(), son({ birth: "2012-01-01", idNumber: inventedIdNumber("2012-01-01", 1) })]),
  ],
  [
    "work-without-labor",
    said([head({ health: ["chronic"], laborClass: "lost", workPlace: "in-town", workMonths: 3 })]),
  ],
  ["work-place-and-months", said([head({ workPlace: "in-town" })])],
  ["work-months-range", said([head({ workPlace: "in-town", workMonths: 13 })])],
  [
    "work-while-at-school",
    said([head(), son({ education: null, schooling: "undergraduate", workPlace: "in-town", workMonths: 1 })]),
  ],
  ["medical-twice", said([head({ employeeMedical: true })])],
  ["medical-none", said([head({ residentMedical: false })])],
  ["insurance-missing", said([head({ lowIncome: null })])],
  ["card-not-own", said([head({ health: ["disabled"], disabilityCard: `${wife().idNumber}43` })])],
  ["disabled-without-card", said([head({ health: ["disabled"] })])],
  [
    "parent-too-young",
    said([head(), son({ birth: "1980-01-01", idNumber: inventedIdNumber("1980-01-01", 1) })]),
  ],
  ["phone-wrong", said([head()], { phone: "1440000000" })],
  ["phone-missing", said([head()], { phone: null })],
  ["cause-missing", said([head()], { cause: null })],
  ["cause-twice", said([head()], { otherCauses: ["no-funds"] })],
  ["causes-too-many", said([head()], { otherCauses: ["illness", "no-road", "no-water"] })],
  ["type-without-member", said([head()], { type: "low-income" })],
];

describe("each check", () => {
  it.each(cases)("%s", (code, found) => expect(found.map((line) => line.split(" ")[0])).toContain(code));
  it("is tried above", () => expect(cases.map(([code]) => code)).toEqual([...ruleCodes]));
  it.each(["zh", "en"] as const)("has its words in %s", (locale) => {
    for (const code of ruleCodes) {
      const { says, remedy } = dictionary(locale).householdRules[code];
      expect(says({ age: 30, missing: "x" }), code).toMatch(/[.。]$/);
      expect(remedy, code).toMatch(/[.。]$/);
    }
  });
});

it("names the member and the field", () => {
  expect(said([head(), wife({ laborClass: "none" })])).toEqual(["able-age-no-labor wife laborClass"]);
  expect(said([head(), wife({ lowIncome: null, destitute: null })])).toEqual([
    "insurance-missing wife lowIncome",
  ]);
});

it("knows the bounds of 16 and 59 years", () => {
  const none = (birth: string, given: Partial<CheckedMember> = {}) =>
    said([head(), person("x", birth, { laborClass: "none", ...given })]);
  expect(none("2010-11-25")).toEqual(["able-age-no-labor x laborClass"]);
  expect(none("2010-11-26")).toEqual([]);
  expect(none("1966-11-26")).toEqual(["able-age-no-labor x laborClass"]);
  expect(none("1966-11-25")).toEqual([]);
  expect(
    none("1990-01-01", { health: ["disabled"], disabilityCard: `${inventedIdNumber("1990-01-01", 11)}42` }),
  ).toEqual([]);
});

it("asks those who left or died nothing, and sorts errors first", () => {
  expect(said([head(), son({ state: "died", idNumber: "x" })])).toEqual([]);
  const levels = householdProblems(
    {
      household: { phone: null, type: "general", cause: null, otherCauses: [] },
      members: [head({ education: null }), wife({ laborClass: null })],
    },
    context,
  ).map((p) => p.level);
  expect(levels).toEqual([...levels].sort());
});

it("never repeats a number", () => {
  const problems = householdProblems(
    {
      household: { phone: "14412345", type: "general", cause: "no-funds", otherCauses: [] },
      members: [head({ idNumber: "690724197005010117", disabilityCard: "690724197005010117" })],
    },
    context,
  );
  expect(problems.length).toBeGreaterThan(2);
  expect(JSON.stringify(problems)).not.toMatch(/\d{8}/);
});
