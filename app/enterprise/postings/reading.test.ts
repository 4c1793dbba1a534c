import { describe, expect, it } from "vitest";
import { problemsAsTyped, readPosting } from "@/app/enterprise/postings/reading";
import { defaultPolicy } from "@/lib/policy/policy";
import { postingInput, postingProblems } from "@/lib/postings/input";
import { parse } from "@/lib/refusal/parse";
import { isRefusal } from "@/lib/refusal/refusal";

const form = (fields: Record<string, string | string[]>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const v of [value].flat()) data.append(name, v);
  return data;
};
const job = {
  kind: "job",
  projectId: "P",
  title: "春茶采摘工𫖯",
  summary: "",
  villageCode: "610724105201",
  radiusKm: "",
  closesOn: "2027-03-01",
  positions: "40",
  months: ["3", "4", "5"],
  work: "light",
  wage: "2,600.5",
  wageUnit: "month",
  ageMin: "",
  ageMax: "",
};
const problems = (fields: Record<string, string | string[]>) => {
  try {
    parse(postingInput, readPosting(form({ ...job, ...fields }), 1_000_000));
    return {};
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return problemsAsTyped(error.fields);
  }
};

const further: Record<string, string | string[]>[] = [
  {
    ...job,
    kind: "order",
    product: "鲜叶",
    grade: "",
    totalJin: "5,000",
    parcelKinds: ["tea"],
    yieldJin: "120",
    minJin: "50",
    fullJin: "600",
    floorPrice: "9.5",
    deliveryMonths: ["3", "4"],
    payWithinDays: "0",
    years: "1",
  },
  {
    ...job,
    kind: "membership",
    households: "30",
    share: "200",
    surplus: "60",
    services: ["sales"],
    ownVillages: "yes",
  },
  {
    ...job,
    kind: "contract",
    plots: "10",
    plotMu: "0.6",
    maxPlots: "3",
    product: "香菇",
    months: ["10", "11"],
    skills: [],
    fee: "0",
    inputs: "3000",
    yieldJinPerPlot: "1000",
    floorPrice: "3.51",
    payWithinDays: "15",
    years: "3",
  },
];

describe("the form of a further kind", () => {
  const read = (i: number, more = {}) => readPosting(form({ ...further[i], ...more }), 0);
  it("is read in the units of the rules", () => {
    expect(parse(postingInput, read(0))).toMatchObject({
      totalJin: 5000,
      floorFenPerJin: 950,
      payWithinDays: 0,
    });
    expect(parse(postingInput, read(1))).toMatchObject({
      shareFen: 20_000,
      surplusBp: 6000,
      ownVillages: true,
    });
    expect(parse(postingInput, read(2))).toMatchObject({
      plotMu: 0.6,
      floorFenPerJin: 351,
      feeFenPerPlotYear: 0,
    });
  });
  it.each([
    [0, { floorPrice: "" }, { floorPrice: { code: "missing" } }],
    [0, { floorPrice: "0" }, { floorPrice: { code: "too-small", min: 0.01 } }],
    [0, { minJin: "2.5" }, { minJin: { code: "not-whole" } }],
    [1, { share: "-1" }, { share: { code: "too-small", min: 0 } }],
    [1, { services: [] }, { services: { code: "missing" } }],
    [2, { inputs: "很多" }, { inputs: { code: "not-a-number" } }],
  ])("names what is wrong at the field that was typed: %i %o", (i, more, expected) => {
    const problems = () => {
      try {
        return parse(postingInput, read(i, more));
      } catch (error) {
        return isRefusal(error) ? problemsAsTyped(error.fields) : error;
      }
    };
    expect(problems()).toEqual(expected);
  });
  it("says policy's bounds as they are typed", () => {
    const problems = postingProblems(
      parse(postingInput, read(2, { floorPrice: "3" })),
      defaultPolicy,
      "2026-11-23",
    );
    expect(problemsAsTyped(problems)).toEqual({ floorPrice: { code: "plot-loses", min: 3 } });
  });
});

describe("a posting's form", () => {
  it("is read in the units of the rules", () => {
    expect(parse(postingInput, readPosting(form(job), 1_000_000))).toMatchObject({
      title: "春茶采摘工𫖯",
      positions: 40,
      months: [3, 4, 5],
      wageFen: 260_050,
      ageMin: null,
      lodging: false,
    });
  });
  it("takes digits as people type them", () => {
    const read = (wage: string) => readPosting(form({ ...job, wage }), 0);
    expect(read("2600")).toMatchObject({ wageFen: 260_000 });
    expect(read(" 0.29 ")).toMatchObject({ wageFen: 29 });
  });
  it("names what is wrong at the field that was typed, in its unit", () => {
    expect(problems({ wage: "很多" })).toEqual({ wage: { code: "not-a-number" } });
    expect(problems({ wage: "" })).toEqual({ wage: { code: "missing" } });
    expect(problems({ wage: "0" })).toEqual({ wage: { code: "too-small", min: 0.01 } });
    expect(problems({ wage: "1000000000" })).toEqual({ wage: { code: "too-big", max: 100_000 } });
    expect(problems({ positions: "1e9" })).toEqual({ positions: { code: "not-a-number" } });
    expect(problems({ positions: "1000000000" })).toEqual({ positions: { code: "too-big", max: 10_000 } });
    expect(problems({ positions: "2.5" })).toEqual({ positions: { code: "not-whole" } });
    expect(problems({ months: [] })).toEqual({ months: { code: "missing" } });
    expect(problems({ months: ["13", "x"] })).toMatchObject({ months: { code: "too-big", max: 12 } });
    expect(problems({ radiusKm: "0" })).toEqual({ radiusKm: { code: "too-small", min: 0.1 } });
    expect(problems({ closesOn: "2027-02-30" })).toEqual({ closesOn: { code: "bad-date" } });
    expect(problems({ title: "a".repeat(1_000_000) })).toEqual({ title: { code: "too-long", max: 40 } });
    expect(problems({ title: "a\u0000b" })).toEqual({ title: { code: "bad-characters" } });
    expect(Object.keys(problems({ kind: "gold" }))).toEqual(["kind"]);
  });
});
