import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { publicAsker } from "@/lib/access/asker";
import { aCase } from "@/lib/applications/cases.testing";
import {
  aHousehold,
  anEnterprise,
  aPosting,
  aVillage,
  people,
  type TestHousehold,
  testDay,
} from "@/lib/applications/testing";
import { editHousehold, editIncome, editParcels } from "@/lib/households/edit";
import { recordEvent } from "@/lib/households/events";
import { findByIdNumber } from "@/lib/households/find";
import { getForm } from "@/lib/households/form";
import { getHistory } from "@/lib/households/history";
import { loadWhole } from "@/lib/households/load";
import { addMember, editMember, memberLeaves } from "@/lib/households/members";
import { mergeHouseholds } from "@/lib/households/merge";
import { listHouseholds } from "@/lib/households/queries";
import { registerHousehold } from "@/lib/households/register";
import { splitHousehold } from "@/lib/households/split";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { aUser } from "@/lib/users/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const stored = async (code: string) => (await loadWhole(db, [code])).get(code)!;
const about = async (code: string, given: object = {}) => ({
  version: (await stored(code)).version,
  happenedOn: testDay,
  why: "走访核实",
  ...given,
});
const edit = async (asker: Asker, code: string, raw: object, given?: object) =>
  editHousehold(asker, code, await about(code, given), raw, testDay);
const aPerson = (birth: string, given: object = {}) => ({
  name: "赵小妹",
  relation: "daughter",
  sex: "female",
  birth,
  idNumber: inventedIdNumber(birth, 100 + 2 * Math.floor(Math.random() * 440)),
  health: ["healthy"],
  laborClass: "none",
  schooling: "preschool-age",
  ...given,
});

describe("an edit", () => {
  it("writes what differs, its history sealed, its audit without values", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    await edit(village, home.code, { phone: " 144 0000 7777", helperName: "李帮扶", housingDanger: "c" });
    const { record, version } = await stored(home.code);
    expect(version).toBe(2);
    expect(record.household).toMatchObject({
      phone: "14400007777",
      helperName: "李帮扶",
      housingDanger: "c",
    });
    const [row] = await db
      .select()
      .from(s.householdChanges)
      .where(eq(s.householdChanges.householdCode, home.code));
    expect(row).toMatchObject({
      kind: "edited",
      happenedOn: testDay,
      why: "走访核实",
      changedBy: village.userId,
    });
    const [note] = await db.select().from(s.audit).where(eq(s.audit.action, "household.edited"));
    expect(note).toMatchObject({
      householdCode: home.code,
      after: { version: 2, fields: ["phone", "housingDanger", "helperName"] },
    });
    expect(JSON.stringify([row, note])).not.toContain("1440000");
    const { items } = await getHistory(village, home.code);
    expect(items[0]?.changes).toContainEqual({
      ...{ subject: "household", field: "phone", before: "14400001234", after: "14400007777" },
    });
  });

  it("that changes nothing leaves nothing behind", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    await edit(village, home.code, { phone: "14400001234", helperName: null });
    expect((await stored(home.code)).version).toBe(1);
    expect(await db.$count(s.householdChanges, eq(s.householdChanges.householdCode, home.code))).toBe(0);
  });

  it("is refused when somebody was faster, when it makes an error, and for what only an event changes", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    await edit(village, home.code, { helperName: "李" });
    await expect(edit(village, home.code, { helperName: "王" }, { version: 1 })).rejects.toMatchObject({
      code: "changed",
    });
    await expect(
      edit(village, home.code, { cause: "illness", otherCauses: ["illness"] }),
    ).rejects.toMatchObject({
      fields: { otherCauses: { code: "household-rule", rule: "cause-twice" } },
    });
    await expect(edit(village, home.code, { status: "lifted" })).rejects.toMatchObject({
      fields: { status: { code: "unknown-field" } },
    });
    await expect(edit(village, home.code, { phone: "12" })).rejects.toMatchObject({
      fields: { phone: { code: "bad-phone" } },
    });
    await expect(edit(village, home.code, {}, { why: " " })).rejects.toMatchObject({
      fields: { why: expect.anything() },
    });
    await expect(edit(village, home.code, {}, { happenedOn: "2027-01-01" })).rejects.toMatchObject({
      fields: { happenedOn: { code: "in-the-future" } },
    });
  });

  it("reaches the county index by its mark", async () => {
    const home = await aHousehold({ parcels: [{}] });
    const { village } = await people(home);
    const last = async () => {
      const [row] = await db.select({ seq: sql<number>`max(seq)`.mapWith(Number) }).from(s.countyChanges);
      return row?.seq ?? 0;
    };
    const before = await last();
    await editMember(
      village,
      home.code,
      home.memberIds[0]!,
      await about(home.code),
      { laborClass: "skilled" },
      testDay,
    );
    const marks = await db.select().from(s.countyChanges).where(sql`seq > ${before}`);
    expect(new Set(marks.map((m) => m.householdCode))).toEqual(new Set([home.code]));
  });
});

