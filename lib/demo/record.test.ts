import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { duplicatePairs, householdChanges, households, members } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemAsker } from "@/lib/access/asker";
import { demoVillages } from "@/lib/demo/places";
import { seedDemo } from "@/lib/demo/seed";
import { listDuplicates } from "@/lib/households/duplicates";
import { getHistory } from "@/lib/households/history";
import { loadWhole } from "@/lib/households/load";
import { householdProblems } from "@/lib/households/rules";
import type { WholeRecord } from "@/lib/households/whole";
import { aUser } from "@/lib/users/testing";

let close: () => Promise<void>;
let records: WholeRecord[];
const today = "2026-11-23";
beforeAll(async () => {
  close = await openTestDatabase();
  await seedDemo({ scale: 0.02, seed: 1, today });
  const codes = (await db.select({ code: households.code }).from(households)).map(({ code }) => code);
  records = [...(await loadWhole(db, codes)).values()].map(({ record }) => record);
}, 60_000);
afterAll(() => close());

describe("the demo's records", () => {
  it("are in order by the counties' own checks, but for gaps worth a look", () => {
    const problems = records.flatMap((record) => householdProblems(record, { today, world: "demo" }));
    expect(problems.filter((p) => p.level === "error")).toEqual([]);
    expect(new Set(problems.map((p) => p.code))).toContain("insurance-missing");
    expect(problems.length).toBeLessThan(records.length * 0.4);
  });

  it("add up: income by kind to net, net to the register's figure; land to its plots", () => {
    expect(records.filter((r) => r.incomes.length > 0).length).toBeGreaterThan(records.length * 0.9);
    for (const { household: h, members: people, incomes, parcels } of records) {
      for (const i of incomes) {
        const receipts =
          (i.wagesFen ?? 0) + (i.productionFen ?? 0) + (i.propertyFen ?? 0) + (i.transferFen ?? 0);
        expect(receipts - (i.costFen ?? 0)).toBe(i.netFen);
        expect(i.perPersonFen).toBe(h.incomePerPersonFen);
        expect(i.netFen).toBe((i.perPersonFen ?? 0) * people.length);
        for (const fen of [i.wagesFen, i.productionFen, i.propertyFen, i.transferFen, i.costFen])
          expect(fen).toBeGreaterThanOrEqual(0);
      }
      const paddy = parcels.filter((p) => p.kind === "paddy").reduce((sum, p) => sum + p.areaMu100, 0);
      expect(h.paddyMu100).toBe(paddy);
    }
  });

  it("have a past in the demo villages, each change with its version, told to whoever may read it", async () => {
    const rows = await db.select().from(householdChanges);
    expect(rows.length).toBeGreaterThan(3);
    const code = rows[0]!.householdCode;
    const { items } = await getHistory(systemAsker, code);
    const stored = (await loadWhole(db, [code])).get(code)!;
    expect(items[0]?.changes.length).toBeGreaterThan(0);
    expect(stored.version).toBe(items.length + 1);
    for (const { by } of items) expect(by).not.toBeNull();
  });

  it("hold a few people who may be one: two pairs in a village, one across", async () => {
    const village = await aUser({ role: "village", divisionScope: demoVillages.village });
    const county = await aUser({ role: "county", divisionScope: "610724" });
    const [own, all] = [await listDuplicates(village), await listDuplicates(county)];
    expect(all.length).toBeGreaterThan(own.length);
    expect(await db.$count(duplicatePairs)).toBe(all.length);
    for (const { a, b } of all) expect([a.name, a.birth]).toEqual([b.name, b.birth]);
    expect(await db.$count(members)).toBe(records.reduce((sum, r) => sum + r.members.length, 0));
  });
});
