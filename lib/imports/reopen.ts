import { and, eq } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { importBatches, importRows } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { readableBatches } from "@/lib/imports/commands";
import { uploadOf } from "@/lib/imports/uploads";
import { refuse } from "@/lib/refusal/refusal";

/**
 * A staged file whose columns were taken for the wrong ones: they can be said anew, and what was staged of it goes.
 * The file is kept, sealed, until it is committed or given up; not beyond a restart.
 * @throws Refusal forbidden, not-found, not-open, file-gone
 */
export async function reopenColumns(asker: Asker, id: string): Promise<void> {
  permit(asker, "import", "write");
  const own = and(eq(importBatches.id, id), readableBatches(asker));
  const [batch] = await db.select().from(importBatches).where(own);
  const { state, notes } = batch ?? refuse("not-found");
  if (state !== "staged" || !notes) return refuse("not-open");
  if (!uploadOf(id) || !notes.heads) return refuse("file-gone");
  const set = { state: "columns" as const, counts: null, notes: { ...notes, ignored: notes.heads } };
  await tx(async (w) => {
    const rows = await w
      .update(importBatches)
      .set(set)
      .where(and(own, eq(importBatches.state, "staged")))
      .returning({ id: importBatches.id });
    if (rows.length === 0) refuse("not-open");
    await w.delete(importRows).where(eq(importRows.importId, id));
    await record(w, asker, { action: "import.reopen", subject: "import", subjectId: id });
  });
}
