import { and, eq, inArray, ne } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { applications } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { inTheWay } from "@/lib/applications/budget";
import { moves } from "@/lib/applications/moves";
import { type LoadedApplication, loadApplication, takeStep } from "@/lib/applications/step";

/**
 * A household is placed: its other applications for the same person, plot or share cannot come to anything
 * any more. They become obsolete, and the household reads which posting took what they needed.
 */
export async function lapseOthers(w: Writer, { application }: LoadedApplication): Promise<void> {
  const others = await w
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.householdCode, application.householdCode),
        ne(applications.id, application.id),
        inArray(applications.state, [...moves.lapse.from]),
      ),
    );
  for (const { id } of others) {
    const loaded = await loadApplication(w, systemAsker, id);
    const taken = await inTheWay(w, loaded.postingKind, loaded.application);
    if (!taken) continue;
    await takeStep(w, systemAsker, loaded, "lapse", {
      reasonCode: "placed-elsewhere",
      stateReason: taken.posting,
    });
  }
}
