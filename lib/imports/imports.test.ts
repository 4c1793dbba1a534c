import { Readable } from "node:stream";
import { and, eq, ne } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { newId } from "@/db/ids";
import {
  audit,
  divisionDistances,
  divisions,
  householdChanges,
  households,
  importBatches,
  importMappings,
  importRows,
  members,
} from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { unsealChanges } from "@/lib/households/changes";
import { loadWhole } from "@/lib/households/load";
import { abandonImports } from "@/lib/imports/abandon";
import { commitImport, discardImport, sayColumns, startImport, undoImport } from "@/lib/imports/commands";
import { bookOf } from "@/lib/imports/corpus/cases.testing";
import {
  county,
  head,
  idNumber,
  otherVillage,
  type Row,
  sheetRows,
  spouse,
  village,
} from "@/lib/imports/corpus/people.testing";
import { getImport, listImports, listStaged } from "@/lib/imports/queries";
import { takeErrors } from "@/lib/imports/refused-rows";
import { reopenColumns } from "@/lib/imports/reopen";
import { anEmptyCounty, committed, importDay, rowsOf, staged, takenBack } from "@/lib/imports/testing";
import { forgetUpload, keepUpload, makeRoom, uploadOf } from "@/lib/imports/uploads";
import { rawBook } from "@/lib/spreadsheets/testing";
import { aUser } from "@/lib/users/testing";

let close: () => Promise<void>;
let officer: Asker;
let colleague: Asker;
let worker: Asker;
let neighbour: Asker;
beforeAll(async () => {
  close = await openTestDatabase();
  await anEmptyCounty();
  officer = await aUser({ role: "county", divisionScope: county });
  colleague = await aUser({ role: "county", divisionScope: county });
  worker = await aUser({ role: "village", divisionScope: village.code });
  neighbour = await aUser({ role: "village", divisionScope: otherVillage });
});
afterAll(() => close());

async function* nothing(): AsyncGenerator<Uint8Array> {}
const places = (heads: readonly string[], ...rows: (string | number)[][]) =>
  rawBook({ sheets: [{ rows: [[...heads], ...rows] }] });
const stageBy = (asker: Asker, rows: readonly Row[]) =>
  staged(bookOf(rows), { stagedBy: asker.userId ?? "", scope: asker.divisionScope ?? "" });
const household = async (code: string) => (await loadWhole(db, [code])).get(code);

