import { and, eq, or } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, aVillage, people, testDay } from "@/lib/applications/testing";
import { countDuplicates, decideDuplicate, listDuplicates } from "@/lib/households/duplicates";
import { getHistory } from "@/lib/households/history";
import { loadWhole } from "@/lib/households/load";
import { addMember } from "@/lib/households/members";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { aUser } from "@/lib/users/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

let sequence = 100;
/** Two households of a village; into the second comes someone with the name and birth of the first's son. */
async function aPair(given: { name?: string; birth?: string; sameVillage?: boolean } = {}) {
  const village = await aVillage();
  const birth = `19${60 + (sequence++ % 30)}-0${1 + (sequence % 9)}-11`;
  const one = await aHousehold({ village, members: [{}, {}, { birth }] });
  const two = await aHousehold({ village: given.sameVillage === false ? await aVillage() : village });
  const worker = await aUser({ role: "village", divisionScope: two.village });
  const person = {
    name: given.name ?? "赵测2",
    relation: "other",
    sex: "male",
    birth: given.birth ?? birth,
    idNumber: inventedIdNumber(given.birth ?? birth, 2 * sequence + 1),
    health: ["healthy"],
    laborClass: "ordinary",
    education: "junior",
  };
  const about = { version: 1, happenedOn: testDay, why: "补登记" };
  const added = await addMember(worker, two.code, "edited", about, person, testDay);
  const member = one.memberIds[2]!;
  const rows = await db
    .select()
    .from(s.duplicatePairs)
    .where(or(eq(s.duplicatePairs.memberA, added), eq(s.duplicatePairs.memberB, added)));
  return { one, two, member, added, rows, worker };
}

describe("near-doubles", () => {
  it("are found by name and birth, not by a phone or a name alone", async () => {
    const { rows, member, added } = await aPair();
    expect(rows).toHaveLength(1);
    expect([rows[0]?.memberA, rows[0]?.memberB].sort()).toEqual([member, added].sort());
    expect(rows[0]!.memberA < rows[0]!.memberB).toBe(true);
    expect((await aPair({ name: "赵另外" })).rows).toEqual([]);
    expect((await aPair({ birth: "1951-02-03" })).rows).toEqual([]);
  });

  it("are listed to whoever has both within reach, with masked numbers", async () => {
    const { one, worker, rows } = await aPair();
    expect((await listDuplicates(worker)).map((p) => p.id)).toEqual([rows[0]!.id]);
    expect(await countDuplicates(worker)).toBe(1);
    const [pair] = await listDuplicates(worker);
    expect(pair?.samePhone).toBe(true);
    expect(JSON.stringify(pair)).not.toMatch(/69\d{15}[\dX]|1440000/);
    const apart = await aPair({ sameVillage: false });
    const who = await people(apart.one);
    expect(await listDuplicates(apart.worker)).toEqual([]);
    expect((await listDuplicates(who.county)).map((p) => p.id)).toContain(apart.rows[0]!.id);
    const home = await people(one);
    for (const asker of [home.household, home.auditor, home.admin])
      await expect(listDuplicates(asker), asker.role).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      decideDuplicate(apart.worker, apart.rows[0]!.id, { verdict: "different", why: "核实" }, testDay),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a decision", () => {
  it("different people: asked once, with a reason, and never again", async () => {
    const { worker, rows, two } = await aPair();
    const id = rows[0]!.id;
    const decide = (why: string) => decideDuplicate(worker, id, { verdict: "different", why }, testDay);
    await expect(decide(" ")).rejects.toMatchObject({ code: "input" });
    await decide("同名同日，不是一人");
    await expect(decide("再来")).rejects.toMatchObject({ code: "not-open" });
    expect(await listDuplicates(worker)).toEqual([]);
    expect((await listDuplicates(worker, { state: "different" })).map((p) => p.why)).toEqual([
      "同名同日，不是一人",
    ]);
    const [note] = await db
      .select()
      .from(s.audit)
      .where(and(eq(s.audit.subjectId, id)));
    expect(note).toMatchObject({ action: "duplicate.different", userId: worker.userId });
    expect(
      (await loadWhole(db, [two.code])).get(two.code)?.record.members.every((m) => m.state === "present"),
    ).toBe(true);
  });

  it("the same: one row goes on, the other stays as merged with its history", async () => {
    const { worker, rows, member, added, one, two } = await aPair();
    const raw = { verdict: "same", keep: member, why: "同一人，两处登记" };
    await decideDuplicate(worker, rows[0]!.id, raw, testDay);
    const gone = (await loadWhole(db, [two.code])).get(two.code)!.record.members.find((m) => m.id === added);
    expect(gone?.state).toBe("merged");
    const { items } = await getHistory(worker, two.code);
    expect(items[0]).toMatchObject({ kind: "merged", otherCode: one.code, why: raw.why });
  });

  it("is refused while the row that would end is in a match", async () => {
    const { worker, rows, member, added, one } = await aPair();
    const who = await people(one);
    await aCase({ state: "final", household: one, who, row: { memberId: member } });
    await expect(
      decideDuplicate(worker, rows[0]!.id, { verdict: "same", keep: added, why: "同一人" }, testDay),
    ).rejects.toMatchObject({ code: "live-matches" });
    expect(await countDuplicates(worker)).toBe(1);
    await decideDuplicate(worker, rows[0]!.id, { verdict: "same", keep: member, why: "同一人" }, testDay);
  });

  it("an only person's household leaves the register with them", async () => {
    const village = await aVillage();
    const birth = "1948-08-08";
    const alone = await aHousehold({ village, members: [{ birth, labor: "none" }] });
    const family = await aHousehold({ village });
    const worker = await aUser({ role: "village", divisionScope: village });
    const about = { version: 1, happenedOn: testDay, why: "补登记" };
    const person = {
      name: "赵测试",
      relation: "father",
      sex: "male",
      birth,
      idNumber: inventedIdNumber(birth, 901),
    };
    const rest = { health: ["chronic"], laborClass: "none", education: "primary" };
    const added = await addMember(worker, family.code, "edited", about, { ...person, ...rest }, testDay);
    const pair = (await listDuplicates(worker)).find((p) => [p.a.id, p.b.id].includes(added))!;
    await decideDuplicate(worker, pair.id, { verdict: "same", keep: added, why: "随儿子生活" }, testDay);
    expect((await loadWhole(db, [alone.code])).get(alone.code)?.record.household).toMatchObject({
      register: "merged",
      mergedInto: family.code,
    });
  });
});
