import { and, eq, ne } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { agreements, applications, disputes, dues, households, payments } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { tookPart } from "@/lib/applications/step";
import { refuse } from "@/lib/refusal/refusal";

/** A line with what decisions about its money turn on, if the asker may see it. */
const readableDue = (asker: Asker) =>
  within(asker, grantOf(asker.role, "ledger", "read"), {
    village: households.villageCode,
    household: dues.householdCode,
    enterprise: dues.enterpriseId,
  });

/** @throws Refusal not-found when there is none, or none the asker may see. */
export async function loadDue(w: Writer, asker: Asker, id: string) {
  const [row] = await w
    .select({ due: dues })
    .from(dues)
    .innerJoin(households, eq(households.code, dues.householdCode))
    .where(and(eq(dues.id, id), readableDue(asker)));
  return row ?? refuse("not-found");
}
export type LoadedDue = Awaited<ReturnType<typeof loadDue>>;

/** @throws Refusal not-found. */
export async function loadPayment(w: Writer, asker: Asker, id: string) {
  const [payment] = await w.select().from(payments).where(eq(payments.id, id));
  if (!payment) return refuse("not-found");
  return { payment, ...(await loadDue(w, asker, payment.dueId)) };
}
export type LoadedPayment = Awaited<ReturnType<typeof loadPayment>>;

/** @throws Refusal not-found. */
export async function loadDispute(w: Writer, asker: Asker, id: string) {
  const [dispute] = await w.select().from(disputes).where(eq(disputes.id, id));
  if (!dispute) return refuse("not-found");
  return { dispute, ...(await loadDue(w, asker, dispute.dueId)) };
}

/** The dispute about a line that is under way, if there is one. */
export async function openDisputeOf(w: Writer, dueId: string) {
  const [dispute] = await w
    .select()
    .from(disputes)
    .where(and(eq(disputes.dueId, dueId), ne(disputes.state, "closed")));
  return dispute ?? null;
}

/**
 * Everyone whose hands a line went through: asked, applied, answered or approved the match (also those a later
 * step replaced), signed or ended its agreement, recorded or confirmed a payment, opened or answered a dispute.
 */
export async function handsOf(w: Writer, due: { id: string; agreementId: string }): Promise<string[]> {
  const [behind] = await w
    .select({ application: applications, agreement: agreements })
    .from(agreements)
    .innerJoin(applications, eq(applications.id, agreements.applicationId))
    .where(eq(agreements.id, due.agreementId));
  if (!behind) return refuse("not-found");
  const { application: a, agreement: g } = behind;
  const { asked, approved } = await tookPart(w, a.id);
  const paid = await w
    .select({ recordedBy: payments.recordedBy, confirmedBy: payments.confirmedBy })
    .from(payments)
    .where(eq(payments.dueId, due.id));
  const said = await w
    .select({ openedBy: disputes.openedBy, answeredBy: disputes.answeredBy })
    .from(disputes)
    .where(eq(disputes.dueId, due.id));
  const hands = [
    ...[a.invitedBy, a.appliedBy, a.onBehalfBy, a.consentBy, a.slipBy, a.answeredBy, a.approvedBy],
    ...[g.enterpriseSignedBy, g.householdSignedBy, g.endedBy, ...asked, ...approved],
    ...[...paid, ...said].flatMap((row): (string | null)[] => Object.values(row)),
  ];
  return [...new Set(hands.filter((id) => id !== null))];
}
