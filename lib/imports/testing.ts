import { eq } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { newId } from "@/db/ids";
import { insertAll } from "@/db/insert-all";
import { divisions, importBatches, importRows } from "@/db/schema";
import type { ImportKind } from "@/db/words";
import { systemAsker } from "@/lib/access/asker";
import { divisionEdition } from "@/lib/divisions/divisions";
import { readDivisions } from "@/lib/divisions/files";
import { applyBatch, undoBatch } from "@/lib/imports/apply";
import { type Payload, unsealPayload } from "@/lib/imports/payload";
import { type StageAnswer, stageFile } from "@/lib/imports/stage";
import { bytesSource } from "@/lib/spreadsheets/source";

/** The county's divisions and nobody in them. */
export async function anEmptyCounty(): Promise<void> {
  const rows = readDivisions().map((row) => ({
    ...row,
    pinyin: "ceshi",
    edition: divisionEdition,
    poor: false,
  }));
  await tx((w) => insertAll(w, divisions, rows));
}

export const importDay = "2026-11-23";

type Given = { kind?: ImportKind; scope?: string; document?: string; stagedBy?: string; today?: string };

/** A dry run of a file, in this process. */
export async function staged(bytes: Buffer, given: Given = {}): Promise<{ id: string; answer: StageAnswer }> {
  const {
    kind = "households",
    scope = "610724",
    document = null,
    stagedBy = null,
    today = importDay,
  } = given;
  const id = newId();
  await tx((w) =>
    w.insert(importBatches).values({
      ...{ id, kind, document, stagedBy, fileName: "test.xlsx", fileSize: bytes.length },
      divisionScope: scope,
      stagedFor: today,
    }),
  );
  const question = { importId: id, kind, scope, today, userId: stagedBy };
  return { id, answer: await stageFile(question, bytesSource(bytes)) };
}

/** What was staged, row by row in the file's order. */
export async function rowsOf(id: string): Promise<(typeof importRows.$inferSelect & { payload: Payload })[]> {
  const rows = await db.select().from(importRows).where(eq(importRows.importId, id)).orderBy(importRows.seq);
  return rows.map((row) => ({ ...row, payload: unsealPayload(id, row.seq, row.payloadSealed) }));
}

const question = (importId: string, kind: ImportKind) => ({
  importId,
  kind,
  today: importDay,
  asker: systemAsker,
});

export async function committed(id: string, kind: ImportKind = "households"): Promise<void> {
  await tx((w) => w.update(importBatches).set({ state: "committing" }).where(eq(importBatches.id, id)));
  await applyBatch(question(id, kind));
}

export const takenBack = (id: string, kind: ImportKind = "households"): Promise<void> =>
  undoBatch({ ...question(id, kind), why: "测试" });
