import { and, eq, inArray, isNull, lt, lte } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { applications } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { guard, loadApplication, takeStep } from "@/lib/applications/step";
import { record } from "@/lib/audit/commands";

/** So many in one go: a long list is worked off in several, and nobody waits behind it. */
const most = 500;

/**
 * Applications whose enterprise has not answered by its last day expire; the household reads why and may apply
 * elsewhere. Looks at what is due, not at when it last ran. @returns how many expired now.
 */
export async function expireUnanswered(today: string): Promise<number> {
  const due = await db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.state, "applied"), lt(applications.replyDueOn, today)))
    .orderBy(applications.replyDueOn)
    .limit(most);
  let expired = 0;
  for (const { id } of due)
    await tx(async (w) => {
      const loaded = await loadApplication(w, systemAsker, id);
      const { state, replyDueOn } = loaded.application;
      // Answered since the list was read.
      if (state !== "applied" || replyDueOn === null || replyDueOn >= today) return;
      guard(systemAsker, loaded, "expire", "");
      await takeStep(w, systemAsker, loaded, "expire", { reasonCode: "no-reply" });
      expired += 1;
    });
  return expired;
}

/**
 * Marks that whoever's turn it is has been reminded, once each time it is their turn; their page says so from
 * that day on. @returns how many were reminded now.
 */
export async function remindWaiting(today: string): Promise<number> {
  const waiting = and(
    inArray(applications.state, ["applied", "accepted"]),
    lte(applications.remindOn, today),
    isNull(applications.remindedOn),
  );
  return tx(async (w) => {
    const due = await w
      .select({ id: applications.id, state: applications.state, householdCode: applications.householdCode })
      .from(applications)
      .where(waiting)
      .limit(most);
    for (const { id, state, householdCode } of due) {
      await w.update(applications).set({ remindedOn: today }).where(eq(applications.id, id));
      await record(w, systemAsker, {
        // The enterprise is told by message; the county reads it on its desk.
        action: state === "applied" ? "application.remind" : "application.remind-county",
        subject: "application",
        subjectId: id,
        householdCode,
      });
    }
    return due.length;
  });
}
