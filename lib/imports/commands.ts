import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { importBatches, importMappings, importRows } from "@/db/schema";
import { type ImportState, importKinds } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { shapeOf } from "@/lib/imports/heads";
import { formOf } from "@/lib/imports/kinds";
import { progressOf, runImport, stopImport, type WorkerSays } from "@/lib/imports/runner";
import { forgetUpload, keepUpload, makeRoom, uploadOf } from "@/lib/imports/uploads";
import { maskLongRuns } from "@/lib/numbers/long-runs";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

export type Batch = typeof importBatches.$inferSelect;

export const uploadInput = z.strictObject({
  kind: z.enum(importKinds),
  fileName: z.string().trim().min(1).max(200),
  /** What a list of places rests on. */
  document: z.string().trim().max(200).default(""),
});

/** The part of a WHERE that keeps batches inside what the asker may see: those staged for a part of its area. */
export function readableBatches(asker: Asker): SQL {
  permit(asker, "import", "read");
  const scope = asker.role === "system" ? "" : (asker.divisionScope ?? "-");
  return sql`substr(${importBatches.divisionScope}, 1, ${scope.length}) = ${scope}`;
}

/**
 * Takes a file in and begins to read it; what it would do is then on the batch's page. The file is sealed on its
 * way to disk, and kept until it is committed or given up: its columns may be said anew.
 * @throws Refusal forbidden, input, too-many-files, file too-large
 */
export async function startImport(
  asker: Asker,
  raw: unknown,
  body: AsyncIterable<Uint8Array>,
  today: string,
): Promise<{ id: string }> {
  permit(asker, "import", "write");
  const { kind, fileName, document } = parse(uploadInput, raw);
  const scope = asker.divisionScope ?? refuse("forbidden");
  // Places are the county's; a village brings only its people.
  if (kind !== "households") permit(asker, "import", "decide");
  if (kind === "poor-villages" && document === "") refuseFields({ document: { code: "missing" } });
  await refuseTooMany(db, asker);
  await makeRoom((one) => progressOf(one) !== null);
  const id = newId();
  const { size } = await keepUpload(id, body);
  if (size === 0) {
    await forgetUpload(id);
    refuse("file", { problem: "no-rows" });
  }
  const entered = tx(async (w) => {
    // Files may have come in side by side.
    await refuseTooMany(w, asker);
    await w.insert(importBatches).values({
      ...{ id, kind, fileName: maskLongRuns(fileName), fileSize: size },
      ...{ divisionScope: scope, stagedFor: today, document: document || null },
      stagedBy: asker.userId,
    });
    await note(w, asker, "import.stage", id, { kind, size });
  });
  await entered.catch(async (error: unknown) => {
    await forgetUpload(id);
    throw error;
  });
  read(asker, { id, kind, divisionScope: scope, stagedFor: today });
  return { id };
}

/** Files of one person that may be read, or wait to be, at once. */
const mostAtOnce = 3;

async function refuseTooMany(from: Pick<Writer, "$count">, asker: Asker): Promise<void> {
  const own = eq(importBatches.stagedBy, asker.userId ?? "");
  const open = inArray(importBatches.state, ["reading", "columns"]);
  if ((await from.$count(importBatches, and(own, open))) >= mostAtOnce)
    refuse("too-many-files", { max: mostAtOnce });
}

const note = (w: Writer, asker: Asker, action: string, id: string, after?: object) =>
  record(w, asker, { action, subject: "import", subjectId: id, ...(after && { after }) });

function read(asker: Asker, batch: Pick<Batch, "id" | "kind" | "divisionScope" | "stagedFor">): void {
  const { id, kind, divisionScope: scope, stagedFor: today } = batch;
  const upload = uploadOf(id) ?? refuse("file-gone");
  const { path, key, iv } = upload;
  const question = { importId: id, kind, scope, today, userId: asker.userId };
  runImport(id, { task: "stage", question, path, key: { key, iv } }, async (said) => {
    // Read or not, the file is kept: its columns may have been taken for the wrong ones.
    if (said.says !== "failed") return;
    await forgetUpload(id);
    await fail(id, said.failure);
  });
}

const ofState = (id: string, ...states: ImportState[]) =>
  and(eq(importBatches.id, id), inArray(importBatches.state, states));

/** What had been staged of it goes. */
const fail = (id: string, failure: { code: string }) =>
  tx(async (w) => {
    const rows = await w
      .update(importBatches)
      .set({ state: "failed", failure })
      .where(ofState(id, "reading"))
      .returning({ id: importBatches.id });
    if (rows.length > 0) await w.delete(importRows).where(eq(importRows.importId, id));
  });

async function load(w: Pick<Writer, "select">, asker: Asker, id: string): Promise<Batch> {
  const [batch] = await w
    .select()
    .from(importBatches)
    .where(and(eq(importBatches.id, id), readableBatches(asker)));
  return batch ?? refuse("not-found");
}

