import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { householdChanges, households } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { applyChanges, unsealChanges } from "@/lib/households/changes";
import { loadWhole } from "@/lib/households/load";
import type { WholeRecord } from "@/lib/households/whole";
import { bookOf } from "@/lib/imports/corpus/cases.testing";
import { head, type Row, spouse } from "@/lib/imports/corpus/people.testing";
import type { HouseholdWrite } from "@/lib/imports/household-rows";
import { householdForm } from "@/lib/imports/households";
import { anEmptyCounty, committed, importDay, rowsOf, staged, takenBack } from "@/lib/imports/testing";

/** Households that a file brings back, while it moves people of theirs to others. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await anEmptyCounty();
});
afterAll(() => close());

const household = async (code: string) => (await loadWhole(db, [code])).get(code)!;
const states = async (code: string) =>
  (await household(code)).record.members.map((m) => `${m.name} ${m.state}`).sort();
const kinds = async (code: string) =>
  (
    await db
      .select({ kind: householdChanges.kind, version: householdChanges.version })
      .from(householdChanges)
      .where(eq(householdChanges.householdCode, code))
      .orderBy(asc(householdChanges.version))
  ).map(({ kind }) => kind);

/** The members as the household's history, replayed from nothing, has them. */
async function replayed(code: string) {
  const rows = await db
    .select({ id: householdChanges.id, sealed: householdChanges.changesSealed })
    .from(householdChanges)
    .where(eq(householdChanges.householdCode, code))
    .orderBy(asc(householdChanges.version));
  let record: WholeRecord | null = null;
  for (const { id, sealed } of rows) record = applyChanges(record, code, unsealChanges(id, sealed));
  return (record?.members ?? []).map((m) => `${m.name} ${m.state}`).sort();
}

let serial = 0;
/** Two households, brought in by a file that was taken back: the second's wife belongs to the first. */
async function aWrongFile() {
  serial += 1;
  const [from, to] = [`M${serial}00F`, `M${serial}00T`];
  const rows = [head(from, { 姓名: "从家" }), spouse(from, { 姓名: "搬的" }), head(to, { 姓名: "到家" })];
  const { id } = await staged(bookOf(rows));
  await committed(id);
  await takenBack(id);
  const moved: Row = { ...rows[1], 户编号: to };
  return { from, to, mended: [rows[0]!, rows[2]!, moved], moved, rows };
}

const writesOf = async (id: string) =>
  (await rowsOf(id)).flatMap(({ payload }) => (payload.write ? [payload.write as HouseholdWrite] : []));

