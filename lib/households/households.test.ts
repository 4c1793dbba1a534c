import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { audit } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aVillage, people } from "@/lib/applications/testing";
import { maskName } from "@/lib/households/names";
import { countHouseholds, listHouseholds, namesOf } from "@/lib/households/queries";
import { getHousehold, revealIdNumber } from "@/lib/households/record";
import { aUser } from "@/lib/users/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

it.each([
  ["张三", "张*"],
  ["张小三", "张*三"],
  ["欧阳小三", "欧**三"],
  ["买买提·吐尔逊", "买*****逊"],
  ["𫖯", "𫖯*"],
  ["王𫖯", "王*"],
  ["王𫖯三", "王*三"],
  [" 王三 ", "王*"],
])("%s is masked as %s", (name, masked) => expect(maskName(name)).toBe(masked));

const codesOf = async (asker: Asker, filter = {}) =>
  (await listHouseholds(asker, { limit: 200, ...filter })).items.map((h) => h.code);

describe("the list", () => {
  it("holds what lies in the asker's reach, by whole digits of the division", async () => {
    const home = await aHousehold();
    const neighbour = await aHousehold({ village: home.village });
    const far = await aHousehold();
    const who = await people(home);
    expect(await codesOf(who.household)).toEqual([home.code]);
    expect(await codesOf(who.village)).toEqual([home.code, neighbour.code].sort());
    for (const asker of [who.town, who.village]) expect(await codesOf(asker)).not.toContain(far.code);
    for (const asker of [who.county, who.auditor]) expect(await codesOf(asker)).toContain(far.code);
    expect(await codesOf(await aUser({ role: "county", divisionScope: "610725" }))).toEqual([]);
    const firm = await anEnterprise();
    for (const asker of [firm.user, who.admin])
      await expect(listHouseholds(asker)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listHouseholds(publicAsker)).rejects.toMatchObject({ code: "sign-in-needed" });
  });

  it("finds by name, pinyin and code; what the user types is never a pattern", async () => {
    const village = await aVillage();
    const worker = await aUser({ role: "village", divisionScope: village });
    const home = await aHousehold({ village, headName: "王100%_\\" });
    await aHousehold({ village, headName: "李四" });
    for (const q of ["100%", "%_", "\\", "王", home.code.slice(0, 8)])
      expect(await codesOf(worker, { q }), q).toContain(home.code);
    for (const q of ["%四%", "_四", "' or 1=1 --", "𫖯"]) expect(await codesOf(worker, { q }), q).toEqual([]);
    expect(await codesOf(worker, { q: "zhaoce" })).toHaveLength(2);
  });

  it("tells who has a live project, and who could work or let land", async () => {
    const village = await aVillage();
    const worker = await aUser({ role: "village", divisionScope: village });
    const covered = await aHousehold({ village });
    await aCase({ state: "final", household: covered });
    const approved = await aHousehold({ village, members: [{ labor: "none" }], parcels: [{}] });
    await aCase({ state: "approved", household: approved });
    expect(await codesOf(worker, { covered: true })).toEqual([covered.code]);
    expect(await codesOf(worker, { covered: false })).toEqual([approved.code]);
    expect(await codesOf(worker, { able: true })).toEqual([covered.code]);
    expect(await codesOf(worker, { idle: true })).toEqual([approved.code]);
    expect(await countHouseholds(worker)).toMatchObject({ all: 2, uncovered: 1 });
  });

  it("masks names for the auditor, whole and by code", async () => {
    const home = await aHousehold({ headName: "独孤不悔" });
    const { auditor, county, village } = await people(home);
    const row = (await listHouseholds(auditor, { village: home.village })).items[0];
    expect(row?.headName).toBe("独**悔");
    expect((await namesOf(auditor, [home.code])).get(home.code)?.headName).toBe("独**悔");
    expect((await namesOf(county, [home.code])).get(home.code)?.headName).toBe("独孤不悔");
    // Nor are they guessed by looking for them; a code finds.
    for (const q of ["独孤不悔", "悔", "孤"]) expect(await codesOf(auditor, { q })).toEqual([]);
    expect(await codesOf(auditor, { q: home.code })).toEqual([home.code]);
    expect(await codesOf(county, { q: "独孤不悔" })).toContain(home.code);
    const other = await aHousehold();
    expect((await namesOf(village, [home.code, other.code])).size).toBe(1);
  });
});

