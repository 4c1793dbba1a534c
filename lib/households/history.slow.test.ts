import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { householdChanges, members } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { aHousehold, aVillage, people, testDay } from "@/lib/applications/testing";
import { applyChanges, type FieldChange, unsealChanges } from "@/lib/households/changes";
import { editHousehold, editIncome, editParcels } from "@/lib/households/edit";
import { openEvents, recordEvent } from "@/lib/households/events";
import { loadWhole } from "@/lib/households/load";
import { addMember, editMember, memberLeaves } from "@/lib/households/members";
import { mergeHouseholds } from "@/lib/households/merge";
import { splitHousehold } from "@/lib/households/split";
import type { WholeRecord } from "@/lib/households/whole";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { isRefusal, refuse } from "@/lib/refusal/refusal";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const stored = async (code: string) => (await loadWhole(db, [code])).get(code)!;

/** In the order of ids, since neither rows nor replayed parts promise another. */
const ordered = (record: WholeRecord): WholeRecord => ({
  ...record,
  members: [...record.members].sort((a, b) => (a.id < b.id ? -1 : 1)),
  parcels: [...record.parcels].sort((a, b) => (a.id < b.id ? -1 : 1)),
  incomes: [...record.incomes].sort((a, b) => a.year - b.year),
});

/** The record that the history of a household tells, beginning from `start`. */
async function replayed(start: WholeRecord | null, code: string): Promise<WholeRecord> {
  const rows = await db
    .select()
    .from(householdChanges)
    .where(eq(householdChanges.householdCode, code))
    .orderBy(asc(householdChanges.version));
  const all = rows.map((row): FieldChange[] => unsealChanges(row.id, row.changesSealed));
  return (
    all.reduce<WholeRecord | null>((record, changes) => applyChanges(record, code, changes), start) ?? start!
  );
}

type Step = (asker: Asker, code: string, pick: number) => Promise<unknown>;
let numbers = 0;
const about = async (code: string) => ({
  version: (await stored(code)).version,
  happenedOn: testDay,
  why: "随机",
});
const someone = async (code: string, pick: number) => {
  const present = (await stored(code)).record.members.filter((m) => m.state === "present");
  return { member: present[pick % present.length] ?? refuse("not-found"), present };
};

