import { and, eq } from "drizzle-orm";
import { tx } from "@/db/client";
import { importBatches } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { readableBatches } from "@/lib/imports/commands";
import { refuse } from "@/lib/refusal/refusal";

/**
 * The refused rows of a file are about to be taken along: written down, and whether whole. Only who uploaded the
 * file gets back what stood in it; to everybody else it is what they may read, with numbers masked.
 * @throws Refusal forbidden, not-found, nothing-to-do
 */
export async function takeErrors(asker: Asker, id: string): Promise<{ fileName: string; whole: boolean }> {
  permit(asker, "import", "write");
  return tx(async (w) => {
    const [batch] = await w
      .select()
      .from(importBatches)
      .where(and(eq(importBatches.id, id), readableBatches(asker)));
    const { fileName, counts, stagedBy } = batch ?? refuse("not-found");
    if (!counts?.refused) refuse("nothing-to-do");
    const whole = stagedBy !== null && stagedBy === asker.userId;
    const after = { view: whole ? "full" : "masked" };
    await record(w, asker, { action: "import.errors", subject: "import", subjectId: id, after });
    return { fileName, whole };
  });
}
