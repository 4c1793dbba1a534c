import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { writeDivisions } from "@/lib/divisions/commands";
import { countyCode, parseDivisions, townCodeOf } from "@/lib/divisions/divisions";
import { readDivisions, readOutlines } from "@/lib/divisions/files";
import { listTowns, listVillages, scopeName, villageByCode } from "@/lib/divisions/queries";
import { pinyinKey } from "@/lib/i18n/pinyin";

const rows = readDivisions();
const count = (kind: string) => rows.filter((row) => row.kind === kind).length;

describe("the county's divisions", () => {
  it("are one county, 17 towns, 179 villages and 36 communities, each inside its parent", () => {
    expect(["county", "subdistrict", "town", "village", "community"].map(count)).toEqual([1, 2, 15, 179, 36]);
    const codes = new Set(rows.map((row) => row.code));
    expect(codes.size).toBe(233);
    for (const row of rows.slice(1)) {
      expect(codes.has(row.parentCode ?? ""), row.code).toBe(true);
      expect(row.parentCode).toBe(row.code === townCodeOf(row.code) ? countyCode : townCodeOf(row.code));
    }
  });

  it("stand inside the county's outline", () => {
    const { ring } = readOutlines().county;
    const isInside = (lon: number, lat: number) =>
      ring.slice(1).reduce((inside, [x2, y2], i) => {
        const [x1, y1] = ring[i] ?? [0, 0];
        const crosses = y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1;
        return crosses ? !inside : inside;
      }, false);
    expect(rows.filter((row) => !isInside(row.lon, row.lat)).map((row) => row.name)).toEqual([]);
  });

  it("have outlines that wind clockwise, one for the county and one for each town", () => {
    const { county, towns } = readOutlines();
    expect(towns.map((town) => town.code).sort()).toEqual(
      rows.filter((row) => row.kind === "town" || row.kind === "subdistrict").map((row) => row.code),
    );
    for (const { ring, name } of [county, ...towns]) {
      const twiceArea = ring
        .slice(1)
        .reduce((sum, [x2, y2], i) => sum + (ring[i]?.[0] ?? 0) * y2 - x2 * (ring[i]?.[1] ?? 0), 0);
      expect(twiceArea, name).toBeLessThan(0);
      expect(ring[0]).toEqual(ring.at(-1));
    }
  });

  it("are refused by line when a row does not fit", () => {
    const head = "code,name,kind,parent_code,lat,lon,coord_source,accuracy_km,official_name";
    expect(() => parseDivisions(`${head}\n61072400100,城北,town,610724000000,1,2,x,1,y`)).toThrow("line 2");
    expect(() => parseDivisions("a,b\n1,2")).toThrow("columns");
  });
});

describe("the lists of places", () => {
  let close = async () => {};
  beforeAll(async () => {
    close = await openTestDatabase();
    await tx((w) => writeDivisions(w, rows));
  });
  afterAll(() => close());
  const scoped = (divisionScope: string) => ({ ...publicAsker, role: "village" as const, divisionScope });

  it("hold every town and village, or those of a scope", async () => {
    expect(await listTowns(publicAsker)).toHaveLength(17);
    expect(await listVillages(publicAsker)).toHaveLength(215);
    expect(await listVillages(publicAsker, { mine: true })).toHaveLength(215);
    const village = scoped("610724105201");
    expect((await listTowns(village, { mine: true })).map((t) => t.name)).toEqual(["桑园镇"]);
    expect((await listVillages(village, { mine: true })).map((v) => v.code)).toEqual(["610724105201"]);
    expect(await listVillages(village)).toHaveLength(215);
    const town = scoped("610724105");
    const ofTown = await listVillages(town, { mine: true });
    expect(ofTown).toEqual(await listVillages(publicAsker, { town: "610724105000" }));
    expect(ofTown.every((v) => v.townName === "桑园镇")).toBe(true);
  });

  it("are found by name, pinyin, initials and code, and never by wildcards", async () => {
    const names = async (q: string) => (await listVillages(publicAsker, { q })).map((v) => v.name);
    expect(await names("回龙")).toEqual(["回龙村", "回龙村"]);
    expect(await names("hui long")).toEqual(["回龙村", "回龙村"]);
    expect(await names("HLC")).toContain("回龙村");
    expect((await names("sangyuan")).length).toBeGreaterThan(3);
    expect(await names("610724105201")).toHaveLength(1);
    expect(await names("61072410520")).not.toEqual([]);
    expect(await names("%")).toEqual([]);
    expect(await names("_")).toEqual([]);
    expect(await names("'; drop table divisions; --")).toEqual([]);
  });

  it("name one place", async () => {
    expect(await villageByCode("610724116209")).toMatchObject({ name: "回龙村", townName: "骆家坝镇" });
    expect(await villageByCode("610724116000")).toBeNull();
    expect(await scopeName("610724")).toBe("西乡县");
    expect(await scopeName("610724116")).toBe("骆家坝镇");
    expect(await scopeName("610724116209")).toBe("骆家坝镇 回龙村");
    expect(await scopeName("610799")).toBeNull();
  });
});

it("pinyin keys read surnames as surnames and keep what they do not know", () => {
  expect(pinyinKey("单长福", "person")).toBe("shanchangfu scf");
  expect(pinyinKey("张𫖯", "person")).toBe("zhangfu zf");
  expect(pinyinKey("吕绿", "person")).toBe("lvlv ll");
  expect(pinyinKey("西乡A茶厂 2号")).toBe("xixiangachachang2hao xxacc2h");
});
