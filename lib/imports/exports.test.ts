import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { audit, fullExports } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { bookOf } from "@/lib/imports/corpus/cases.testing";
import { county, head, idNumber, otherVillage, spouse, village } from "@/lib/imports/corpus/people.testing";
import { errorFile } from "@/lib/imports/error-file";
import { type ExportQuestion, exportHouseholds, formTemplate } from "@/lib/imports/export";
import {
  askFullExport,
  decideFullExport,
  listFullExports,
  takeFullExport,
  takeMaskedExport,
} from "@/lib/imports/full-exports";
import { anEmptyCounty, committed, rowsOf, staged } from "@/lib/imports/testing";
import { openSpreadsheet } from "@/lib/spreadsheets/read";
import { bytesSource } from "@/lib/spreadsheets/source";
import { aUser } from "@/lib/users/testing";

const number = idNumber();
const otherNumber = idNumber();
let close: () => Promise<void>;
let officer: Asker;
let colleague: Asker;
let worker: Asker;
beforeAll(async () => {
  close = await openTestDatabase();
  await anEmptyCounty();
  const { id } = await staged(
    bookOf([
      head("E001", {
        证件号码: number,
        住址: "=二组",
        耕地面积: 3.5,
        产业类型: "茶叶、食用菌",
        其他致贫原因: "因病、缺资金",
        人均纯收入: 2500,
      }),
      spouse("E001"),
      head("E002", { 证件号码: otherNumber, 行政区划代码: otherVillage, 联系电话: "14400000002" }),
    ]),
  );
  await committed(id);
  officer = await aUser({ role: "county", divisionScope: county });
  colleague = await aUser({ role: "county", divisionScope: county });
  worker = await aUser({ role: "village", divisionScope: village.code });
});
afterAll(() => close());

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** The sheet's rows as texts, with the row of heads found by one of them. */
async function read(bytes: Buffer, headed = "户编号") {
  const book = await openSpreadsheet(bytesSource(bytes));
  const rows: string[][] = [];
  for await (const batch of book.sheets[0]!.rows())
    rows.push(...batch.map((row) => Array.from(row.cells, (cell) => cell?.text ?? "")));
  const at = rows.findIndex((row) => row.includes(headed));
  const heads = rows[at] ?? [];
  const people = rows
    .slice(at + 1)
    .map((row) => Object.fromEntries(heads.map((name, i) => [name, row[i] ?? ""])));
  return { title: rows[0]?.[0] ?? "", heads, people };
}

const exported = (asker: Asker, question: ExportQuestion) => whole(exportHouseholds(asker, question));
const full: ExportQuestion = { view: "full", division: county, title: "题" };

describe("an export", () => {
  it("brought back in is the same, row by row", async () => {
    const { id, answer } = await staged(await exported(officer, full));
    expect(answer).toMatchObject({ counts: { read: 3, same: 3 } });
    expect((await rowsOf(id))[0]?.payload.values).toMatchObject({
      "member.idNumber": number,
      "household.address": "=二组",
    });
  });

  it("in full has every number as text, all of it", async () => {
    const { people, heads } = await read(await exported(officer, full));
    expect(people.map((row) => row.证件号码)).toEqual(expect.arrayContaining([number, otherNumber]));
    expect(people[0]).toMatchObject({ 联系电话: "14400000001", 健康状况: "健康", "耕地面积（亩）": "3.5" });
    expect(heads.length).toBeGreaterThan(70);
  });

  it("masked shows what its reader reads anyway: a village its own, the county no health, nobody a whole number", async () => {
    const of = async (asker: Asker) => read(await exported(asker, { ...full, view: "masked" }));
    const own = await of(worker);
    expect(own.people.map((row) => [row.户编号, row.证件号码, row.联系电话, row.健康状况])).toEqual([
      ["E001", `${number.slice(0, 6)}********${number.slice(14)}`, "14400000001", "健康"],
      ["E001", expect.stringContaining("********"), "", "健康"],
    ]);
    const all = await of(officer);
    expect(all.people).toHaveLength(3);
    expect(all.heads).not.toContain("健康状况");
    expect(all.heads).not.toContain("主要致贫原因");
    expect(all.people.map((row) => row.联系电话)).toEqual(["144****0001", "", "144****0002"]);
    for (const { people } of [own, all])
      for (const secret of [number, otherNumber]) expect(JSON.stringify(people)).not.toContain(secret);
    const { answer } = await staged(await exported(officer, { ...full, view: "masked" }));
    expect(answer).toMatchObject({ counts: { refused: 3 } });
  });

  it("of the form alone is a form to fill in", async () => {
    const { people, heads } = await read(await whole(formTemplate()));
    expect(people).toEqual([]);
    expect(heads.slice(0, 3)).toEqual(["户编号", "镇办", "村（社区）"]);
  });

  it("of refused rows says why and can be mended; a destroyed ID number is not handed back", async () => {
    const rows = [
      head("E010", { 劳动技能: "很能干" }),
      head("E011", { 证件号码: (at: string) => `<c r="${at}"><v>690724196804121000</v></c>` }),
    ];
    const { id } = await staged(bookOf(rows));
    const { people } = await read(await whole(errorFile(officer, id, true)));
    expect(people.map((row) => [row.户编号, row.劳动技能, row.证件号码])).toEqual([
      ["E010", "很能干", rows[0]!.证件号码],
      ["E011", "普通劳动力", ""],
    ]);
    expect(people[1]?.为什么不能导入).toMatch(/证件号码：.*数字/);
    const again = await staged(await whole(errorFile(officer, id, true)));
    expect(again.answer).toMatchObject({ state: "staged", counts: { read: 2, refused: 2 } });
  });

  it("of refused rows is whole only for who uploaded them: to others without numbers, nor what they may not read", async () => {
    const own = idNumber();
    const { id } = await staged(
      bookOf([
        head("E020", {
          ...{ 证件号码: own, 劳动技能: "很能干", 住址: "电话13800000000", 健康状况: "残疾" },
          务工企业名称: `找${otherNumber}`,
        }),
        head(own),
      ]),
    );
    const all = JSON.stringify((await read(await whole(errorFile(worker, id, true)))).people);
    for (const secret of [own, otherNumber, "13800000000"]) expect(all).toContain(secret);
    for (const asker of [worker, officer]) {
      const { people } = await read(await whole(errorFile(asker, id, false)));
      expect(people[0]).toMatchObject({ 户编号: "E020", 姓名: "张大山", 劳动技能: "很能干" });
      expect(people[0]?.健康状况).toBe(asker === worker ? "残疾" : "***");
      for (const secret of [own, otherNumber, "13800000000"])
        expect(JSON.stringify(people)).not.toContain(secret);
    }
  });
});