const steps: Record<string, Step> = {
  basics: async (asker, code, pick) =>
    editHousehold(
      asker,
      code,
      await about(code),
      { phone: `144${String(pick).padStart(8, "0")}`, helpNeeds: pick % 2 ? ["work"] : null },
      testDay,
    ),
  wishes: async (asker, code, pick) =>
    editHousehold(
      asker,
      code,
      await about(code),
      { wishKinds: pick % 3 ? ["job"] : [], wishNote: pick % 2 ? "近一点" : null },
      testDay,
    ),
  living: async (asker, code, pick) =>
    editHousehold(
      asker,
      code,
      await about(code),
      { housingM2: pick / 10, relocated: pick % 2 === 0, mainRoadKm: null },
      testDay,
    ),
  income: async (asker, code, pick) =>
    editIncome(
      asker,
      code,
      await about(code),
      2020 + (pick % 5),
      { wagesFen: pick * 100, netFen: null, perPersonFen: null },
      testDay,
    ),
  work: async (asker, code, pick) => {
    const { member } = await someone(code, pick);
    const away =
      pick % 2 ? { workPlace: "in-town", workMonths: pick % 12 } : { workPlace: null, workMonths: null };
    return editMember(
      asker,
      code,
      member.id,
      await about(code),
      { ...away, skills: pick % 3 ? ["sewing", "cooking"] : [] },
      testDay,
    );
  },
  health: async (asker, code, pick) => {
    const { member } = await someone(code, pick);
    return editMember(
      asker,
      code,
      member.id,
      await about(code),
      { health: pick % 2 ? ["chronic"] : ["healthy"], lowIncome: pick % 2 === 0 },
      testDay,
    );
  },
  head: async (asker, code, pick) => {
    const { member } = await someone(code, pick);
    return editMember(asker, code, member.id, await about(code), { relation: "head" }, testDay);
  },
  land: async (asker, code, pick) => {
    const { parcels } = (await stored(code)).record;
    const plot = parcels[pick % Math.max(1, parcels.length)];
    const change = plot ? [{ id: plot.id, areaMu100: 1 + pick, state: pick % 4 ? "present" : "gone" }] : [];
    return editParcels(
      asker,
      code,
      await about(code),
      [...change, { kind: "dry", use: "idle", areaMu100: 1 + (pick % 50) }],
      testDay,
    );
  },
  born: async (asker, code) => {
    const birth = "2024-02-29";
    const idNumber = inventedIdNumber(birth, numbers++ % 1000);
    const sex = Number(idNumber[16]) % 2 ? "male" : "female";
    const child = {
      name: `赵${numbers}`,
      relation: "grandson",
      sex,
      birth,
      idNumber,
      health: ["healthy"],
      laborClass: "none",
      schooling: "preschool-age",
    };
    return addMember(asker, code, "member-moved-in", await about(code), child, testDay);
  },
  leaves: async (asker, code, pick) => {
    const { member, present } = await someone(code, pick);
    const newHead = present.find((m) => m.id !== member.id)?.id;
    return memberLeaves(
      asker,
      code,
      { member: member.id, kind: pick % 2 ? "died" : "member-moved-out", newHead },
      await about(code),
      testDay,
    );
  },
  event: async (asker, code, pick) => {
    const open = openEvents((await stored(code)).record.household).filter(
      (e) => e !== "moved-village" && e !== "struck-off",
    );
    return recordEvent(
      asker,
      code,
      await about(code),
      { event: open[pick % open.length], status: "monitored" },
      testDay,
    );
  },
  splitAndMerge: async (asker, code, pick) => {
    const { member, present } = await someone(code, pick);
    const fresh = `S${code.slice(-8)}${numbers++}`;
    const stayingHead = present.find((m) => m.id !== member.id)?.id;
    await splitHousehold(
      asker,
      code,
      await about(code),
      { code: fresh, members: [member.id], head: member.id, stayingHead },
      testDay,
    );
    expect(ordered(await replayed(null, fresh))).toEqual(ordered((await stored(fresh)).record));
    if (pick % 2) await mergeHouseholds(asker, code, await about(code), { from: fresh }, testDay);
    expect(ordered(await replayed(null, fresh))).toEqual(ordered((await stored(fresh)).record));
  },
};

it("replays to the present record, whatever was done, and nothing is ever deleted", async () => {
  const names = Object.keys(steps);
  const step = fc.record({ name: fc.constantFrom(...names), pick: fc.nat(500) });
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (list) => {
      const home = await aHousehold({ members: [{}, {}, {}, {}], parcels: [{}], village: await aVillage() });
      const { village } = await people(home);
      const { record: start } = await stored(home.code);
      for (const { name, pick } of list) {
        const before = await stored(home.code);
        try {
          await steps[name]!(village, home.code, pick);
          done.add(name);
        } catch (error) {
          if (!isRefusal(error)) throw error;
          // A refusal leaves nothing behind.
          expect(await stored(home.code)).toEqual(before);
        }
        // Each version has its row in the history.
        const rows = eq(householdChanges.householdCode, home.code);
        expect((await stored(home.code)).version - 1).toBe(await db.$count(householdChanges, rows));
        for (const m of before.record.members) {
          const [row] = await db.select({ id: members.id }).from(members).where(eq(members.id, m.id));
          expect(row).toBeDefined();
        }
      }
      expect(ordered(await replayed(start, home.code))).toEqual(ordered((await stored(home.code)).record));
    }),
    { numRuns: 20 },
  );
  expect([...done].sort()).toEqual([...names].sort());
}, 180_000);
