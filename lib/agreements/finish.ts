import { and, asc, eq, lt, notExists, sql } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { agreements, applications, equityDetails, notices, objections } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { guard, loadApplication, takeStep } from "@/lib/applications/step";
import { hasBinding } from "@/lib/approvals/binding";
import { record } from "@/lib/audit/commands";
import { nextNumber } from "@/lib/notices/number";

/**
 * Notices whose last day is past and whose match nobody objects to any more: each becomes final and gets its
 * agreement, in a transaction of its own. Safe to run at any time and as often as one likes; the minute job
 * does, so that a restart or a clock change loses nothing.
 * @returns how many became final now. @throws the first error, after all others were finished.
 */
export async function finishNotices(today: string): Promise<number> {
  const waiting = db
    .select({ one: sql`1` })
    .from(objections)
    .where(and(eq(objections.noticeId, notices.id), eq(objections.state, "open")));
  const due = await db
    .select({ noticeId: notices.id, applicationId: applications.id })
    .from(notices)
    .innerJoin(applications, eq(applications.id, notices.applicationId))
    .where(
      and(
        eq(notices.state, "open"),
        lt(notices.endsOn, today),
        eq(applications.state, "approved"),
        notExists(waiting),
      ),
    )
    .orderBy(asc(notices.id))
    .limit(500);
  const errors: unknown[] = [];
  let finished = 0;
  for (const { noticeId, applicationId } of due)
    await finishOne(noticeId, applicationId, today).then(
      (done) => {
        finished += done ? 1 : 0;
      },
      (error: unknown) => errors.push(error),
    );
  // One that cannot be finished keeps nobody else waiting; it is tried again next time.
  if (errors.length > 0) throw errors[0];
  return finished;
}

async function finishOne(noticeId: string, applicationId: string, today: string): Promise<boolean> {
  return tx(async (w) => {
    const loaded = await loadApplication(w, systemAsker, applicationId);
    // Someone may have withdrawn or objected since the list was read: then it is no longer due.
    if (loaded.application.state !== "approved") return false;
    guard(systemAsker, loaded, "finish", "");
    // Shares whose binding link ended meanwhile stay approved until there is one again, or somebody decides.
    const [equity] = await w
      .select({ link: equityDetails.bindingLink })
      .from(equityDetails)
      .where(eq(equityDetails.postingId, loaded.application.postingId));
    if (equity && !(await hasBinding(w, loaded, equity.link))) return false;
    await takeStep(w, systemAsker, loaded, "finish");
    await w.update(notices).set({ state: "over" }).where(eq(notices.id, noticeId));
    const number = await nextNumber(w, agreements, today.slice(0, 4));
    await w.insert(agreements).values({ number, applicationId, startsOn: today });
    await record(w, systemAsker, {
      action: "agreement.create",
      subject: "agreement",
      subjectId: number,
      householdCode: loaded.application.householdCode,
      after: { applicationId, startsOn: today },
    });
    return true;
  });
}
