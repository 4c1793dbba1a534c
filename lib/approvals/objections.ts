import { and, count, eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { notices, objections } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { guard, loadApplication, takeStep } from "@/lib/applications/step";
import { refuse } from "@/lib/refusal/refusal";

/** Objections to one application that still wait. */
async function stillOpen(w: Writer, noticeId: string): Promise<number> {
  const [row] = await w
    .select({ n: count() })
    .from(objections)
    .where(and(eq(objections.noticeId, noticeId), eq(objections.state, "open")));
  return row?.n ?? 0;
}

/**
 * Decides one objection, with a reason in writing, by an officer who had no part in the case. Upheld, the
 * match is rejected and its place is free; dismissed, and with no other waiting, it stands as approved again.
 * @throws Refusal not-found, own-case, input (reason), not-open.
 */
export async function decideObjection(
  asker: Asker,
  id: string,
  verdict: "uphold" | "dismiss",
  reason: string,
): Promise<void> {
  permit(asker, "objection", "decide");
  await tx(async (w) => {
    const [objection] = await w
      .select({
        id: objections.id,
        state: objections.state,
        noticeId: notices.id,
        applicationId: notices.applicationId,
        recordedBy: objections.recordedBy,
      })
      .from(objections)
      .innerJoin(notices, eq(notices.id, objections.noticeId))
      .where(eq(objections.id, id));
    if (!objection) return refuse("not-found");
    const loaded = await loadApplication(w, asker, objection.applicationId);
    if (objection.state !== "open") refuse("not-open", { state: objection.state });
    if (objection.recordedBy === asker.userId || loaded.application.approvedBy === asker.userId)
      refuse("own-case");
    guard(asker, loaded, verdict, reason);
    await w
      .update(objections)
      .set({
        state: verdict === "uphold" ? "upheld" : "dismissed",
        decidedBy: asker.userId,
        decisionReason: reason.trim().slice(0, 500),
        decidedAt: new Date(),
      })
      .where(and(eq(objections.id, id), eq(objections.state, "open")));
    if (verdict === "uphold") {
      // Others that wait fall with the match they object to.
      await w
        .update(objections)
        .set({
          state: "upheld",
          decidedBy: asker.userId,
          decisionReason: reason.trim().slice(0, 500),
          decidedAt: new Date(),
        })
        .where(and(eq(objections.noticeId, objection.noticeId), eq(objections.state, "open")));
      await takeStep(w, asker, loaded, "uphold", { stateReason: reason.trim() });
    } else if ((await stillOpen(w, objection.noticeId)) === 0) {
      await takeStep(w, asker, loaded, "dismiss", { stateReason: reason.trim() });
    }
  });
}