describe("the record", () => {
  const shownTo = async (asker: Asker, code: string) =>
    (await getHousehold(asker, code)) as Record<string, unknown>;
  const home = () =>
    aHousehold({ phone: "14498765432", health: ["chronic"], incomePerPersonFen: 123_456, parcels: [{}] });

  it("shows each role what the table grants, and no ID number whole to anyone", async () => {
    const household = await home();
    const who = await people(household);
    const seen = {
      household: await shownTo(who.household, household.code),
      village: await shownTo(who.village, household.code),
      town: await shownTo(who.town, household.code),
      county: await shownTo(who.county, household.code),
      auditor: await shownTo(who.auditor, household.code),
    };
    for (const [role, record] of Object.entries(seen))
      expect(JSON.stringify(record), role).not.toMatch(/69\d{15}[\dX]/);
    expect([seen.household.phone, seen.village.phone]).toEqual(["14498765432", "14498765432"]);
    for (const role of ["town", "county"] as const) expect(seen[role].phone).toMatch(/^144\*+\d{2,4}$/);
    expect("phone" in seen.auditor).toBe(false);
    const sick = Object.entries(seen).filter(([, record]) => JSON.stringify(record).includes("chronic"));
    expect(sick.map(([role]) => role)).toEqual(["household", "village", "town"]);
    const poor = Object.entries(seen).filter(([, record]) => "incomePerPersonFen" in record);
    expect(poor.map(([role]) => role)).toEqual(["household", "village", "town"]);
    expect(
      Object.entries(seen)
        .filter(([, r]) => "address" in r)
        .map(([role]) => role),
    ).toEqual(["household", "village"]);
    expect(JSON.stringify(seen.auditor)).not.toMatch(/赵测试|laborClass|areaMu100/);
  });

  it("opens health and income to the county inside a case only, and logs each reading of staff", async () => {
    const household = await home();
    const who = await people(household);
    const logged = async () =>
      (await db.select().from(audit).where(eq(audit.subjectId, household.code))).map((row) => row.action);
    expect("cause" in (await shownTo(who.county, household.code))).toBe(false);
    expect(await logged()).toEqual(["household.read"]);
    await aCase({ state: "applied", household, who });
    expect("cause" in (await shownTo(who.county, household.code))).toBe(true);
    expect(await logged()).toEqual(["household.read", "household.read-case"]);
    await shownTo(who.household, household.code);
    expect(await logged()).toHaveLength(2);
  });

  it("is not there for those outside, missing or not", async () => {
    const household = await home();
    const other = await people(await aHousehold());
    const firm = await anEnterprise();
    for (const asker of [other.household, other.village, firm.user, publicAsker, other.admin]) {
      await expect(getHousehold(asker, household.code), asker.role).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(getHousehold(asker, "none"), asker.role).rejects.toMatchObject({ code: "not-found" });
    }
  });

  it("shows one ID number whole for a reason, which stays in the log; the number does not", async () => {
    const household = await home();
    const who = await people(household);
    const member = household.memberIds[0]!;
    await expect(revealIdNumber(who.village, household.code, member, " ")).rejects.toMatchObject({
      code: "input",
    });
    await expect(revealIdNumber(who.auditor, household.code, member, "核对")).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(revealIdNumber(who.village, household.code, "none", "核对")).rejects.toMatchObject({
      code: "not-found",
    });
    const idNumber = await revealIdNumber(who.village, household.code, member, "办理社保");
    expect(idNumber).toMatch(/^69\d{15}[\dX]$/);
    const rows = await db.select().from(audit).where(eq(audit.subjectId, member));
    expect(rows).toMatchObject([
      { action: "household.reveal-id", why: "办理社保", householdCode: household.code },
    ]);
    expect(JSON.stringify(rows)).not.toContain(idNumber);
  });
});
