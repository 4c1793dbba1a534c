import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { householdChanges } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { aHousehold, aVillage, people, testDay } from "@/lib/applications/testing";
import { recordEvent } from "@/lib/households/events";
import { getForm } from "@/lib/households/form";
import { getHistory } from "@/lib/households/history";
import { loadWhole } from "@/lib/households/load";
import { addMember, memberLeaves } from "@/lib/households/members";
import { mergeHouseholds } from "@/lib/households/merge";
import { everyoneOnce, saidOver } from "@/lib/households/returned";
import { aMemberPart } from "@/lib/households/whole";
import { inventedIdNumber } from "@/lib/numbers/id-number";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

let serial = 0;
const aPerson = (given: object = {}) => ({
  name: "赵归来",
  relation: "daughter",
  sex: "female",
  birth: "1999-05-20",
  idNumber: inventedIdNumber("1999-05-20", 100 + 2 * serial++),
  health: ["healthy"],
  laborClass: "ordinary",
  education: "junior",
  schooling: null,
  ...given,
});
const stored = async (code: string) => (await loadWhole(db, [code])).get(code)!;
const about = async (code: string, happenedOn = testDay) => ({
  version: (await stored(code)).version,
  happenedOn,
  why: "走访核实",
});
const comes = async (asker: Asker, code: string, person: object, day = testDay) =>
  addMember(asker, code, "member-moved-in", await about(code, day), person, testDay);
const leaves = async (asker: Asker, code: string, member: string, day = testDay) =>
  memberLeaves(asker, code, { member, kind: "member-moved-out" }, await about(code, day), testDay);
const shown = async (asker: Asker, code: string, name: string) =>
  (await getForm(asker, code, testDay)).members.filter((m) => m.name === name).map((m) => m.state);

describe("whoever moved out and comes back", () => {
  it("is the one who left, with what is said of them now; both days stand in the history", async () => {
    const home = await aHousehold();
    const { village } = await people(home);
    const person = aPerson();
    const skilled = { ...person, skills: ["sewing"], workPlace: "in-county", workMonths: 3 };
    const id = await comes(village, home.code, skilled, "2024-01-10");
    await leaves(village, home.code, id, "2025-03-05");
    expect(await shown(village, home.code, "赵归来")).toEqual(["moved-out"]);
    // What is typed empty is said; what is not asked at all stays as it was known.
    const said = { ...person, education: "senior", workPlace: null, workMonths: null };
    expect(await comes(village, home.code, said, "2026-10-01")).toBe(id);

    const now = (await stored(home.code)).record.members.filter((m) => m.idNumber === person.idNumber);
    expect(now).toMatchObject([
      { id, state: "present", education: "senior", skills: ["sewing"], workPlace: null },
    ]);
    expect(await shown(village, home.code, "赵归来")).toEqual(["present"]);
    const { items, names } = await getHistory(village, home.code);
    expect(items.slice(0, 2)).toMatchObject([
      { kind: "member-moved-in", happenedOn: "2026-10-01" },
      { kind: "member-moved-out", happenedOn: "2025-03-05" },
    ]);
    expect(items[0]?.changes).toContainEqual(
      expect.objectContaining({ id, field: "state", before: "moved-out", after: "present" }),
    );
    expect(names[id]).toBe("赵归来");
    const rows = await db
      .select({ memberId: householdChanges.memberId })
      .from(householdChanges)
      .where(eq(householdChanges.householdCode, home.code));
    expect(rows.map((row) => row.memberId)).toEqual([id, id, id]);
  });

  it("is refused while present elsewhere, and comes out of a household that moved away", async () => {
    const home = await aHousehold();
    const far = await aHousehold({ village: await aVillage() });
    const [{ village }, { village: there }] = [await people(home), await people(far)];
    const person = aPerson();
    const id = await comes(village, home.code, person);
    await leaves(village, home.code, id);
    await comes(there, far.code, person);
    await expect(comes(village, home.code, person)).rejects.toMatchObject({
      fields: { idNumber: { code: "registered-already", place: expect.stringMatching(/.+/) } },
    });
    expect(await shown(village, home.code, person.name)).toEqual(["moved-out"]);
    await recordEvent(there, far.code, await about(far.code), { event: "moved-away" }, testDay);
    expect(await comes(village, home.code, person)).toBe(id);
    const states = async (code: string) =>
      (await stored(code)).record.members.filter((m) => m.idNumber === person.idNumber).map((m) => m.state);
    expect([await states(home.code), await states(far.code)]).toEqual([["present"], ["moved-out"]]);
  });

  it("with a household that is merged in, has two rows and is shown once", async () => {
    const home = await aHousehold();
    const next = await aHousehold({ village: home.village });
    const { village } = await people(home);
    const person = aPerson({ name: "赵同来" });
    const id = await comes(village, home.code, person);
    await leaves(village, home.code, id);
    await comes(village, next.code, person);
    await mergeHouseholds(village, home.code, await about(home.code), { from: next.code }, testDay);
    const rows = (await stored(home.code)).record.members.filter((m) => m.name === person.name);
    expect(rows.map((m) => m.state).sort()).toEqual(["moved-out", "present"]);
    expect(await shown(village, home.code, person.name)).toEqual(["present"]);
    const { items } = await getHistory(village, home.code);
    expect(items.map((item) => item.kind)).toEqual(["merged", "member-moved-out", "member-moved-in"]);
    // Gone again and back again: the row that was present last goes on.
    const present = rows.find((m) => m.state === "present")!.id;
    await leaves(village, home.code, present);
    expect(await shown(village, home.code, person.name)).toEqual(["moved-out"]);
    expect(await comes(village, home.code, person)).toBe([id, present].sort().at(-1));
    expect(await shown(village, home.code, person.name)).toEqual(["present"]);
  });
});

describe("once", () => {
  const row = (id: string, state: "present" | "moved-out" | "died", idNumber = "1") => ({
    ...{ id, state, idNumber },
  });
  it("shows the row that counts, of rows of people who left the last", () => {
    const ids = (rows: ReturnType<typeof row>[]) => everyoneOnce(rows).map(({ id }) => id);
    expect(ids([row("a", "moved-out"), row("b", "present"), row("c", "moved-out", "2")])).toEqual(["b", "c"]);
    expect(ids([row("a", "present"), row("b", "moved-out")])).toEqual(["a"]);
    expect(ids([row("a", "moved-out"), row("b", "moved-out")])).toEqual(["b"]);
    expect(ids([row("a", "moved-out"), row("b", "died")])).toEqual(["b"]);
  });
});

describe("what is said over what is known", () => {
  const known = (given: object) => aMemberPart({ ...(aPerson() as never as object), ...given } as never);
  it("empties the other of two fields of which one is filled", () => {
    expect(saidOver(known({ education: null, schooling: "junior" }), { education: "junior" })).toMatchObject({
      education: "junior",
      schooling: null,
    });
    expect(
      saidOver(known({ workPlace: "in-county", workMonths: 3 }), { workPlace: null }).workMonths,
    ).toBeNull();
    expect(saidOver(known({ workPlace: "in-county", workMonths: 3 }), {}).workMonths).toBe(3);
  });
});
