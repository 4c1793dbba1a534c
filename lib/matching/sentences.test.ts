import { describe, expect, it } from "vitest";
import { locales } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import type { Change } from "@/lib/matching/change";
import { type CountyPosting, refusalRules } from "@/lib/matching/county";
import { rankHouseholds } from "@/lib/matching/rank";
import { reasonsOf } from "@/lib/matching/reasons";
import { match } from "@/lib/matching/score";
import { changeSentence, leftOutSentence, reasonSentence, ruleLabel } from "@/lib/matching/sentences";
import {
  aCounty,
  aHousehold,
  aJob,
  aLand,
  aMember,
  anEquity,
  aParcel,
  testDay,
} from "@/lib/matching/testing";
import { defaultPolicy } from "@/lib/policy/policy";

const zh = dictionary("zh");
const en = dictionary("en");

function said(household: Parameters<typeof aHousehold>[0], posting: CountyPosting): [string, string] {
  const one = aHousehold(household);
  const answer = match(one, posting, defaultPolicy, testDay);
  if ("leftOut" in answer)
    return [leftOutSentence(zh, "zh", answer.leftOut), leftOutSentence(en, "en", answer.leftOut)];
  const reasons = reasonsOf(one, posting, answer, defaultPolicy, testDay);
  return [reasonSentence(zh, "zh", reasons), reasonSentence(en, "en", reasons)];
}

describe("reasons as sentences", () => {
  it("says a job's in words for the village", () => {
    const near = { point: { lat: 33 + 3.2 / 1.4 / 111.19508, lon: 107.8 } };
    const tea = aJob({ skills: ["tea-picking"] });
    expect(said(near, tea)).toEqual([
      "离基地 3.2 公里；有 1 名普通劳动力，采茶季空闲；家里还没有产业项目。",
      "3.2 km from the base; 1 × ordinary worker, free in the tea season; no project in the household yet.",
    ]);
    const members = [aMember({ laborClass: "skilled", skills: ["sewing"], boundMonths: 1 })];
    const job = aJob({ months: 4095, skills: ["sewing"], lodging: true });
    expect(said({ members, liveProjects: 1, ...near }, job)[0]).toBe(
      "离基地 3.2 公里，管住宿；有 1 名技能劳动力，2–12月空闲；会缝纫；已有 1 个产业项目。",
    );
  });
  it("says land's and shares'", () => {
    const members = [aMember({ laborClass: "none" })];
    const land = said(
      { members, parcels: [aParcel({ areaMu100: 320 })], incomePerPersonFen: 245_600 },
      aLand(),
    );
    expect(land[0]).toBe(
      "基地就在本村；有 3.2 亩茶园可流转；家里没有空闲劳动力；家里还没有产业项目；人均收入比标准低 20%。",
    );
    expect(land[1]).toMatch(/^The base is in the same village; 3.2 mu of /);
    const equity = said({ members, persons: 2, parcels: [aParcel({ areaMu100: 80 })] }, anEquity());
    expect(equity[0]).toBe(
      "基地就在本村；还有 2 人没有配股；家里没有空闲劳动力；人均土地 0.4 亩；家里还没有产业项目。",
    );
  });
  it("says the rule that refuses, with its numbers", () => {
    expect(said({}, aJob({ work: "skilled" }))[0]).toBe("要技能劳动力，家里没有。");
    expect(said({}, aJob({ ageMin: 60 }))[0]).toBe("不满 60 岁。");
    expect(said({}, aJob({ ageMin: 18, ageMax: 25 }))[0]).toBe("年龄不在 18–25 岁之间。");
    expect(said({ parcels: [aParcel({ areaMu100: 80 })] }, aLand())).toEqual([
      "可流转 0.8 亩，不足 1 亩。",
      "0.8 mu on offer, less than 1 mu.",
    ]);
  });
  it("says every change", () => {
    const changes: (Change | null)[] = [
      { unit: "months", by: 1, share: 0.1 },
      { unit: "km", byKm: 1.23, toKm: 3, share: 0.1 },
      { unit: "mu", byMu100: 50, toMu100: 150, share: 0.1 },
      null,
    ];
    expect(changes.map((c) => changeSentence(zh, "zh", c))).toEqual([
      "用工季再多空闲 1 个月，就能排上。",
      "再近 1.2 公里，就能排上。",
      "再多提供 0.5 亩，就能排上。",
      "只改一项还排不上。",
    ]);
    expect(changeSentence(en, "en", changes[0]!)).toBe("1 more free month of the season would bring it in.");
  });
  it("has a sentence for whatever a county brings, none longer than can be read aloud", () => {
    const county = aCounty({ seed: 9, households: 300, postings: 40 });
    const rules = new Set<string>();
    for (const posting of county.postings) {
      for (const row of rankHouseholds(posting, county, defaultPolicy, testDay, { limit: 30 })) {
        const reasons = reasonsOf(row.household, posting, row, defaultPolicy, testDay);
        expect(reasonSentence(zh, "zh", reasons).length).toBeLessThan(110);
        expect(reasonSentence(en, "en", reasons)).not.toMatch(/undefined|NaN|[\u3400-\u9fff]/);
      }
      for (const household of county.households) {
        const answer = match(household, posting, defaultPolicy, testDay);
        if (!("leftOut" in answer)) continue;
        rules.add(answer.leftOut.rule);
        for (const locale of locales)
          expect(leftOutSentence(dictionary(locale), locale, answer.leftOut)).not.toMatch(/undefined|NaN/);
      }
    }
    expect(rules.size).toBeGreaterThan(9);
    for (const rule of refusalRules) expect(ruleLabel(zh, rule)).toBeTruthy();
  });
});
