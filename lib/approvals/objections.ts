import { and, eq, inArray } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { notices, objections } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { guard, loadApplication, takeStep } from "@/lib/applications/step";
import { recordAll } from "@/lib/audit/commands";
import { reasonInput } from "@/lib/postings/input";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";

/** The objections to one notice that still wait, and who recorded each. */
const stillOpen = (w: Writer, noticeId: string) =>
  w
    .select({ id: objections.id, recordedBy: objections.recordedBy })
    .from(objections)
    .where(and(eq(objections.noticeId, noticeId), eq(objections.state, "open")));

/**
 * Decides one objection, with a reason in writing, by an officer who had no part in the case. Upheld, the
 * match is rejected and its place is free; dismissed, and with no other waiting, it stands as approved again.
 * @throws Refusal not-found, own-case, input (reason), not-open.
 */
export async function decideObjection(
  asker: Asker,
  id: string,
  verdict: "uphold" | "dismiss",
  given: string,
): Promise<void> {
  permit(asker, "objection", "decide");
  const { reason } = parse(reasonInput, { reason: given });
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
    const open = await stillOpen(w, objection.noticeId);
    // Upholding one decides all that wait: none of them may be the officer's own.
    const decides = verdict === "uphold" ? open : open.filter((o) => o.id === id);
    const { application, tookPart } = loaded;
    if (
      [application.approvedBy, ...tookPart.approved].includes(asker.userId) ||
      decides.some(({ recordedBy }) => recordedBy === asker.userId)
    )
      refuse("own-case");
    guard(asker, loaded, verdict, reason);
    const decided = { decidedBy: asker.userId, decisionReason: reason };
    const ids = decides.map((o) => o.id);
    await w
      .update(objections)
      .set({ ...decided, state: verdict === "uphold" ? "upheld" : "dismissed", decidedAt: new Date() })
      .where(and(inArray(objections.id, ids), eq(objections.state, "open")));
    await recordAll(
      w,
      asker,
      ids.map((subjectId) => ({
        action: `objection.${verdict}`,
        subject: "objection",
        subjectId,
        householdCode: loaded.application.householdCode,
        before: { state: "open" },
        after: { application: objection.applicationId },
        why: decided.decisionReason,
      })),
    );
    // Dismissed, the match stands again only when nobody else's objection waits.
    if (verdict === "uphold" || open.length === 1)
      await takeStep(w, asker, loaded, verdict, { stateReason: reason });
  });
}
