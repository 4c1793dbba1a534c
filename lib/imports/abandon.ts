import { eq, inArray } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { importBatches, importRows } from "@/db/schema";

/** At start: files that were being read are gone; what was being committed is committed or as it was staged. */
export async function abandonImports(): Promise<void> {
  const reading = await db
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(inArray(importBatches.state, ["reading", "columns"]));
  await tx(async (w) => {
    for (const { id } of reading) await w.delete(importRows).where(eq(importRows.importId, id));
    await w
      .update(importBatches)
      .set({ state: "failed", failure: { code: "restarted" } })
      .where(inArray(importBatches.state, ["reading", "columns"]));
    await w
      .update(importBatches)
      .set({ state: "staged", committedBy: null, failure: { code: "restarted" } })
      .where(eq(importBatches.state, "committing"));
  });
}