/**
 * Says what the columns of a file mean, for this one and for all that are shaped alike, and reads it again.
 * @param columns head → field of the form, or "" to leave it out. @throws Refusal not-found, not-open, input, file-gone
 */
export async function sayColumns(asker: Asker, id: string, columns: Record<string, string>): Promise<void> {
  permit(asker, "import", "write");
  const batch = await load(db, asker, id);
  if (batch.state !== "columns") refuse("not-open");
  const heads = batch.notes?.ignored ?? [];
  const form = formOf(batch.kind);
  const known = new Set(form.columns.map((column) => column.field));
  const said = Object.fromEntries(
    heads.flatMap((head) => {
      const field = columns[head];
      return field === undefined ? [] : [[head, known.has(field) ? field : null] as const];
    }),
  );
  const given = new Set(Object.values(said));
  const missing = form.needs.filter((need) => !need.split("|").some((field) => given.has(field)));
  if (missing.length > 0)
    refuseFields(
      Object.fromEntries(missing.map((field) => [field.split("|")[0] ?? "", { code: "missing" }])),
    );
  if (!uploadOf(id)) refuse("file-gone");
  await tx(async (w) => {
    const rows = await w
      .update(importBatches)
      .set({ state: "reading", notes: null })
      .where(ofState(id, "columns"))
      .returning({ id: importBatches.id });
    if (rows.length === 0) refuse("not-open");
    const key = { kind: batch.kind, shape: shapeOf(heads.map((text) => ({ text }))) };
    const set = { columns: said, setBy: asker.userId, updatedAt: new Date() };
    await w
      .insert(importMappings)
      .values({ ...key, ...set })
      .onConflictDoUpdate({ target: [importMappings.kind, importMappings.shape], set });
    await note(w, asker, "import.columns", id);
  });
  read(asker, batch);
}

/**
 * Begins to commit a staged file: all of it, or nothing. Whoever staged it does not.
 * @throws Refusal forbidden, not-found, not-open, own-case, rows-refused, nothing-to-do
 */
export async function commitImport(asker: Asker, id: string, today: string): Promise<void> {
  permit(asker, "import", "decide");
  const kind = await tx(async (w) => {
    const batch = await load(w, asker, id);
    if (batch.state !== "staged") refuse("not-open");
    if (batch.stagedBy === asker.userId) refuse("own-case");
    const { counts } = batch;
    if (formOf(batch.kind).whole && (counts?.refused ?? 0) > 0) refuse("rows-refused");
    const changes = (counts?.new ?? 0) + (counts?.changed ?? 0);
    if (changes === 0 && !formOf(batch.kind).whole) refuse("nothing-to-do");
    const rows = await w
      .update(importBatches)
      .set({ state: "committing", committedBy: asker.userId, failure: null })
      .where(ofState(id, "staged"))
      .returning({ id: importBatches.id });
    if (rows.length === 0) refuse("not-open");
    return batch.kind;
  });
  runImport(id, { task: "commit", question: { importId: id, kind, today, asker } }, (said) => back(id, said));
  await forgetUpload(id);
}

/** A commit that did not come about leaves the batch as it was staged. */
async function back(id: string, said: WorkerSays): Promise<void> {
  if (said.says !== "failed") return;
  await tx((w) =>
    w
      .update(importBatches)
      .set({ state: "staged", committedBy: null, failure: said.failure })
      .where(ofState(id, "committing")),
  );
}

/** Begins to take a committed file back, all of it or nothing. @throws Refusal forbidden, not-found, not-open, input */
export async function undoImport(asker: Asker, id: string, why: string, today: string): Promise<void> {
  permit(asker, "import", "decide");
  if (why.trim().length < 2) refuseFields({ why: { code: "missing" } });
  const batch = await load(db, asker, id);
  if (batch.state !== "committed") refuse("not-open");
  await tx((w) => w.update(importBatches).set({ failure: null }).where(ofState(id, "committed")));
  const question = { importId: id, kind: batch.kind, today, asker, why: why.trim().slice(0, 200) };
  runImport(id, { task: "undo", question }, async (said) => {
    if (said.says !== "failed") return;
    const { failure } = said;
    await tx((w) => w.update(importBatches).set({ failure }).where(ofState(id, "committed")));
  });
}

/** Gives up a file that is not committed; what was staged of it goes. @throws Refusal forbidden, not-found, not-open */
export async function discardImport(asker: Asker, id: string): Promise<void> {
  permit(asker, "import", "write");
  await tx(async (w) => {
    await load(w, asker, id);
    const rows = await w
      .update(importBatches)
      .set({ state: "discarded" })
      .where(ofState(id, "reading", "columns", "staged"))
      .returning({ id: importBatches.id });
    if (rows.length === 0) refuse("not-open");
    await w.delete(importRows).where(eq(importRows.importId, id));
    await note(w, asker, "import.discard", id);
  });
  stopImport(id);
  await forgetUpload(id);
}
