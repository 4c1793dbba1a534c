import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { householdChanges, parcels } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { aHousehold, people, testDay } from "@/lib/applications/testing";
import { loadWhole } from "@/lib/households/load";
import { quickEdit, quickField } from "@/lib/households/quick";

beforeAll(async () => {
  await openTestDatabase();
});

const stored = async (code: string) => (await loadWhole(db, [code])).get(code)!;
const about = { version: 1, happenedOn: testDay, why: "入户核实" };

async function aHome() {
  const home = await aHousehold({ members: 2, parcels: [{}, {}] });
  const [own = "", idle = ""] = home.parcelIds;
  await tx((w) => w.update(parcels).set({ use: "own-use" }).where(eq(parcels.id, own)));
  const [head = "", other = ""] = home.memberIds;
  return { code: home.code, own, idle, head, other, who: await people(home) };
}

describe("the quick edit", () => {
  it("changes several parts at once: one version, one line of the history; what is not named stays", async () => {
    const { code, own, idle, head, other, who } = await aHome();
    const before = (await stored(code)).record;
    const raw = {
      phone: "144 0000 8888",
      wishKinds: ["job"],
      [`laborClass-${head}`]: "skilled",
      [`workPlace-${other}`]: "in-province",
      [`workMonths-${other}`]: 8,
      offered: [own, idle, "no-such-plot"],
    };
    await quickEdit(who.village, code, about, raw, testDay);
    const { record, version } = await stored(code);
    expect(version).toBe(2);
    expect(record.household).toEqual({ ...before.household, phone: "14400008888", wishKinds: ["job"] });
    const memberOf = (id: string) => record.members.find((m) => m.id === id);
    expect(memberOf(head)).toMatchObject({ laborClass: "skilled" });
    expect(memberOf(other)).toMatchObject({ workPlace: "in-province", workMonths: 8 });
    // Idle land is on offer anyway: the mark is for what the household still tills.
    const was = before.parcels.find((p) => p.id === idle);
    expect(record.parcels.find((p) => p.id === own)?.offered).toBe(true);
    expect(record.parcels.find((p) => p.id === idle)).toEqual(was);
    expect(await db.$count(householdChanges, eq(householdChanges.householdCode, code))).toBe(1);
  });

  it("that changes nothing leaves nothing behind, though no wish is ticked", async () => {
    const { code, who } = await aHome();
    const { phone } = (await stored(code)).record.household;
    await quickEdit(who.village, code, about, { phone, wishKinds: [], offered: [] }, testDay);
    expect((await stored(code)).version).toBe(1);
  });

  it("is refused at the field of the member it is about, and then nothing of it is written", async () => {
    const { code, head, other, who } = await aHome();
    const refusal = (raw: object) => quickEdit(who.village, code, about, raw, testDay);
    await expect(
      refusal({ phone: "14400008888", [`workPlace-${other}`]: "in-province" }),
    ).rejects.toMatchObject({
      fields: { [`workMonths-${other}`]: { code: "household-rule", rule: "work-place-and-months" } },
    });
    await expect(refusal({ [`laborClass-${head}`]: null })).rejects.toMatchObject({
      fields: { [`laborClass-${head}`]: { code: "not-in-list" } },
    });
    await expect(refusal({ phone: "12" })).rejects.toMatchObject({
      fields: { phone: { code: "bad-phone" } },
    });
    await expect(refusal({ [`name-${head}`]: "李" })).rejects.toMatchObject({
      fields: { [`name-${head}`]: { code: "unknown-field" } },
    });
    await expect(refusal({ "laborClass-nobody": "weak" })).rejects.toMatchObject({ code: "not-found" });
    expect((await stored(code)).version).toBe(1);
  });

  it("is refused when somebody was faster, and to whoever may not write the record", async () => {
    const { code, who } = await aHome();
    await quickEdit(who.village, code, about, { wishKinds: ["land"] }, testDay);
    const late = { wishKinds: ["job"] };
    await expect(quickEdit(who.village, code, about, late, testDay)).rejects.toMatchObject({
      code: "changed",
    });
    const now = { ...about, version: 2 };
    const foreign = await people(await aHousehold());
    await expect(quickEdit(foreign.village, code, now, late, testDay)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(quickEdit(who.county, code, now, late, testDay)).rejects.toMatchObject({
      code: "forbidden",
    });
    // The household itself writes its wishes, labor and land, and not its phone.
    await expect(
      quickEdit(who.household, code, now, { phone: "14400008888" }, testDay),
    ).rejects.toMatchObject({ code: "forbidden" });
    await quickEdit(who.household, code, now, late, testDay);
    expect((await stored(code)).record.household.wishKinds).toEqual(["job"]);
  });
});

it("a form's name says the field, and whose", () => {
  expect(quickField("phone")).toEqual({ field: "phone" });
  expect(quickField("workPlace-01ABC")).toEqual({ field: "workPlace", member: "01ABC" });
  for (const other of ["status", "name-01ABC", "laborClass-", "laborClass", "constructor"])
    expect(quickField(other)).toBeNull();
});
