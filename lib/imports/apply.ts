import { and, asc, eq, gt } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { isConstraintError, mapError } from "@/db/errors";
import { importBatches, importRows } from "@/db/schema";
import type { ImportKind } from "@/db/words";
import { type Asker, systemAsker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import type { AtLast, ImportForm, WriteContext } from "@/lib/imports/kind";
import { formOf } from "@/lib/imports/kinds";
import { unsealPayload } from "@/lib/imports/payload";
import { refuse } from "@/lib/refusal/refusal";

export type ApplyQuestion = { importId: string; kind: ImportKind; today: string; asker: Asker; why?: string };

/** Units written at once: statements are full, and not all of a county lies open in memory. */
const unitsAtOnce = 250;

/** What the batch writes, some at a time, in the order of its file. */
async function inPortions(
  w: Writer,
  importId: string,
  work: (writes: unknown[]) => Promise<void>,
  onProgress: (share: number) => void,
) {
  const writing = and(eq(importRows.importId, importId), eq(importRows.writes, true));
  const all = await w.$count(importRows, writing);
  for (let done = 0, after = 0; done < all; ) {
    const some = await w
      .select({ seq: importRows.seq, sealed: importRows.payloadSealed })
      .from(importRows)
      .where(and(writing, gt(importRows.seq, after)))
      .orderBy(asc(importRows.seq))
      .limit(unitsAtOnce);
    await work(some.map(({ seq, sealed }) => unsealPayload(importId, seq, sealed).write));
    done += some.length;
    after = some.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
    onProgress(done / all);
  }
}

const contextOf = ({ importId, today, asker, why }: ApplyQuestion): WriteContext => ({
  importId,
  today,
  userId: asker.userId,
  ...(why !== undefined && { why }),
});

/** A key that is taken was free when the file was staged. @throws Refusal changed */
async function written(
  form: ImportForm<unknown>,
  w: Writer,
  writes: readonly unknown[],
  context: WriteContext,
) {
  try {
    await form.write(w, writes, context);
  } catch (error) {
    const said = mapError(error);
    if (isConstraintError(said) && said.kind === "unique") refuse("changed");
    throw error;
  }
}

/**
 * Commits a batch: every unit in one transaction, or none. Run outside the server's own thread.
 * @throws Refusal changed when a unit is no longer as it was when staged, not-open when the batch is not being
 * committed.
 */
export async function applyBatch(
  question: ApplyQuestion,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const { importId, kind, asker } = question;
  const form = formOf(kind);
  await tx(async (w) => {
    const batch = await moved(w, importId, "committing", { state: "committed", committedAt: new Date() });
    onProgress(0);
    await inPortions(w, importId, (writes) => written(form, w, writes, contextOf(question)), onProgress);
    await form.finish?.(w, contextOf(question));
    await record(w, asker.role === "system" ? systemAsker : asker, {
      action: "import.commit",
      subject: "import",
      subjectId: importId,
      after: { kind, counts: batch.counts },
    });
  });
}

/**
 * Takes a committed batch back, all of it or nothing.
 * @throws Refusal changed when something of it was changed since, not-open when it is not committed.
 */
export async function undoBatch(
  question: ApplyQuestion,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const { importId, kind, asker, why = "" } = question;
  const form = formOf(kind);
  await tx(async (w) => {
    await moved(w, importId, "committed", {
      state: "undone",
      undoneAt: new Date(),
      undoneBy: asker.userId,
      undoneWhy: why,
    });
    const later: AtLast[] = [];
    const taken = async (writes: unknown[]) => {
      const atLast = await form.undo(w, writes, contextOf(question));
      if (atLast) later.push(atLast);
    };
    await inPortions(w, importId, taken, onProgress);
    for (const atLast of later) await atLast();
    await record(w, asker, {
      action: "import.undo",
      subject: "import",
      subjectId: importId,
      after: { kind },
      why,
    });
  });
}

async function moved(
  w: Writer,
  importId: string,
  from: "committing" | "committed",
  set: Partial<typeof importBatches.$inferInsert>,
) {
  const [batch] = await w
    .update(importBatches)
    .set(set)
    .where(and(eq(importBatches.id, importId), eq(importBatches.state, from)))
    .returning();
  return batch ?? refuse("not-open");
}