describe("a file that brings two households back and moves somebody from one to the other", () => {
  it("is committed whole: gone from the one, present in the other, each step in the history", async () => {
    const { from, to, mended } = await aWrongFile();
    const { id, answer } = await staged(bookOf(mended));
    expect(answer).toMatchObject({ counts: { refused: 0, new: 1, changed: 2 } });
    await committed(id);
    expect(await states(from)).toEqual(["从家 present", "搬的 moved-out"]);
    expect(await states(to)).toEqual(["到家 present", "搬的 present"]);
    for (const code of [from, to]) expect((await household(code)).record.household.register).toBe("listed");
    for (const code of [from, to]) {
      expect(await kinds(code)).toEqual(["imported", "undone", "imported"]);
      // The household's version is that of its last change.
      expect((await household(code)).version).toBe(3);
    }
  });

  it("whichever of the two is written first, also in another portion", async () => {
    for (const order of [0, 1]) {
      const { from, to, mended } = await aWrongFile();
      const { id } = await staged(bookOf(mended));
      const writes = await writesOf(id);
      const context = { importId: id, userId: null, today: importDay };
      await tx(async (w) => {
        for (const one of order === 0 ? writes : writes.reverse())
          await householdForm.write(w, [one], context);
      });
      expect(await states(from), `order ${order}`).toEqual(["从家 present", "搬的 moved-out"]);
      expect(await states(to), `order ${order}`).toEqual(["到家 present", "搬的 present"]);
      expect((await kinds(from)).length).toBe((await household(from)).version);
      for (const code of [from, to])
        expect(await replayed(code), `order ${order}`).toEqual(await states(code));
    }
  });

  it("also when it is the head who moves, and another becomes it", async () => {
    for (const isFirst of [true, false]) {
      const { from, to, rows } = await aWrongFile();
      const wife: Row = { ...rows[1], 与户主关系: "户主" };
      const gone: Row = { ...rows[0], 户编号: to, 与户主关系: "之兄弟姐妹" };
      const { id, answer } = await staged(bookOf(isFirst ? [wife, rows[2]!, gone] : [rows[2]!, gone, wife]));
      expect(answer).toMatchObject({ counts: { refused: 0, new: 1, changed: 2 } });
      await committed(id);
      expect(await states(from)).toEqual(["从家 moved-out", "搬的 present"]);
      expect(await states(to)).toEqual(["从家 present", "到家 present"]);
      expect((await household(from)).record.household.headName).toBe("搬的");
    }
  });

  it("takes who the file has elsewhere for gone, also while that other row waits to be mended", async () => {
    const { from, to, rows } = await aWrongFile();
    const wife: Row = { ...rows[1], 与户主关系: "户主" };
    const gone: Row = { ...rows[0], 户编号: to, 与户主关系: "认不得" };
    const { id, answer } = await staged(bookOf([wife, rows[2]!, gone]));
    expect(answer).toMatchObject({ counts: { refused: 2, changed: 1 } });
    await committed(id);
    expect(await states(from)).toEqual(["从家 moved-out", "搬的 present"]);
    const again = await staged(bookOf([rows[2]!, { ...gone, 与户主关系: "之兄弟姐妹" }]));
    await committed(again.id);
    expect(await states(to)).toEqual(["从家 present", "到家 present"]);
  });

  it("and two people change places", async () => {
    const { from, to, rows, moved } = await aWrongFile();
    const other: Row = { ...rows[2], 户编号: from, 与户主关系: "之兄弟姐妹" };
    const { id } = await staged(bookOf([rows[0]!, other, { ...moved, 与户主关系: "户主" }]));
    await committed(id);
    expect(await states(from)).toEqual(["从家 present", "到家 present", "搬的 moved-out"]);
    expect(await states(to)).toEqual(["到家 moved-out", "搬的 present"]);
    await takenBack(id);
    expect(await states(from)).toEqual(["从家 present", "到家 moved-out", "搬的 present"]);
    expect(await states(to)).toEqual(["到家 present", "搬的 moved-out"]);
    for (const code of [from, to]) expect(await replayed(code)).toEqual(await states(code));
  });

  it("is taken back, who moved is in the old household again, and once more brought in", async () => {
    const { from, to, mended } = await aWrongFile();
    const { id } = await staged(bookOf(mended));
    await committed(id);
    await takenBack(id);
    expect(await states(from)).toEqual(["从家 present", "搬的 present"]);
    expect(await states(to)).toEqual(["到家 present", "搬的 moved-out"]);
    for (const code of [from, to]) {
      expect((await household(code)).record.household.register).toBe("struck-off");
      expect(await replayed(code)).toEqual(await states(code));
    }
    expect(await kinds(from)).toEqual(["imported", "undone", "imported", "undone", "member-moved-in"]);
    const again = await staged(bookOf(mended));
    expect(again.answer).toMatchObject({ counts: { refused: 0 } });
    await committed(again.id);
    expect(await states(from)).toEqual(["从家 present", "搬的 moved-out"]);
    expect(await states(to)).toEqual(["到家 present", "搬的 present"]);
  });

  it("is refused whole when one of them was changed since by somebody else", async () => {
    for (const which of ["from", "to"] as const) {
      const file = await aWrongFile();
      const { id } = await staged(bookOf(file.mended));
      await tx((w) => w.update(households).set({ version: 9 }).where(eq(households.code, file[which])));
      await expect(committed(id), which).rejects.toMatchObject({ code: "changed" });
      expect(await states(file.to), which).toEqual(["到家 present"]);
    }
  });

  it("is refused whole when the one they leave is back on the register by another's hand", async () => {
    const { from, to, moved, rows } = await aWrongFile();
    const { id } = await staged(bookOf([rows[2]!, moved]));
    await tx((w) => w.update(households).set({ register: "listed" }).where(eq(households.code, from)));
    await expect(committed(id)).rejects.toMatchObject({ code: "changed" });
    expect(await states(to)).toEqual(["到家 present"]);
  });
});

it("brings a household back that somebody left while it was off the register", async () => {
  const { from, to, moved, rows } = await aWrongFile();
  const first = await staged(bookOf([rows[2]!, moved]));
  await committed(first.id);
  expect(await states(from)).toEqual(["从家 present", "搬的 moved-out"]);
  const second = await staged(bookOf([rows[0]!]));
  expect(second.answer).toMatchObject({ counts: { refused: 0, changed: 1 } });
  await committed(second.id);
  expect((await household(from)).record.household.register).toBe("listed");
  expect(await states(to)).toEqual(["到家 present", "搬的 present"]);
});

