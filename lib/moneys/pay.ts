import { and, eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { payments } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { type AuditNote, record, recordAll } from "@/lib/audit/commands";
import { countOn } from "@/lib/moneys/count";
import { guard } from "@/lib/moneys/guard";
import { type PaymentInput, paymentInput, reasonInput } from "@/lib/moneys/input";
import { loadDue, loadPayment } from "@/lib/moneys/load";
import { countsAsPaid, paymentMoves } from "@/lib/moneys/moves";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/**
 * The enterprise records what it paid, all lines or none.
 * @returns the ids of the payments, in the order of the lines.
 * @throws Refusal forbidden, input, not-found, more-than-due.
 */
export async function recordPayments(asker: Asker, raw: unknown, today: string): Promise<string[]> {
  permit(asker, "ledger", "write");
  const input = parse(paymentInput, raw);
  return tx((w) => recordIn(w, asker, input, today));
}

/** The same inside a transaction: a sheet's rows. */
export async function recordIn(
  w: Writer,
  asker: Asker,
  { lines, paidOn, method, reference }: PaymentInput,
  today: string,
  importId: string | null = null,
): Promise<string[]> {
  if (paidOn > today) refuseFields({ paidOn: { code: "too-big" } });
  const notes: AuditNote[] = [];
  const ids: string[] = [];
  for (const line of lines) {
    const loaded = await loadDue(w, asker, line.due);
    const { due } = loaded;
    const amountFen = line.amountFen ?? due.amountFen - due.paidFen;
    guard(asker, paymentMoves.record, { state: null, loaded, today, addsFen: amountFen });
    if (amountFen <= 0) refuse("more-than-due", { left: 0 });
    await countOn(w, due.id, { paidFen: amountFen, confirmedFen: 0 });
    const id = newId();
    ids.push(id);
    await w.insert(payments).values({
      ...{ id, dueId: due.id, enterpriseId: due.enterpriseId, householdCode: due.householdCode },
      ...{ amountFen, paidOn, method, reference, importId },
      recordedBy: asker.userId ?? "",
    });
    notes.push({
      action: "payment.record",
      subject: "payment",
      subjectId: id,
      householdCode: due.householdCode,
      after: { due: due.id, amountFen, paidOn, method },
    });
  }
  await recordAll(w, asker, notes);
  return ids;
}

/**
 * Takes a payment back by an entry of its own; the line is as open as before it was recorded.
 * @throws Refusal forbidden, input (reason), not-found, not-open.
 */
export async function reversePayment(asker: Asker, id: string, raw: unknown, today: string): Promise<void> {
  permit(asker, "ledger", "write");
  const { reason } = parse(reasonInput, raw);
  await tx(async (w) => {
    const loaded = await loadPayment(w, asker, id);
    const { payment, due } = loaded;
    guard(asker, paymentMoves.reverse, { state: payment.state, loaded, today, reason });
    const changed = await w
      .update(payments)
      .set({ state: paymentMoves.reverse.to })
      .where(and(eq(payments.id, id), eq(payments.state, payment.state)))
      .returning({ id: payments.id });
    if (changed.length === 0) refuse("not-open", { state: payment.state });
    const counted = countsAsPaid.includes(payment.state) ? payment.amountFen : 0;
    await countOn(w, due.id, { paidFen: -counted, confirmedFen: 0 });
    await w.insert(payments).values({
      dueId: due.id,
      enterpriseId: due.enterpriseId,
      householdCode: due.householdCode,
      amountFen: -payment.amountFen,
      paidOn: today,
      method: payment.method,
      reference: payment.reference,
      state: "reversal",
      recordedBy: asker.userId ?? "",
      reversalOf: id,
      reason,
    });
    await record(w, asker, {
      action: "payment.reverse",
      subject: "payment",
      subjectId: id,
      householdCode: due.householdCode,
      before: { state: payment.state },
      after: { state: paymentMoves.reverse.to, amountFen: payment.amountFen },
      why: reason,
    });
  });
}
