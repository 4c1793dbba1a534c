import { tx, type Writer } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { notices } from "@/db/schema";
import { type ReasonCode, rejectReasons, returnReasons } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { inTheWay } from "@/lib/applications/budget";
import type { MoveInput } from "@/lib/applications/input";
import { noticeMoves } from "@/lib/applications/notice-moves";
import { asSeen, guard, type LoadedApplication, loadApplication, takeStep } from "@/lib/applications/step";
import { hasBinding } from "@/lib/approvals/binding";
import { parcelsOf, standing } from "@/lib/approvals/standing";
import { record } from "@/lib/audit/commands";
import { matchNow } from "@/lib/matching/match-now";
import { noticeEndsOn } from "@/lib/notices/days";
import { nextNumber } from "@/lib/notices/number";
import type { Policy } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

async function putUpNotice(
  w: Writer,
  asker: Asker,
  { application }: LoadedApplication,
  policy: Policy,
  today: string,
): Promise<void> {
  const number = await nextNumber(w, notices, today.slice(0, 4));
  const endsOn = noticeEndsOn(today, policy);
  const { to: state } = noticeMoves.publish;
  await w
    .insert(notices)
    .values({ number, applicationId: application.id, state, publishedOn: today, endsOn });
  await record(w, asker, {
    action: "notice.publish",
    subject: "notice",
    subjectId: number,
    householdCode: application.householdCode,
    after: { application: application.id, publishedOn: today, endsOn },
  });
}

/**
 * The county approves: every condition of the move table is asked again on fresh rows, the place and what the
 * household spends are taken, and the masked notice goes up, all in one transaction.
 * @param seen the version the decision was made on. @throws Refusal forbidden, not-open, changed, own-case,
 * word-missing, posting-closed, terms-changed, already-bound (with the match in the way), not-eligible,
 * binding-missing, enterprise-frozen, full.
 */
export async function approveApplication(
  asker: Asker,
  id: string,
  today: string,
  seen?: number,
): Promise<void> {
  try {
    await tx(async (w) => {
      const loaded = await loadApplication(w, asker, id);
      guard(asker, loaded, "approve", "");
      asSeen(loaded, seen);
      await mayStand(w, loaded, today);
      await takeStep(w, asker, loaded, "approve", {
        approvedBy: asker.userId,
        approvedVersion: loaded.householdVersion,
      });
      await putUpNotice(w, asker, loaded, await policyFor(today, w), today);
    });
  } catch (error) {
    // PostgreSQL may let two get as far as the key.
    if (isConstraintError(error) && (error.table === "bookings" || error.constraint === "parcels_agreed"))
      refuse("already-bound");
    throw error;
  }
}

/** The conditions that need more than the application: asked at every approval, and shown before it. */
async function mayStand(w: Writer, loaded: LoadedApplication, today: string): Promise<void> {
  const { application, postingKind } = loaded;
  // Who owes dividends gives out no further shares.
  if (postingKind === "equity" && loaded.enterpriseFrozenOn !== null) refuse("enterprise-frozen");
  const other = await inTheWay(w, postingKind, application);
  if (other) refuse("already-bound", other);
  const now = await matchNow(w, application.postingId, application.householdCode, today);
  const missing = standing(now.answer, application, await parcelsOf(w, [application.id]));
  if (missing) refuse("not-eligible", missing);
  const { posting } = now;
  if (posting.kind === "equity" && !(await hasBinding(w, loaded, posting.bindingLink)))
    refuse("binding-missing");
}

/** The county rejects, or returns to be mended, with a reason the household is shown. */
export const turnDown = (
  asker: Asker,
  id: string,
  { move, reason = "", code, version }: MoveInput & { move: "reject" | "return" },
): Promise<void> =>
  tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    const coded: readonly ReasonCode[] = move === "return" ? returnReasons : rejectReasons;
    if (code && !coded.includes(code)) refuseFields({ code: { code: "not-in-list" } });
    const isSaid = code !== undefined && code !== "return-other" && code !== "reject-other";
    guard(asker, loaded, move, isSaid ? code : reason);
    asSeen(loaded, version);
    const reasonCode = code ?? (move === "return" ? "return-other" : "reject-other");
    await takeStep(w, asker, loaded, move, { reasonCode, stateReason: reason.trim() || null });
  });
