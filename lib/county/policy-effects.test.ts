import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import { households } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { aHousehold, anEnterprise, aPosting, testDay } from "@/lib/applications/testing";
import { addDays } from "@/lib/clock/clock";
import { policyEffects } from "@/lib/county/policy-effects";
import { forgetCounty } from "@/lib/matching/queries/current";
import { isRefusal } from "@/lib/refusal/refusal";

const officer = { ...publicAsker, role: "county" as const, userId: "U", divisionScope: "610724" };

let close = async () => {};
let posting: { id: string };
beforeAll(async () => {
  close = await openTestDatabase();
  forgetCounty();
  const enterprise = await anEnterprise();
  posting = await aPosting({ enterprise, capacity: 1 });
  for (let i = 0; i < 4; i++) await aHousehold({ village: enterprise.village, members: 1 + i });
  await tx(async () => {});
});
afterAll(() => close());

describe("what a policy value would change", () => {
  it("says nothing moves when the value is the one that holds", async () => {
    const effects = await policyEffects(
      officer,
      "weights.job",
      { labor: 0.5, land: 0, distance: 0.3, need: 0.2 },
      testDay,
    );
    expect(effects).toMatchObject({ kind: "ranking", postings: 1, changed: 0, entering: 0, leaving: 0 });
  });

  it("names the postings that would pay too little, and only those", async () => {
    const below = await policyEffects(officer, "wage.floorMonthFen", 10_000_000, testDay);
    expect(below).toMatchObject({ kind: "floor", below: 1, most: [{ id: posting.id }] });
    expect(await policyEffects(officer, "wage.floorMonthFen", 100, testDay)).toMatchObject({
      below: 0,
      most: [],
    });
    expect(await policyEffects(officer, "wage.floorDayFen", 10_000_000, testDay)).toMatchObject({
      below: 0,
    });
  });

  it("names shares whose second dividend would be too low", async () => {
    const enterprise = await anEnterprise();
    const shares = await aPosting({ enterprise, kind: "equity" });
    const of = (value: number) => policyEffects(officer, "equity.secondBp", value, testDay);
    expect(await of(201)).toMatchObject({ kind: "floor", below: 1, most: [{ id: shares.id }] });
    expect(await of(200)).toMatchObject({ kind: "floor", below: 0 });
  });

  it("counts the whole county for whoever asks, and names only what lies in the asker's area", async () => {
    const enterprise = await anEnterprise();
    const { village } = enterprise;
    // Poorest of all, and farthest off.
    const { code } = await aHousehold({ village, incomePerPersonFen: 0 });
    await tx((w) => w.update(households).set({ lat: 33.4, lon: 107.76 }).where(eq(households.code, code)));
    const there = await aPosting({ enterprise, capacity: 1 });
    const whole = await policyEffects(officer, "wage.floorMonthFen", 10_000_000, testDay);
    expect(whole).toMatchObject({ kind: "floor", below: 2, elsewhere: 0 });
    const weights = { labor: 0, land: 0, distance: 0, need: 1 };
    const moved = await policyEffects(officer, "weights.job", weights, testDay);
    if (moved.kind !== "ranking") throw new Error("not counted");
    expect(moved.changed).toBeGreaterThan(0);
    for (const role of ["county", "admin"] as const) {
      const here = { ...officer, role, divisionScope: village.slice(0, 9) };
      const some = await policyEffects(here, "wage.floorMonthFen", 10_000_000, testDay);
      expect(some).toMatchObject({ below: 2, elsewhere: 1, most: [{ id: there.id }] });
      const nobody = { ...officer, role, divisionScope: null };
      const none = await policyEffects(nobody, "weights.job", weights, testDay);
      expect(none).toEqual({ ...moved, most: [], elsewhere: moved.changed });
    }
    const tiers = await policyEffects({ ...officer, divisionScope: "610725" }, "tiers.a", 99, testDay);
    if (tiers.kind !== "tiers") throw new Error("not counted");
    expect(tiers.matches.down).toBeGreaterThan(0);
    expect(tiers.most).toEqual([]);
    expect(tiers.elsewhere).toBeGreaterThan(0);
  });

  it("counts the postings that another clock would find silent", async () => {
    const enterprise = await anEnterprise();
    await aPosting({ enterprise, heardOn: addDays(testDay, -40) });
    const of = (value: number) => policyEffects(officer, "posting.staleDays", value, testDay);
    const [now, soon] = [await of(90), await of(50)];
    if (now.kind !== "silent" || soon.kind !== "silent") throw new Error("not counted");
    // Warned a fortnight before: at 50 days, 40 are enough.
    expect(soon.after).toBe(soon.before + 1);
    expect(now.after).toBe(now.before);
  });

  it("knows what only holds for what begins later", async () => {
    expect(await policyEffects(officer, "agreement.jobYears", 2, testDay)).toEqual({ kind: "forward" });
  });

  it("is told to who proposes or applies values, and nobody else", async () => {
    for (const role of [...roles, "public"] as const) {
      const concerned = grantOf(role, "policy", "write") ?? grantOf(role, "policy", "decide");
      const answer = await policyEffects({ ...officer, role }, "tiers.a", 60, testDay).catch(
        (error) => error,
      );
      expect(isRefusal(answer), role).toBe(!concerned);
    }
  });
});
