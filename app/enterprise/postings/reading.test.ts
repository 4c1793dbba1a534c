import { describe, expect, it } from "vitest";
import { problemsAsTyped, readPosting } from "@/app/enterprise/postings/reading";
import { postingInput } from "@/lib/postings/input";
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