describe("a masked export", () => {
  it("is for who may read it, of its own area, and written down", async () => {
    for (const role of [...roles, "public" as const]) {
      const asker: Asker = { ...publicAsker, role, divisionScope: county };
      const taken = takeMaskedExport(asker, undefined);
      if (grantOf(role, "export", "read"))
        await expect(taken, role).resolves.toMatchObject({ view: "masked", division: county });
      else
        await expect(taken, role).rejects.toMatchObject({
          code: role === "public" ? "sign-in-needed" : "forbidden",
        });
    }
    expect(await takeMaskedExport(officer, "610724108000")).toMatchObject({ division: "610724108" });
    for (const division of [
      "6107241080",
      "610724",
      "61072410800",
      "610724108000'",
      "６１０７２４１０８０００",
    ])
      await expect(takeMaskedExport(officer, division), division).rejects.toMatchObject({ code: "input" });
    for (const division of [otherVillage, "610724000000", "61"])
      await expect(takeMaskedExport(worker, division), division).rejects.toMatchObject({ code: "input" });
    const rows = await db.select().from(audit).where(eq(audit.action, "export.masked"));
    expect(rows.length).toBeGreaterThan(3);
  });
});

describe("a full export", () => {
  const reason = "核对低保名单，三日内删除";

  it("is asked for with a reason, allowed by another, taken by who asked, for three days; all of it is written down", async () => {
    for (const asker of [worker, { ...publicAsker, role: "auditor" as const, divisionScope: county }]) {
      await expect(askFullExport(asker, { division: "610724000000", reason })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(listFullExports(asker)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(askFullExport(officer, { division: "610724000000", reason: "用" })).rejects.toMatchObject({
      code: "input",
    });
    await expect(askFullExport(officer, { division: "610725000000", reason })).rejects.toMatchObject({
      code: "input",
    });
    const { id } = await askFullExport(officer, { division: "610724108000", reason });
    await expect(takeFullExport(officer, id)).rejects.toMatchObject({ code: "not-open" });
    await expect(decideFullExport(officer, id, true)).rejects.toMatchObject({ code: "own-case" });
    await expect(decideFullExport(worker, id, true)).rejects.toMatchObject({ code: "forbidden" });
    const outsider = await aUser({ role: "county", divisionScope: "610725" });
    await expect(decideFullExport(outsider, id, true)).rejects.toMatchObject({ code: "not-found" });
    const cheat = tx((w) =>
      w
        .update(fullExports)
        .set({ state: "allowed", decidedBy: officer.userId })
        .where(eq(fullExports.id, id)),
    );
    await expect(cheat).rejects.toMatchObject({ constraint: "full_exports_duties" });
    await decideFullExport(colleague, id, true);
    await expect(decideFullExport(colleague, id, false)).rejects.toMatchObject({ code: "not-open" });
    await expect(takeFullExport(colleague, id)).rejects.toMatchObject({ code: "not-found" });
    const question = await takeFullExport(officer, id);
    expect(question).toMatchObject({ view: "full", division: "610724108" });
    const { title, people } = await read(await exported(officer, question));
    for (const part of [id.slice(-8), officer.name, reason]) expect(title).toContain(part);
    expect(people.map((row) => row.户编号)).toEqual(["E001", "E001"]);
    const later = new Date(Date.now() + 4 * 86_400_000);
    await expect(takeFullExport(officer, id, later)).rejects.toMatchObject({ code: "not-open" });
    expect((await listFullExports(officer, later)).find((row) => row.id === id)).toMatchObject({
      ended: true,
      state: "allowed",
    });
    const log = await db
      .select({ action: audit.action, why: audit.why })
      .from(audit)
      .where(eq(audit.subjectId, id));
    expect(log).toEqual(
      ["export.ask", "export.allow", "export.take"].map((action) => ({ action, why: reason })),
    );
  });

  it("that was refused is not taken", async () => {
    const { id } = await askFullExport(officer, { division: "610724000000", reason });
    await decideFullExport(colleague, id, false);
    await expect(takeFullExport(officer, id)).rejects.toMatchObject({ code: "not-open" });
  });
});
