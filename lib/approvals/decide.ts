import { eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { applicationParcels, notices } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { guard, type LoadedApplication, loadApplication, takeStep } from "@/lib/applications/step";
import { hasBinding } from "@/lib/approvals/binding";
import { record } from "@/lib/audit/commands";
import { type Fit, offeredMu100 } from "@/lib/matching/eligibility";
import { matchNow } from "@/lib/matching/match-now";
import { noticeEndsOn } from "@/lib/notices/days";
import { nextNumber } from "@/lib/notices/number";
import type { Policy } from "@/lib/policy/policy";
import { refuse } from "@/lib/refusal/refusal";

/** Whether what the application brings is still free: nothing is spent twice. */
async function stillBrings(w: Writer, fit: Fit, { application }: LoadedApplication): Promise<boolean> {
  if (fit.kind === "job") return fit.workers.some((m) => m.id === application.memberId);
  if (fit.kind === "equity") return application.size <= fit.unallotted;
  const wanted = await w
    .select()
    .from(applicationParcels)
    .where(eq(applicationParcels.applicationId, application.id));
  return wanted.every(({ parcelId, mu100 }) => {
    const parcel = fit.parcels.find((p) => p.id === parcelId);
    return parcel !== undefined && mu100 <= offeredMu100(parcel);
  });
}

async function putUpNotice(
  w: Writer,
  asker: Asker,
  { application }: LoadedApplication,
  policy: Policy,
  today: string,
): Promise<void> {
  const number = await nextNumber(w, notices, today.slice(0, 4));
  const endsOn = noticeEndsOn(today, policy);
  await w.insert(notices).values({ number, applicationId: application.id, publishedOn: today, endsOn });
  await record(w, asker, {
    action: "notice.publish",
    subject: "notice",
    subjectId: number,
    householdCode: application.householdCode,
    after: { application: application.id, publishedOn: today, endsOn },
  });
}

/**
 * The county approves: every condition of the move table is asked again on fresh rows, the place is taken,
 * and the masked notice goes up, all in one transaction.
 * @throws Refusal forbidden, not-open, own-case, word-missing, posting-closed, not-eligible, already-bound,
 * binding-missing, full.
 */
export const approveApplication = (asker: Asker, id: string, today: string): Promise<void> =>
  tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    guard(asker, loaded, "approve", "");
    const { posting, policy, answer } = await matchNow(
      w,
      loaded.application.postingId,
      loaded.application.householdCode,
      today,
    );
    if ("leftOut" in answer) return refuse("not-eligible", { rule: answer.leftOut.rule });
    if (!(await stillBrings(w, answer.fit, loaded))) refuse("already-bound");
    if (posting.kind === "equity" && !(await hasBinding(w, loaded, posting.bindingLink)))
      refuse("binding-missing");
    await takeStep(w, asker, loaded, "approve", { approvedBy: asker.userId });
    await putUpNotice(w, asker, loaded, policy, today);
  });

/** The county rejects, or returns to be mended, with a reason the household is shown. */
export const turnDown = (
  asker: Asker,
  id: string,
  move: "reject" | "return",
  reason: string,
): Promise<void> =>
  tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    guard(asker, loaded, move, reason);
    await takeStep(w, asker, loaded, move, { stateReason: reason.trim() });
  });
