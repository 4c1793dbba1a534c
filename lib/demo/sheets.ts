/** A village's sheet that waits for the county, and a full export somebody asks for: the desk of sheets at work. */
import { tx } from "@/db/client";
import { fullExports, importBatches } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { addDays } from "@/lib/clock/clock";
import type { DemoCounty } from "@/lib/demo/county";
import { demoId, officeHour } from "@/lib/demo/ids";
import { filledRows, sheetOf } from "@/lib/imports/export";
import { formColumns } from "@/lib/imports/form";
import { stageFile } from "@/lib/imports/stage";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { bytesSource } from "@/lib/spreadsheets/source";
import { type Written, writeXlsx } from "@/lib/spreadsheets/write";

const columnOf = (field: string) => formColumns.findIndex((column) => column.field === field);

/** The first people of a village as they are, with a phone that changed, a birth, and a word no list has. */
async function villageRows(village: string, today: string): Promise<Written[][]> {
  const rows: Written[][] = [];
  for await (const row of filledRows(systemAsker, "full", village)) {
    rows.push(row);
    if (rows.length === 16) break;
  }
  const isHead = (row: readonly Written[]) => row[columnOf("member.relation")] === "户主";
  const set = (row: Written[] | undefined, field: string, value: Written) => {
    if (row) row[columnOf(field)] = value;
  };
  const heads = rows.filter(isHead);
  set(heads[0], "household.phone", "14499990001");
  set(heads[1], "member.laborClass", "很能干");
  const born = addDays(today, -20);
  const child: Written[] = formColumns.map(() => null);
  set(child, "code", heads[2]?.[columnOf("code")]);
  set(child, "member.name", "小满");
  set(child, "member.relation", "之孙女");
  set(child, "member.idNumber", inventedIdNumber(born, 998));
  set(child, "member.health", "健康");
  set(child, "member.laborClass", "无劳动力");
  set(child, "member.schooling", "学龄前儿童");
  return heads[2] ? [...rows, child] : rows;
}

/** Staged as the village's worker would: with the same reading and the same checks. */
export async function writeSheets(county: DemoCounty, today: string): Promise<void> {
  const worker = county.accounts.find((account) => account.username === "village");
  const officer = county.accounts.find((account) => account.username === "county2");
  if (!worker?.divisionScope || !officer) return;
  const parts: Uint8Array[] = [];
  const rows = await villageRows(worker.divisionScope, today);
  for await (const part of writeXlsx([sheetOf(formColumns, rows)])) parts.push(part);
  const file = Buffer.concat(parts);
  const at = officeHour(addDays(today, -1), 95);
  const id = demoId("N", 1, at);
  const { divisionScope: scope } = worker;
  await tx(async (w) => {
    await w.insert(importBatches).values({
      ...{ id, kind: "households", fileName: "本村核对.xlsx", fileSize: file.length, divisionScope: scope },
      ...{ stagedFor: today, stagedBy: worker.id, createdAt: at },
    });
    await w.insert(fullExports).values({
      id: demoId("X", 1, at),
      division: "610724108000",
      reason: "民政局核对低保名单，三日内删除",
      askedBy: officer.id,
      createdAt: at,
    });
  });
  const question = { importId: id, kind: "households" as const, scope, today, userId: worker.id };
  await stageFile(question, bytesSource(file));
}
