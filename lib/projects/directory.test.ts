import { describe, expect, it } from "vitest";
import { enterpriseKinds, linkKinds, terms } from "@/db/words";
import { pinyinKey } from "@/lib/i18n/pinyin";
import {
  byVillage,
  type Entry,
  type Facet,
  facets,
  find,
  inOrder,
  keysOf,
  reading,
} from "@/lib/projects/directory";

const names = [
  "峡口春茶基地",
  "大河生猪代养",
  "茶镇水产养殖",
  "沙河食用菌大棚",
  "子午天麻种植",
  "杨河樱桃采摘园",
];
const firms = ["秦巴茶业", "牧马河合作社", "禾穗农业", "云岭菌业"];
const industries = ["tea", "livestock", "fishery", "mushroom"];

/** Sixty projects that differ in everything. */
const entries: Entry[] = Array.from({ length: 60 }, (_, i) => {
  const name = `${names[i % names.length]}${i}`;
  const enterpriseName = firms[i % firms.length] as string;
  const entry = {
    id: `P${String(i).padStart(2, "0")}`,
    name,
    pinyin: pinyinKey(name),
    industry: industries[(i * 7) % industries.length] as string,
    term: terms[i % 2] as Entry["term"],
    links: linkKinds.filter((_, k) => (i >> (k % 5)) % 2 === 1),
    enterpriseId: `E${i % firms.length}`,
    enterpriseName,
    enterprisePinyin: pinyinKey(enterpriseName),
    kind: enterpriseKinds[i % enterpriseKinds.length] as Entry["kind"],
    villages: [`61072410${i % 3}20${i % 5}`, `61072410${(i + 1) % 3}20${i % 4}`],
  };
  return { ...entry, keys: keysOf(entry) };
});

const values: Record<Facet, readonly string[]> = {
  town: ["610724100000", "610724101000", "610724102000"],
  village: ["610724100200", "610724101201", "610724102203"],
  industry: industries,
  kind: enterpriseKinds,
  term: terms,
  link: linkKinds,
};
const idsOf = (filter: Parameters<typeof find>[1]) => find(entries, filter).found.map(({ id }) => id);

describe("finding", () => {
  it.each([
    ["峡口", (e: Entry) => e.name.includes("峡口")],
    ["xiakou", (e: Entry) => e.name.includes("峡口")],
    ["XKCC", (e: Entry) => e.name.includes("峡口")],
    ["牧马河", (e: Entry) => e.enterpriseName.includes("牧马河")],
    ["mmh", (e: Entry) => e.enterpriseName.includes("牧马河")],
    ["yingtao", (e: Entry) => e.name.includes("樱桃")],
    ["", () => true],
  ])("%j as going through all by hand", (q, says) => {
    expect(reading(entries, q)).toEqual(entries.filter(says));
  });
  it("the keys asked first let through all that reads as what was typed", () => {
    for (const q of ["cha", "ch", "sy", "shiyongjun", "n", "大", "茶1", "an"]) {
      const all = reading(
        entries.map((e) => ({ ...e, keys: q })),
        q,
      );
      expect(
        reading(entries, q).map(({ id }) => id),
        q,
      ).toEqual(all.map(({ id }) => id));
    }
  });
});

describe("the counts beside the filters", () => {
  it("say what each value would find, the others staying as they are", () => {
    const filters = [
      {},
      { industry: "tea" },
      { term: "short", link: "land" },
      { kind: "park", town: "610724101000" },
      { q: "cha", industry: "tea", term: "long" },
      { industry: "gold" },
    ] as const;
    for (const filter of filters) {
      const { counts } = find(entries, filter);
      for (const facet of facets)
        for (const value of values[facet])
          expect(counts[facet][value] ?? 0, `${JSON.stringify(filter)} ${facet}=${value}`).toBe(
            idsOf({ ...filter, [facet]: value }).length,
          );
    }
  });
});

it("counts another town's projects without the village that is on, which is not in it", () => {
  const { counts } = find(entries, { town: "610724100000", village: "610724100200", term: "long" });
  for (const town of values.town)
    expect(counts.town[town] ?? 0, town).toBe(idsOf({ town, term: "long" }).length);
  for (const village of values.village.slice(0, 1))
    expect(counts.village[village]).toBe(idsOf({ town: "610724100000", village, term: "long" }).length);
});

it("narrows by village and enterprise", () => {
  expect(idsOf({ village: "610724100200" })).toEqual(
    entries.filter((e) => e.villages.includes("610724100200")).map(({ id }) => id),
  );
  expect(idsOf({ enterpriseId: "E1" })).toHaveLength(15);
  expect(idsOf({ town: "610724101" })).toEqual(idsOf({ town: "610724101000" }));
});

it("stands by industry in the county's order, then by pinyin", () => {
  const ordered = inOrder(entries, ["mushroom", "tea"]);
  const blocks = ordered.map((e) => e.industry).filter((code, i, all) => code !== all[i - 1]);
  expect(blocks.slice(0, 2)).toEqual(["mushroom", "tea"]);
  const tea = ordered.filter((e) => e.industry === "tea").map((e) => e.pinyin);
  expect(tea).toEqual([...tea].sort());
  expect(new Set(ordered.map(({ id }) => id)).size).toBe(60);
});

it("counts the projects of each village", () => {
  const counts = byVillage(entries);
  expect(counts.get("610724100200")).toBe(entries.filter((e) => e.villages.includes("610724100200")).length);
  expect([...counts.values()].reduce((a, b) => a + b, 0)).toBe(
    entries.reduce((sum, e) => sum + e.villages.length, 0),
  );
});
