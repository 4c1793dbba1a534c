import { and, eq, inArray } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { disputes, payments } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { countOn } from "@/lib/moneys/count";
import { guard } from "@/lib/moneys/guard";
import { confirmInput } from "@/lib/moneys/input";
import { loadPayment, openDisputeOf } from "@/lib/moneys/load";
import { countsAsPaid, disputeMoves, paymentMoves } from "@/lib/moneys/moves";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/**
 * It came: says the household, or its village for it with how the household told it. Never who recorded it.
 * @throws Refusal forbidden, input, not-found, own-case, not-open.
 */
export async function confirmPayments(asker: Asker, raw: unknown, today: string): Promise<void> {
  permit(asker, "ledger", "decide");
  const { payments: ids, note } = parse(confirmInput, raw);
  if (asker.role === "village" && note === "") refuseFields({ note: { code: "missing" } });
  await tx(async (w) => {
    for (const id of ids) await confirmOne(w, asker, id, note, today);
  });
}

async function confirmOne(w: Writer, asker: Asker, id: string, note: string, today: string): Promise<void> {
  const loaded = await loadPayment(w, asker, id);
  const { payment, due } = loaded;
  guard(asker, paymentMoves.confirm, {
    state: payment.state,
    loaded,
    today,
    otherHand: payment.recordedBy,
  });
  const changed = await w
    .update(payments)
    .set({
      state: paymentMoves.confirm.to,
      confirmedBy: asker.userId,
      confirmedAt: new Date(),
      confirmedNote: note || null,
      confirmedSlipBy: asker.slipBy ?? null,
    })
    .where(and(eq(payments.id, id), eq(payments.state, payment.state)))
    .returning({ id: payments.id });
  if (changed.length === 0) refuse("not-open", { state: payment.state });
  const newlyPaid = countsAsPaid.includes(payment.state) ? 0 : payment.amountFen;
  await countOn(w, due.id, { paidFen: newlyPaid, confirmedFen: payment.amountFen });
  await record(w, asker, {
    action: "payment.confirm",
    subject: "payment",
    subjectId: id,
    householdCode: due.householdCode,
    before: { state: payment.state },
    after: { state: paymentMoves.confirm.to, amountFen: payment.amountFen },
    why: note || null,
  });
  await settleDispute(w, asker, due.id, payment, due.confirmedFen + payment.amountFen === due.amountFen);
}

/** What came leaves nothing to dispute: about this payment, or, when it was the last of it, about the line. */
async function settleDispute(
  w: Writer,
  asker: Asker,
  dueId: string,
  payment: { id: string; householdCode: string },
  allCame: boolean,
): Promise<void> {
  const dispute = await openDisputeOf(w, dueId);
  if (!dispute || !(allCame || dispute.paymentId === payment.id)) return;
  await w
    .update(disputes)
    .set({
      state: disputeMoves.close.to,
      closedBy: asker.userId,
      closedAt: new Date(),
      version: dispute.version + 1,
    })
    .where(and(eq(disputes.id, dispute.id), inArray(disputes.state, [...disputeMoves.close.from])));
  await record(w, asker, {
    action: "dispute.close",
    subject: "dispute",
    subjectId: dispute.id,
    householdCode: payment.householdCode,
    before: { state: dispute.state },
    after: { state: disputeMoves.close.to, came: payment.id },
  });
}
