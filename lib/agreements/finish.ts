import { and, asc, eq, lt, ne, notExists, sql } from "drizzle-orm";
import { db, tx, type Writer } from "@/db/client";
import {
  applications,
  enterprises,
  equityDetails,
  notices,
  objections,
  postings,
  projects,
} from "@/db/schema";
import type { SystemReason } from "@/db/words";
import { systemAsker } from "@/lib/access/asker";
import { makeAgreement } from "@/lib/agreements/make";
import { lapseOthers } from "@/lib/applications/lapse";
import { guard, type LoadedApplication, loadApplication, takeStep } from "@/lib/applications/step";
import { hasBinding } from "@/lib/approvals/binding";
import { reopen } from "@/lib/approvals/reopen";

/**
 * Notices whose last day is past and whose match nobody objects to any more: each becomes final and gets its
 * agreement, in a transaction of its own; what it rests on may be gone by then, and then it is decided again.
 * With a suspended enterprise it waits. Safe to run at any time and as often as one likes; the minute job
 * does, so that a restart or a clock change loses nothing.
 * @returns how many became final, or were reopened, now. @throws the first error, after all others were finished.
 */
export async function finishNotices(today: string): Promise<number> {
  const waiting = db
    .select({ one: sql`1` })
    .from(objections)
    .where(and(eq(objections.noticeId, notices.id), eq(objections.state, "open")));
  const due = await db
    .select({ applicationId: applications.id })
    .from(notices)
    .innerJoin(applications, eq(applications.id, notices.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(
      and(
        eq(notices.state, "open"),
        lt(notices.endsOn, today),
        eq(applications.state, "approved"),
        ne(enterprises.state, "suspended"),
        notExists(waiting),
      ),
    )
    .orderBy(asc(notices.id))
    .limit(500);
  const errors: unknown[] = [];
  let finished = 0;
  for (const { applicationId } of due)
    await finishOne(applicationId, today).then(
      (done) => {
        finished += done ? 1 : 0;
      },
      (error: unknown) => errors.push(error),
    );
  // One that cannot be finished keeps nobody else waiting; it is tried again next time.
  if (errors.length > 0) throw errors[0];
  return finished;
}

async function finishOne(applicationId: string, today: string): Promise<boolean> {
  return tx(async (w) => {
    const loaded = await loadApplication(w, systemAsker, applicationId);
    // Someone may have withdrawn or objected since the list was read: then it is no longer due.
    if (loaded.application.state !== "approved" || loaded.enterpriseState === "suspended") return false;
    const lost = await lostMeanwhile(w, loaded);
    if (lost) {
      await reopen(w, loaded, lost, today);
      return true;
    }
    guard(systemAsker, loaded, "finish", "");
    await takeStep(w, systemAsker, loaded, "finish");
    await lapseOthers(w, loaded);
    await makeAgreement(w, loaded, today);
    return true;
  });
}

/** What an approved match rested on and is gone: its enterprise, or the very link its shares name. */
async function lostMeanwhile(w: Writer, loaded: LoadedApplication): Promise<SystemReason | null> {
  if (loaded.enterpriseState === "struck-off") return "enterprise-gone";
  const [equity] = await w
    .select({ link: equityDetails.bindingLink })
    .from(equityDetails)
    .where(eq(equityDetails.postingId, loaded.application.postingId));
  return equity && !(await hasBinding(w, loaded, equity.link)) ? "binding-lost" : null;
}