describe("a file taken back after it moved somebody", () => {
  it("gives the head back, whoever was head meanwhile", async () => {
    const { from, to, rows } = await aWrongFile();
    const wife: Row = { ...rows[1], 与户主关系: "户主" };
    const gone: Row = { ...rows[0], 户编号: to, 与户主关系: "之兄弟姐妹" };
    const { id } = await staged(bookOf([wife, rows[2]!, gone]));
    await committed(id);
    await takenBack(id);
    const { record } = await household(from);
    expect(record.household.headName).toBe("从家");
    expect(record.members.map((m) => `${m.name} ${m.relation} ${m.state}`).sort()).toEqual([
      "从家 head present",
      "搬的 spouse present",
    ]);
    expect(await states(to)).toEqual(["从家 moved-out", "到家 present"]);
  });

  it("also to a household that the file does not name, which stays as it was otherwise", async () => {
    const { from, to, moved, rows } = await aWrongFile();
    const { id } = await staged(bookOf([rows[2]!, moved]));
    await committed(id);
    expect(await states(from)).toEqual(["从家 present", "搬的 moved-out"]);
    await takenBack(id);
    expect(await states(from)).toEqual(["从家 present", "搬的 present"]);
    expect(await states(to)).toEqual(["到家 present", "搬的 moved-out"]);
    expect(await kinds(from)).toEqual(["imported", "undone", "member-moved-out", "member-moved-in"]);
    // A later file still brings it back: it is off the register by an undone one alone.
    const again = await staged(bookOf(rows));
    expect(again.answer).toMatchObject({ counts: { refused: 0 } });
    await committed(again.id);
    expect(await states(from)).toEqual(["从家 present", "搬的 present"]);
  });

  it("also from a household that the file itself brought in, and from another portion", async () => {
    const { from, moved, rows } = await aWrongFile();
    const fresh = `N${from}`;
    const { id } = await staged(
      bookOf([rows[0]!, head(fresh, { 姓名: "搬的", 性别: "女", 证件号码: moved.证件号码 ?? null })]),
    );
    await committed(id);
    expect(await states(fresh)).toEqual(["搬的 present"]);
    // Portion by portion, as a county's file is taken back.
    await tx(async (w) => {
      const context = { importId: id, userId: null, today: importDay, why: "测试" };
      const later = [];
      for (const one of await writesOf(id)) later.push(await householdForm.undo(w, [one], context));
      for (const atLast of later) await atLast?.();
    });
    expect(await states(from)).toEqual(["从家 present", "搬的 present"]);
    expect(await states(fresh)).toEqual(["搬的 moved-out"]);
    expect((await household(fresh)).record.household.register).toBe("struck-off");
  });

  it("leaves who is in another household by a later file where that file put them", async () => {
    const { from, to, rows } = await aWrongFile();
    const wife: Row = { ...rows[1], 与户主关系: "户主" };
    const gone: Row = { ...rows[0], 户编号: to, 与户主关系: "认不得" };
    const first = await staged(bookOf([wife, rows[2]!, gone]));
    await committed(first.id);
    const second = await staged(bookOf([rows[2]!, { ...gone, 与户主关系: "之兄弟姐妹" }]));
    await committed(second.id);
    await takenBack(first.id);
    expect(await states(from)).toEqual(["从家 moved-out", "搬的 present"]);
    expect(await states(to)).toEqual(["从家 present", "到家 present"]);
  });

  it("gives back who moved to a row that waited to be mended, and never was", async () => {
    const { from, to, rows } = await aWrongFile();
    const wife: Row = { ...rows[1], 与户主关系: "户主" };
    const gone: Row = { ...rows[0], 户编号: to, 与户主关系: "认不得" };
    const { id } = await staged(bookOf([wife, rows[2]!, gone]));
    await committed(id);
    expect(await states(from)).toEqual(["从家 moved-out", "搬的 present"]);
    await takenBack(id);
    expect(await states(from)).toEqual(["从家 present", "搬的 present"]);
  });

  it("is refused whole while the household they left is back on the register", async () => {
    const { from, to, moved, rows } = await aWrongFile();
    const first = await staged(bookOf([rows[2]!, moved]));
    await committed(first.id);
    const second = await staged(bookOf([rows[0]!]));
    await committed(second.id);
    await expect(takenBack(first.id)).rejects.toMatchObject({ code: "changed" });
    expect(await states(from)).toEqual(["从家 present", "搬的 moved-out"]);
    expect(await states(to)).toEqual(["到家 present", "搬的 present"]);
    // The later one first, and then it goes.
    await takenBack(second.id);
    await takenBack(first.id);
    expect(await states(from)).toEqual(["从家 present", "搬的 present"]);
    expect(await replayed(from)).toEqual(await states(from));
  });
});
