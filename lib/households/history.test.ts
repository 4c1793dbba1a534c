import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { householdChanges, households } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { aHousehold, aVillage, people, testDay } from "@/lib/applications/testing";
import { editHousehold } from "@/lib/households/edit";
import { getHistory } from "@/lib/households/history";
import { loadWhole } from "@/lib/households/load";
import { editMember } from "@/lib/households/members";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { aUser } from "@/lib/users/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const about = async (code: string) => ({
  version: (await loadWhole(db, [code])).get(code)!.version,
  happenedOn: testDay,
  why: "走访核实",
});

it("is not to be rewritten: rows can only be sealed anew", async () => {
  const home = await aHousehold();
  const { village } = await people(home);
  await editHousehold(village, home.code, await about(home.code), { wishNote: "x" }, testDay);
  const row = eq(householdChanges.householdCode, home.code);
  await expect(tx((w) => w.delete(householdChanges).where(row))).rejects.toThrow();
  await expect(tx((w) => w.update(householdChanges).set({ why: "y" }).where(row))).rejects.toThrow();
  await tx((w) => w.update(householdChanges).set({ changesSealed: "g1.test.AAAA" }).where(row));
});

it("is read within scope, masked, logged, without health outside a case", async () => {
  const home = await aHousehold();
  const who = await people(home);
  const [, wife = ""] = home.memberIds;
  await editMember(
    who.village,
    home.code,
    wife,
    await about(home.code),
    { health: ["chronic"], idNumber: inventedIdNumber("1985-06-01", 998) },
    testDay,
  );
  await editHousehold(who.village, home.code, await about(home.code), { phone: "14455556666" }, testDay);
  const seen = async (asker: Asker) => JSON.stringify(await getHistory(asker, home.code));
  for (const asker of [who.village, who.household, who.town, who.county, who.auditor])
    expect(await seen(asker), asker.role).not.toMatch(/69\d{15}[\dX]/);
  expect(await seen(who.village)).toMatch(/14455556666.*chronic/);
  expect(await seen(who.county)).toMatch(/144\*{4}6666/);
  for (const asker of [who.county, who.auditor]) expect(await seen(asker)).not.toContain("chronic");
  expect(await seen(who.auditor)).not.toContain("赵测1");
  const stranger = await aUser({ role: "village", divisionScope: await aVillage() });
  await expect(getHistory(stranger, home.code)).rejects.toMatchObject({ code: "not-found" });
  const [row] = await db.select().from(households).where(eq(households.code, home.code));
  expect(row?.version).toBe(3);
});