describe("who may write what", () => {
  it("the village of the household, and no other; the household its labor, land and wishes", async () => {
    const home = await aHousehold({ parcels: [{}] });
    const who = await people(home);
    const firm = await anEnterprise();
    const stranger = await aUser({ role: "village", divisionScope: await aVillage() });
    for (const asker of [who.town, who.county, who.auditor, who.admin, firm.user])
      await expect(edit(asker, home.code, { helperName: "李" }), asker.role).rejects.toMatchObject({
        code: "forbidden",
      });
    await expect(edit(publicAsker, home.code, {})).rejects.toMatchObject({ code: "sign-in-needed" });
    await expect(edit(stranger, home.code, { helperName: "李" })).rejects.toMatchObject({
      code: "not-found",
    });
    await edit(who.household, home.code, {
      wishKinds: ["job", "land"],
      wishPlace: "in-county",
      wishNote: "离家近",
    });
    const [member = "", wife = ""] = home.memberIds;
    const ours = { skills: ["tea-picking"], workPlace: "in-town", workMonths: 3 };
    await editMember(who.household, home.code, wife, await about(home.code), ours, testDay);
    await editParcels(
      who.household,
      home.code,
      await about(home.code),
      [{ id: home.parcelIds[0]!, use: "own-use", offered: true }],
      testDay,
    );
    for (const raw of [{ phone: "14400000002" }, { cause: "illness" }, { helperName: "李" }])
      await expect(edit(who.household, home.code, raw), JSON.stringify(raw)).rejects.toMatchObject({
        code: "forbidden",
      });
    for (const raw of [{ name: "别人" }, { health: ["chronic"] }, { politics: "masses" }])
      await expect(
        editMember(who.household, home.code, member, await about(home.code), raw, testDay),
      ).rejects.toMatchObject({ code: "forbidden" });
    const other = await people(await aHousehold());
    await expect(edit(other.household, home.code, { wishNote: "x" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("income", () => {
  it("is summed up, per person, and the latest year is the household's", async () => {
    const home = await aHousehold({ members: 2 });
    const { village } = await people(home);
    const write = async (year: number, raw: object) =>
      editIncome(village, home.code, await about(home.code), year, raw, testDay);
    await write(2025, { wagesFen: 1_200_000, transferFen: 100_000, costFen: 300_000 });
    await write(2024, { wagesFen: 100_000 });
    const { record } = await stored(home.code);
    expect(record.incomes).toMatchObject([
      { year: 2024, netFen: 100_000, perPersonFen: 50_000 },
      { year: 2025, netFen: 1_000_000, perPersonFen: 500_000 },
    ]);
    expect(record.household.incomePerPersonFen).toBe(500_000);
    await expect(write(2027, {})).rejects.toMatchObject({ fields: { year: { code: "not-in-list" } } });
  });
});

describe("land", () => {
  it("is added, changed, taken off the record, never below what matches hold", async () => {
    const home = await aHousehold({ parcels: [{ areaMu100: 300 }, { areaMu100: 200 }] });
    const who = await people(home);
    const change = async (raw: Parameters<typeof editParcels>[3]) =>
      editParcels(who.village, home.code, await about(home.code), raw, testDay);
    await change([
      { kind: "paddy", use: "own-use", areaMu100: 150 },
      { id: home.parcelIds[1]!, state: "gone" },
    ]);
    expect(
      (await stored(home.code)).record.parcels.map((p) => `${p.kind} ${p.areaMu100} ${p.state}`).sort(),
    ).toEqual(["paddy 150 present", "tea 200 gone", "tea 300 present"]);
    await aCase({
      state: "final",
      household: home,
      who,
      posting: await aPosting({ kind: "land" }),
      size: 250,
      row: { memberId: null },
    });
    const plot = eq(s.parcels.id, home.parcelIds[0]!);
    await tx((w) => w.update(s.parcels).set({ agreedMu100: 250 }).where(plot));
    const refusal = { fields: { [`area-${home.parcelIds[0]}`]: { code: "parcel-agreed", min: 2.5 } } };
    await expect(change([{ id: home.parcelIds[0]!, areaMu100: 249 }])).rejects.toMatchObject(refusal);
    await expect(change([{ id: home.parcelIds[0]!, state: "gone" }])).rejects.toMatchObject(refusal);
    await change([{ id: home.parcelIds[0]!, areaMu100: 250 }]);
    await expect(change([{ kind: "tea" }])).rejects.toMatchObject({
      fields: { "area-new": { code: "missing" } },
    });
  });
});

describe("people come and go", () => {
  it("born, with a day; no one twice", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    const child = aPerson("2026-10-01");
    await expect(
      addMember(village, home.code, "born", await about(home.code), child, testDay),
    ).rejects.toMatchObject({ fields: { happenedOn: { code: "not-same" } } });
    const id = await addMember(
      village,
      home.code,
      "born",
      await about(home.code, { happenedOn: "2026-10-01" }),
      child,
      testDay,
    );
    expect((await stored(home.code)).record.members.find((m) => m.id === id)).toMatchObject({
      name: "赵小妹",
      state: "present",
    });
    const other = await aHousehold({ village: home.village });
    await expect(
      addMember(village, other.code, "edited", await about(other.code), child, testDay),
    ).rejects.toMatchObject({ fields: { idNumber: { code: "registered-already" } } });
  });

  it("comes to another household once they moved out of one: on the register once, in both histories", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    const far = await aHousehold({ village: await aVillage() });
    const there = (await people(far)).village;
    const person = aPerson("1999-05-20", { schooling: null, education: "senior", laborClass: "ordinary" });
    const add = async (asker: Asker, code: string) =>
      addMember(asker, code, "married-in", await about(code), person, testDay);
    const id = await add(village, home.code);
    // Its own village is told the household, another only where.
    const own = await aHousehold({ village: home.village });
    await expect(add(village, own.code)).rejects.toMatchObject({
      fields: { idNumber: { code: "registered-already", household: home.code } },
    });
    const refused = await add(there, far.code).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      fields: { idNumber: { code: "registered-already", place: expect.stringMatching(/.+/) } },
    });
    expect(JSON.stringify(refused)).not.toContain(home.code);
    const leaves = { member: id, kind: "member-moved-out" };
    await memberLeaves(village, home.code, leaves, await about(home.code), testDay);
    await add(there, far.code);
    // And back: the one who left before stays as they left.
    await expect(add(village, home.code)).rejects.toMatchObject({
      fields: { idNumber: { code: "registered-already" } },
    });
    const now = async (code: string) =>
      (await stored(code)).record.members
        .filter((m) => m.idNumber === person.idNumber)
        .map((m) => m.state)
        .sort();
    expect([await now(home.code), await now(far.code)]).toEqual([["moved-out"], ["present"]]);
    const again = (await stored(far.code)).record.members.find((m) => m.idNumber === person.idNumber)!.id;
    await memberLeaves(there, far.code, { ...leaves, member: again }, await about(far.code), testDay);
    expect(await add(village, home.code)).toBe(id);
    expect([await now(home.code), await now(far.code)]).toEqual([["present"], ["moved-out"]]);
    const { items } = await getHistory(village, home.code);
    expect(items.map((item) => item.kind)).toEqual(["married-in", "member-moved-out", "married-in"]);
  });

  it("is found by the ID number within reach, by name whoever they are, and the number is written down nowhere", async () => {
    const home = await aHousehold();
    const { village, county, auditor } = await people(home);
    const stranger = await aUser({ role: "village", divisionScope: await aVillage() });
    const person = aPerson("2001-05-20", {
      name: "欧阳寻",
      schooling: null,
      education: "senior",
      laborClass: "ordinary",
    });
    await addMember(village, home.code, "edited", await about(home.code), person, testDay);
    const typed = ` ${person.idNumber.slice(0, 6)} ${person.idNumber.slice(6).toLowerCase()}`;
    for (const asker of [village, county])
      expect(await findByIdNumber(asker, typed, testDay)).toBe(home.code);
    expect(await findByIdNumber(stranger, typed, testDay)).toBeNull();
    expect(await findByIdNumber(auditor, typed, testDay)).toBeNull();
    expect(await findByIdNumber(village, "690724200105201000", testDay)).toBeNull();
    const notes = await db.select().from(s.audit).where(eq(s.audit.action, "household.find"));
    expect(notes.map((note) => note.householdCode)).toEqual([home.code, home.code]);
    expect(JSON.stringify(notes)).not.toContain(person.idNumber);
    const named = async (asker: Asker) =>
      (await listHouseholds(asker, { q: "阳寻" })).items.map((i) => i.code);
    expect([await named(village), await named(stranger)]).toEqual([[home.code], []]);
    expect((await listHouseholds(auditor, { q: "阳寻" })).items).toEqual([]);
  });

  it("comes from a household that moved away: there they moved out, by no more than that", async () => {
    const gone = await aHousehold();
    const { village } = await people(gone);
    const person = aPerson("1999-06-20", { schooling: null, education: "senior", laborClass: "ordinary" });
    await addMember(village, gone.code, "edited", await about(gone.code), person, testDay);
    await recordEvent(village, gone.code, await about(gone.code), { event: "moved-away" }, testDay);
    const far = await aHousehold({ village: await aVillage() });
    const there = (await people(far)).village;
    await addMember(there, far.code, "married-in", await about(far.code), person, testDay);
    const left = (await stored(gone.code)).record.members.find((m) => m.idNumber === person.idNumber);
    expect(left?.state).toBe("moved-out");
    const [last] = (await getHistory(village, gone.code)).items;
    expect(last).toMatchObject({ kind: "member-moved-out", otherCode: null, why: null });
    expect(last?.changes).toEqual([
      { subject: "member", id: left?.id, field: "state", before: "present", after: "moved-out" },
    ]);
  });

  it("a head who dies leaves the head to another", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    const [head = "", wife = ""] = home.memberIds;
    const die = async (newHead?: string) =>
      memberLeaves(
        village,
        home.code,
        { member: head, kind: "died", newHead },
        await about(home.code),
        testDay,
      );
    await expect(die()).rejects.toMatchObject({ fields: { newHead: { code: "missing" } } });
    await die(wife);
    const { record } = await stored(home.code);
    expect(record.household.headName).toBe("赵测1");
    expect(record.members.find((m) => m.id === head)).toMatchObject({ state: "died" });
    const form = await getForm(village, home.code, testDay);
    expect(form.members.at(-1)).toMatchObject({ id: head });
    await expect(
      editMember(village, home.code, head, await about(home.code), { skills: [] }, testDay),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("a new head takes the place of the old one", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    const son = home.memberIds[2]!;
    await editMember(village, home.code, son, await about(home.code), { relation: "head" }, testDay);
    const { record } = await stored(home.code);
    expect(record.members.filter((m) => m.relation === "head").map((m) => m.id)).toEqual([son]);
    expect(record.household.headName).toBe("赵测2");
  });
});

describe("events of the household", () => {
  const event = async (asker: Asker, home: TestHousehold, raw: object) =>
    recordEvent(asker, home.code, await about(home.code, { happenedOn: "2026-11-01" }), raw, testDay);

  it("out of poverty and back; away and back; to another village", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    await event(village, home, { event: "lifted" });
    expect((await stored(home.code)).record.household).toMatchObject({
      status: "lifted",
      liftedOn: "2026-11-01",
    });
    await expect(event(village, home, { event: "lifted" })).rejects.toMatchObject({ code: "not-open" });
    await event(village, home, { event: "fell-back", status: "monitored" });
    expect((await stored(home.code)).record.household).toMatchObject({ status: "monitored", liftedOn: null });
    await event(village, home, { event: "moved-away" });
    await expect(edit(village, home.code, { helperName: "李" })).rejects.toMatchObject({ code: "not-open" });
    await event(village, home, { event: "moved-in" });
    const elsewhere = await aVillage();
    await event(village, home, { event: "moved-village", village: elsewhere });
    await expect(getForm(village, home.code, testDay)).rejects.toMatchObject({ code: "not-found" });
    const there = await aUser({ role: "village", divisionScope: elsewhere });
    const kinds = (await getHistory(there, home.code)).items.map((i) => i.kind);
    expect(kinds).toEqual(["moved-in", "moved-in", "moved-away", "fell-back", "lifted"]);
  });

  it("off the register, but not out of a match in force", async () => {
    const home = await aHousehold();
    const who = await people(home);
    await aCase({ state: "final", household: home, who });
    await expect(event(who.village, home, { event: "struck-off" })).rejects.toMatchObject({
      code: "live-matches",
    });
    const free = await aHousehold({ village: home.village });
    await event(who.village, free, { event: "struck-off" });
    expect((await stored(free.code)).record.household.register).toBe("struck-off");
  });
});

describe("split and merge", () => {
  it("people and land go over with their rows, both histories say so", async () => {
    const home = await aHousehold({ members: [{}, {}, {}, {}], parcels: [{}, {}] });
    const { village } = await people(home);
    const [, , son = "", other = ""] = home.memberIds;
    const code = `N${home.code}`;
    const raw = { code, members: [son, other], head: son, parcels: [home.parcelIds[1]] };
    await splitHousehold(village, home.code, await about(home.code), raw, testDay);
    const fresh = await stored(code);
    expect(fresh.record.members.map((m) => m.id).sort()).toEqual([son, other].sort());
    expect(fresh.record.household.headName).toBe("赵测2");
    expect(fresh.record.parcels.map((p) => p.id)).toEqual([home.parcelIds[1]]);
    expect((await stored(home.code)).record.members).toHaveLength(2);
    await mergeHouseholds(village, home.code, await about(home.code), { from: code }, testDay);
    expect((await stored(home.code)).record.members).toHaveLength(4);
    expect((await stored(code)).record.household).toMatchObject({
      register: "merged",
      mergedInto: home.code,
    });
    expect((await getHistory(village, code)).items.map((i) => [i.kind, i.otherCode])).toEqual([
      ["merged", home.code],
      ["split", home.code],
    ]);
  });

  it("is refused where somebody or something that goes is in a match, and for a code on the register", async () => {
    const home = await aHousehold({ members: 4 });
    const who = await people(home);
    const taken = await aHousehold({ village: home.village });
    const [, , son = ""] = home.memberIds;
    const raw = (code: string) => ({ code, members: [son], head: son });
    await expect(
      splitHousehold(who.village, home.code, await about(home.code), raw(taken.code), testDay),
    ).rejects.toMatchObject({ code: "code-taken" });
    await expect(
      splitHousehold(
        who.village,
        home.code,
        await about(home.code),
        { ...raw("NEW1"), members: home.memberIds },
        testDay,
      ),
    ).rejects.toMatchObject({ fields: { members: { code: "too-big" } } });
    await aCase({ state: "approved", household: home, who });
    await expect(
      mergeHouseholds(who.village, taken.code, await about(taken.code), { from: home.code }, testDay),
    ).rejects.toMatchObject({ code: "live-matches" });
  });
});

it("a household is registered with its head, in the worker's own village", async () => {
  const village = await aVillage();
  const worker = await aUser({ role: "village", divisionScope: village });
  const raw = { code: `R${village}`, village, type: "general", status: "poor", cause: "illness" };
  const head = {
    ...aPerson("1980-02-03", { laborClass: "ordinary", schooling: null, education: "junior" }),
    relation: undefined,
  };
  const when = { happenedOn: testDay, why: "新识别" };
  await registerHousehold(worker, when, raw, head, testDay);
  expect((await stored(raw.code)).record).toMatchObject({
    household: { headName: "赵小妹", register: "listed" },
    members: [{ relation: "head" }],
  });
  await expect(registerHousehold(worker, when, raw, head, testDay)).rejects.toMatchObject({
    code: "code-taken",
  });
  await expect(
    registerHousehold(worker, when, { ...raw, code: "X123", village: await aVillage() }, head, testDay),
  ).rejects.toMatchObject({ fields: { village: { code: "not-in-list" } } });
});