describe("who may", () => {
  it("stage a file: those the table lets write; places are the county's", async () => {
    for (const role of [...roles, "public" as const]) {
      const asker: Asker = { ...publicAsker, role, divisionScope: county };
      const started = startImport(asker, { kind: "households", fileName: "a.csv" }, nothing(), importDay);
      const expected =
        role === "public" ? "sign-in-needed" : grantOf(role, "import", "write") ? "file" : "forbidden";
      await expect(started, role).rejects.toMatchObject({ code: expected });
    }
    for (const kind of ["points", "distances", "poor-villages"])
      await expect(
        startImport(worker, { kind, fileName: "a.csv", document: "1" }, nothing(), importDay),
      ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      startImport(officer, { kind: "poor-villages", fileName: "a.csv" }, nothing(), importDay),
    ).rejects.toMatchObject({ code: "input" });
    await expect(
      startImport(officer, { kind: "other", fileName: "a.csv" }, nothing(), importDay),
    ).rejects.toMatchObject({ code: "input" });
  });

  it("stage three files at once and no more, until one is read or given up", async () => {
    const busy = await aUser({ role: "village", divisionScope: village.code });
    const ids = ["reading", "columns", "reading"].map((state) => ({
      id: newId(),
      state: state as "reading",
    }));
    await tx((w) =>
      w.insert(importBatches).values(
        ids.map((batch) => ({
          ...{ ...batch, kind: "households" as const, fileName: "a.csv", fileSize: 1, stagedBy: busy.userId },
          ...{ divisionScope: village.code, stagedFor: importDay },
        })),
      ),
    );
    const start = () => startImport(busy, { kind: "households", fileName: "a.csv" }, nothing(), importDay);
    await expect(start()).rejects.toMatchObject({ code: "too-many-files", data: { max: 3 } });
    await discardImport(busy, ids[1]!.id);
    await expect(start()).rejects.toMatchObject({ code: "file" });
  });

  it("see a file: its own area, the county all of it; to others it is not there", async () => {
    const { id } = await stageBy(worker, [head("W001"), head("W002", { 行政区划代码: otherVillage })]);
    for (const asker of [worker, officer]) {
      expect(await getImport(asker, id)).toMatchObject({ state: "staged", scopeName: "峡口社区" });
      expect((await listImports(asker)).map((row) => row.id)).toContain(id);
      expect((await listStaged(asker, id)).items.map((row) => row.outcome)).toEqual(["new", "refused"]);
    }
    const outside = [neighbour, await aUser({ role: "county", divisionScope: "610725" })];
    for (const asker of outside) {
      await expect(getImport(asker, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(listStaged(asker, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(discardImport(asker, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(takeErrors(asker, id)).rejects.toMatchObject({ code: "not-found" });
    }
    for (const role of ["household", "enterprise", "admin", "auditor"] as const) {
      const asker: Asker = { ...publicAsker, role, divisionScope: county };
      await expect(getImport(asker, id), role).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await takeErrors(worker, id)).toEqual({ fileName: "test.xlsx", whole: true });
    expect(await takeErrors(officer, id)).toEqual({ fileName: "test.xlsx", whole: false });
    const notes = await db
      .select({ after: audit.after })
      .from(audit)
      .where(and(eq(audit.subjectId, id), eq(audit.action, "import.errors")));
    expect(notes.map((note) => note.after)).toEqual([{ view: "full" }, { view: "masked" }]);
  });

  it("commit: the county, and never who staged it; the database says so too", async () => {
    const { id } = await stageBy(officer, [head("W003")]);
    for (const asker of [worker, await aUser({ role: "town", divisionScope: village.code.slice(0, 9) })])
      await expect(commitImport(asker, id, importDay)).rejects.toMatchObject({ code: "forbidden" });
    await expect(commitImport(officer, id, importDay)).rejects.toMatchObject({ code: "own-case" });
    await expect(undoImport(worker, id, "测试", importDay)).rejects.toMatchObject({ code: "forbidden" });
    await expect(undoImport(officer, id, "测试", importDay)).rejects.toMatchObject({ code: "not-open" });
    await expect(undoImport(officer, id, " ", importDay)).rejects.toMatchObject({ code: "input" });
    const cheat = tx((w) =>
      w.update(importBatches).set({ committedBy: officer.userId }).where(eq(importBatches.id, id)),
    );
    await expect(cheat).rejects.toMatchObject({
      mark: "sanjin.constraint",
      constraint: "import_batches_duties",
    });
  });

  it("read of a dry run what they read of the register", async () => {
    const rows = [head("W010", { 联系电话: "14400000010" })];
    const first = await stageBy(officer, rows);
    await committed(first.id);
    const { id } = await stageBy(officer, [
      { ...rows[0]!, 联系电话: "14400000011", 健康状况: "长期慢性病", 文化程度: "初中" },
    ]);
    const [row] = (await listStaged(officer, id)).items;
    expect(row?.changes).toMatchObject([
      { field: "phone", before: "144****0010", after: "144****0011" },
      { field: "education", before: "primary", after: "junior" },
      // The county reads health only inside a case.
      { field: "health", before: null, after: null, hidden: true },
    ]);
  });
});

describe("a batch", () => {
  it("is committed whole: households, people, land, income, history and one row of the audit", async () => {
    const { id } = await stageBy(officer, [
      head("B001", { 水田: 1.5, 旱地: 2, 工资性收入: 3000, 人均纯收入: 2900, 产业类型: "茶叶" }),
      spouse("B001"),
    ]);
    const before = await db.$count(audit);
    await committed(id);
    const stored = await household("B001");
    expect(stored?.version).toBe(1);
    expect(stored?.record).toMatchObject({
      household: {
        headName: "张大山",
        incomePerPersonFen: 290_000,
        industries: ["tea"],
        status: "poor",
        register: "listed",
      },
      members: [{ relation: "head" }, { relation: "spouse", name: "李小花" }],
      incomes: [{ year: 2025, wagesFen: 300_000, perPersonFen: 290_000 }],
    });
    expect(stored?.record.parcels.map((p) => [p.kind, p.areaMu100, p.use, p.offered]).sort()).toEqual([
      ["dry", 200, "own-use", false],
      ["paddy", 150, "own-use", false],
    ]);
    const [change] = await db.select().from(householdChanges).where(eq(householdChanges.importId, id));
    expect(change).toMatchObject({ kind: "imported", version: 1, happenedOn: importDay });
    const fields = unsealChanges(change!.id, change!.changesSealed).map((c) => c.field);
    expect(fields).toEqual(expect.arrayContaining(["cause", "idNumber", "wagesFen", "areaMu100"]));
    expect(await db.$count(audit)).toBe(before + 1);
  });

  it("leaves what it does not say, and takes words for nothing at their word", async () => {
    const rows = [head("B010", { 住址: "二组", 在校生状况: "非在校生", 务工所在地: "省外", 务工时间: 6 })];
    await committed((await stageBy(officer, rows)).id);
    const again = await stageBy(officer, [
      { 户编号: "B010", 姓名: "张大山", 证件号码: rows[0]!.证件号码!, 与户主关系: "户主", 务工所在地: "无" },
    ]);
    expect(again.answer).toMatchObject({ counts: { changed: 1 } });
    await committed(again.id);
    const record = (await household("B010"))!.record;
    expect(record.household).toMatchObject({ address: "二组", phone: "14400000001", cause: "no-skill" });
    expect(record.members[0]).toMatchObject({ workPlace: null, workMonths: null, education: "primary" });
  });

  it("swaps the head of a household", async () => {
    const [one, two] = [head("B020"), spouse("B020")];
    await committed((await stageBy(officer, [one, two])).id);
    const { id, answer } = await stageBy(officer, [
      { ...one, 与户主关系: "配偶" },
      { ...two, 与户主关系: "户主" },
    ]);
    expect(answer).toMatchObject({ counts: { changed: 2 } });
    await committed(id);
    expect((await household("B020"))?.record.household.headName).toBe("李小花");
  });

  it("is refused whole when a household changed since it was staged", async () => {
    const rows = [head("B030"), head("B031")];
    await committed((await stageBy(officer, rows)).id);
    const { id } = await stageBy(
      officer,
      rows.map((row) => ({ ...row, 文化程度: "初中" })),
    );
    await tx((w) => w.update(households).set({ version: 7 }).where(eq(households.code, "B031")));
    await expect(committed(id)).rejects.toMatchObject({ code: "changed" });
    expect((await household("B030"))?.record.members[0]?.education).toBe("primary");
    expect(await getImport(officer, id)).toMatchObject({ state: "committing", committedAt: null });
    await abandonImports();
    expect(await getImport(officer, id)).toMatchObject({ state: "staged", failure: { code: "restarted" } });
  });

  it("is refused whole when somebody of it is on the register by now", async () => {
    const person = head("B040");
    const one = await stageBy(officer, [person, head("B041")]);
    const other = await stageBy(officer, [{ ...person, 户编号: "B042" }]);
    await committed(one.id);
    await expect(committed(other.id)).rejects.toMatchObject({ code: "changed" });
    expect(await household("B042")).toBeUndefined();
  });

  it("is taken back: new ones off the register, changed ones as they were; a later file brings them again", async () => {
    const [old, added] = [head("B050"), spouse("B050")];
    await committed((await stageBy(officer, [old])).id);
    const rows = [{ ...old, 文化程度: "初中", 联系电话: "14400000055" }, added, head("B051", { 水田: 1 })];
    const { id } = await stageBy(officer, rows);
    await committed(id);
    await takenBack(id);
    const back = (await household("B050"))!;
    expect(back.record.household.phone).toBe("14400000001");
    expect(back.record.members.map((m) => [m.relation, m.education, m.state])).toEqual([
      ["head", "primary", "present"],
      ["spouse", "primary", "moved-out"],
    ]);
    expect((await household("B051"))?.record.household.register).toBe("struck-off");
    expect(await getImport(officer, id)).toMatchObject({ state: "undone", undoneWhy: "测试" });
    await expect(takenBack(id)).rejects.toMatchObject({ code: "not-open" });
    const again = await stageBy(officer, rows);
    expect(again.answer).toMatchObject({ counts: { refused: 0, new: 0, changed: 3 } });
    await committed(again.id);
    expect((await household("B051"))?.record.household.register).toBe("listed");
    expect((await household("B050"))?.record.members.map((m) => m.state)).toEqual(["present", "present"]);
  });

  it("brings people who left another household: moved out, or of one off the register; who is in one stays", async () => {
    const [moved, away, stays] = [spouse("B100"), spouse("B101"), spouse("B102")];
    const first = [head("B100"), moved, head("B101"), away, head("B102"), stays];
    const before = await stageBy(officer, first);
    await committed(before.id);
    const out = (await household("B100"))!.record.members.find((m) => m.relation === "spouse")!;
    await tx((w) => w.update(members).set({ state: "moved-out" }).where(eq(members.id, out.id)));
    await tx((w) => w.update(households).set({ register: "moved-away" }).where(eq(households.code, "B101")));
    const later = [head("B103"), { ...moved, 户编号: "B103" }, head("B104"), { ...away, 户编号: "B104" }];
    const { id, answer } = await stageBy(officer, [...later, head("B105"), { ...stays, 户编号: "B105" }]);
    expect(answer).toMatchObject({ counts: { new: 4, refused: 2 } });
    const problem = (await rowsOf(id))[5]?.payload.problems[0];
    expect(problem).toMatchObject({
      code: "on-register-elsewhere",
      data: { household: "B102", place: expect.stringContaining("峡口社区") },
    });
    await committed(id);
    const states = async (code: string) =>
      (await household(code))!.record.members.map((m) => `${m.relation} ${m.state}`);
    expect(await states("B101")).toEqual(["head present", "spouse moved-out"]);
    expect(await states("B104")).toEqual(["head present", "spouse present"]);
    expect(await db.$count(householdChanges, eq(householdChanges.householdCode, "B101"))).toBe(2);
    expect((await household("B101"))!.version).toBe(2);
  });

  it("is not taken back once one of its households was changed", async () => {
    const { id } = await stageBy(officer, [head("B060"), head("B061")]);
    await committed(id);
    await tx((w) => w.update(households).set({ version: 2 }).where(eq(households.code, "B061")));
    await expect(takenBack(id)).rejects.toMatchObject({ code: "changed" });
    expect((await household("B060"))?.record.household.register).toBe("listed");
  });

  it("is given up with all that was staged of it", async () => {
    const { id } = await stageBy(officer, [head("B070")]);
    await discardImport(officer, id);
    expect(await db.$count(importRows, eq(importRows.importId, id))).toBe(0);
    expect(await getImport(officer, id)).toMatchObject({ state: "discarded" });
    await expect(commitImport(colleague, id, importDay)).rejects.toMatchObject({ code: "not-open" });
  });

  it("keeps nothing readable of people in its rows", async () => {
    const number = idNumber();
    const { id } = await stageBy(officer, [head("B080", { 证件号码: number, 联系电话: "14400000080" })]);
    for (const { payloadSealed, ...row } of await db
      .select()
      .from(importRows)
      .where(eq(importRows.importId, id))) {
      const text = JSON.stringify(row) + Buffer.from(payloadSealed).toString("latin1");
      for (const secret of [number, "14400000080", "张大山", "健康"]) expect(text).not.toContain(secret);
    }
    expect((await rowsOf(id))[0]?.payload.values).toMatchObject({ "member.idNumber": number });
  });

  it("whose columns stand wrong tells nobody's number, and keeps none in the open", async () => {
    const [number, other] = [idNumber(), idNumber()];
    const rows = [
      // The ID number where the household's belongs, and the household's where the ID number does.
      head(number, { 证件号码: "B085" }),
      head("B086", { 文化程度: `小学${other}`, 联系电话: "残疾", 住址: `三组 ${other}` }),
      head("13800000000"),
      head("张大山"),
      head("690724196804121000"),
    ];
    const { id } = await stageBy(officer, rows);
    const codes = (await rowsOf(id)).map((row) => row.payload.problems.map((p) => p.code));
    expect(codes).toMatchObject([
      ["code-personal", "id-number-wrong"],
      expect.arrayContaining(["not-in-list", "phone-wrong"]),
      ["code-personal"],
      ["bad-code"],
      ["code-personal"],
    ]);
    const open = await db
      .select({ unit: importRows.unit, sheet: importRows.sheet })
      .from(importRows)
      .where(eq(importRows.importId, id));
    expect(open.map((row) => row.unit).sort()).toEqual(["#1", "#3", "#4", "#5", "B086"]);
    const all = JSON.stringify((await listStaged(officer, id)).items);
    for (const secret of [number, other, "13800000000", "残疾"]) expect(all).not.toContain(secret);
    // What stands in a column the county does not read in full is not told; where it stands is.
    const phone = (await listStaged(officer, id)).items[1]?.problems.find((p) => p.code === "phone-wrong");
    expect(phone).toMatchObject({ value: "", head: "联系电话" });
    const points = await staged(places(["code", "lat", "lon"], ["13800000000", 33, 107]), { kind: "points" });
    expect((await rowsOf(points.id)).map((row) => row.unit)).toEqual(["#1"]);
  });

  it("whose columns were taken for the wrong ones is said anew, from the file as it was kept", async () => {
    const { id } = await stageBy(officer, [head("B095", { 务工单位: "三组" })]);
    await expect(reopenColumns(officer, id)).rejects.toMatchObject({ code: "file-gone" });
    await keepUpload(id, Readable.from([Buffer.from("x")]));
    await expect(reopenColumns(neighbour, id)).rejects.toMatchObject({ code: "not-found" });
    await reopenColumns(officer, id);
    const { state, notes, counts } = await getImport(officer, id);
    expect({ state, counts }).toEqual({ state: "columns", counts: null });
    expect(notes?.ignored).toEqual(Object.keys(head("B095", { 务工单位: "三组" })));
    expect(notes?.columns).toMatchObject({ 务工单位: "member.employer", 姓名: "member.name" });
    expect(await db.$count(importRows, eq(importRows.importId, id))).toBe(0);
    await expect(reopenColumns(officer, id)).rejects.toMatchObject({ code: "not-open" });
    await discardImport(officer, id);
    expect(uploadOf(id)).toBeNull();
  });

  it("forgets the oldest files kept when there are too many, but none that is being read", async () => {
    const names = ["kept-1", "kept-2", "kept-3"];
    for (const name of names) await keepUpload(name, Readable.from([Buffer.from("x")]));
    await makeRoom((id) => id === "kept-1", 3);
    expect(names.map((name) => uploadOf(name) !== null)).toEqual([true, false, true]);
    for (const name of names) await forgetUpload(name);
  });

  it("remembers what somebody said of its columns, for every file of that shape", async () => {
    const odd = ({ 户编号, 姓名, 证件号码, ...row }: Row): Row => ({
      "编 码": 户编号 ?? null,
      人: 姓名 ?? null,
      号: 证件号码 ?? null,
      ...row,
    });
    const first = await stageBy(officer, [odd(head("B090"))]);
    expect(first.answer).toMatchObject({
      state: "columns",
      missing: ["code", "member.name", "member.idNumber"],
    });
    const heads = (await getImport(officer, first.id)).notes?.ignored ?? [];
    const said = { "编 码": "code", 人: "member.name", 号: "member.idNumber" };
    await expect(sayColumns(officer, first.id, said)).rejects.toMatchObject({ code: "input" });
    const known = (await getImport(officer, first.id)).notes?.columns ?? {};
    // The file itself was never kept here: the saying is all that is tried.
    await expect(sayColumns(officer, first.id, { ...known, ...said })).rejects.toMatchObject({
      code: "file-gone",
    });
    const { shapeOf } = await import("@/lib/imports/heads");
    await tx((w) =>
      w
        .insert(importMappings)
        .values({ kind: "households", shape: shapeOf(heads.map((text) => ({ text }))), columns: said }),
    );
    const rows = [odd(head("B091")), odd(head("B092"))];
    const reversed = rawBook({ sheets: [{ rows: sheetRows(rows).map((cells) => [...cells].reverse()) }] });
    expect((await staged(reversed)).answer).toMatchObject({ state: "staged", counts: { new: 2 } });
  });
});

describe("places", () => {
  const point = async (code: string) =>
    (await db.select().from(divisions).where(eq(divisions.code, code)))[0]!;

  it("points: moved, the same, too far; back again", async () => {
    const before = await point(village.code);
    const file = places(
      ["code", "lat", "lon"],
      [village.code, 32.9, 107.6],
      [otherVillage, 107.8, 32.9],
      ["610724999999", 33, 107],
      [village.code, 33, 107],
    );
    const { id, answer } = await staged(file, { kind: "points" });
    expect(answer).toMatchObject({ counts: { read: 4, changed: 1, refused: 3 } });
    const codes = (await rowsOf(id)).map((row) => row.payload.problems[0]?.code);
    expect(codes).toEqual([undefined, "too-far", "unknown-place", "twice-in-file"]);
    await committed(id, "points");
    expect(await point(village.code)).toMatchObject({
      lat: 32.9,
      lon: 107.6,
      coordSource: "official",
      accuracyKm: 0.1,
    });
    const again = await staged(places(["code", "lat", "lon"], [village.code, 32.9, 107.6]), {
      kind: "points",
    });
    expect(again.answer).toMatchObject({ counts: { same: 1 } });
    await takenBack(id, "points");
    expect(await point(village.code)).toEqual(before);
  });

  it("distances: in km or minutes, new and changed; back again", async () => {
    const heads = ["起点代码", "终点代码", "路程（公里）", "时间（分钟）"];
    const first = await staged(
      rawBook({
        sheets: [
          {
            rows: [
              heads,
              [village.code, otherVillage, 12.5, null],
              [otherVillage, village.code, null, 30],
              [village.code, village.code, null, null],
            ],
          },
        ],
      }),
      { kind: "distances" },
    );
    expect(first.answer).toMatchObject({ counts: { new: 2, refused: 1 } });
    await committed(first.id, "distances");
    const km = async () => (await db.select().from(divisionDistances)).map((row) => row.km).sort();
    expect(await km()).toEqual([12.5, 15]);
    const second = await staged(places(heads.slice(0, 3), [village.code, otherVillage, 11]), {
      kind: "distances",
    });
    expect(second.answer).toMatchObject({ counts: { changed: 1 } });
    await committed(second.id, "distances");
    expect(await km()).toEqual([11, 15]);
    await expect(takenBack(first.id, "distances")).rejects.toMatchObject({ code: "changed" });
    await takenBack(second.id, "distances");
    await takenBack(first.id, "distances");
    expect(await km()).toEqual([]);
  });

  it("the list of poor villages is whole: who is not on it is none, and none of it comes while a row is wrong", async () => {
    await tx((w) => w.update(divisions).set({ poor: true }).where(eq(divisions.code, otherVillage)));
    const poor = async () =>
      (
        await db
          .select({ code: divisions.code })
          .from(divisions)
          .where(and(eq(divisions.poor, true)))
      ).map((row) => row.code);
    const wrong = await staged(places(["镇", "村"], ["峡口镇", "峡口社区"], ["峡口镇", "没有村"]), {
      kind: "poor-villages",
      document: "1号",
      stagedBy: officer.userId ?? "",
    });
    expect(wrong.answer).toMatchObject({ counts: { changed: 1, refused: 1 } });
    await expect(commitImport(colleague, wrong.id, importDay)).rejects.toMatchObject({
      code: "rows-refused",
    });
    const right = await staged(places(["镇", "村"], ["峡口镇", "峡口社区"]), {
      kind: "poor-villages",
      document: "1号",
    });
    await committed(right.id, "poor-villages");
    expect(await poor()).toEqual([village.code]);
    expect((await getImport(officer, right.id)).notes?.dropped).toEqual([otherVillage]);
    await takenBack(right.id, "poor-villages");
    expect(await poor()).toEqual([otherVillage]);
  });
});

it("nobody is on the register twice, whatever came in", async () => {
  const all = await db
    .select({ index: members.idNumberIndex })
    .from(members)
    .where(ne(members.state, "moved-out"));
  expect(new Set(all.map((row) => row.index)).size).toBe(all.length);
});
