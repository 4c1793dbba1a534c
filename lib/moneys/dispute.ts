import { and, eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { disputes, payments } from "@/db/schema";
import type { DisputeState } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { countOn } from "@/lib/moneys/count";
import { guard } from "@/lib/moneys/guard";
import { disputeInput, reasonInput } from "@/lib/moneys/input";
import { handsOf, type LoadedDue, loadDispute, loadDue, loadPayment, openDisputeOf } from "@/lib/moneys/load";
import { disputeMoves, paymentMoves } from "@/lib/moneys/moves";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";

/**
 * It did not come: about a line that is late, or about a payment that was recorded; a disputed payment no
 * longer counts as paid. The dispute opens by itself, and goes to the enterprise; where one about the line is
 * under way, a payment that did not come either belongs to it, so that recording one ends nothing.
 * @returns the dispute's id. @throws Refusal forbidden, input, not-found, not-late, already-disputed, own-case.
 */
export async function disputeMoney(asker: Asker, raw: unknown, today: string): Promise<string> {
  permit(asker, "ledger", "decide");
  const input = parse(disputeInput, raw);
  return tx(async (w) => {
    const loaded = await loadDue(w, asker, input.due);
    const { due } = loaded;
    const before = await openDisputeOf(w, due.id);
    if (input.payment) await disputePayment(w, asker, input.payment, due.id, today);
    else guard(asker, disputeMoves.open, { state: null, loaded, today, disputed: before !== null });
    if (before) return goOn(w, asker, before, loaded, input.note || input.reason, today);
    const id = newId();
    const { reason, note } = input;
    await w.insert(disputes).values({
      ...{ id, dueId: due.id, paymentId: input.payment ?? null, reason, note },
      ...{ enterpriseId: due.enterpriseId, householdCode: due.householdCode },
      openedBy: asker.userId ?? "",
    });
    await record(w, asker, {
      action: "dispute.open",
      subject: "dispute",
      subjectId: id,
      householdCode: due.householdCode,
      after: { due: due.id, payment: input.payment ?? null, reason },
      why: note || null,
    });
    return id;
  });
}

/** A payment recorded meanwhile did not come either: what was answered is open again. */
async function goOn(
  w: Writer,
  asker: Asker,
  { id, state, version, householdCode }: typeof disputes.$inferSelect,
  loaded: LoadedDue,
  reason: string,
  today: string,
): Promise<string> {
  if (!disputeMoves.insist.from.some((from) => from === state)) return id;
  guard(asker, disputeMoves.insist, { state, loaded, today, reason });
  await w
    .update(disputes)
    .set({ state: disputeMoves.insist.to, version: version + 1 })
    .where(and(eq(disputes.id, id), eq(disputes.version, version)));
  await record(w, asker, {
    action: "dispute.insist",
    subject: "dispute",
    subjectId: id,
    householdCode,
    before: { state },
    after: { state: disputeMoves.insist.to },
    why: reason,
  });
  return id;
}

async function disputePayment(
  w: Writer,
  asker: Asker,
  id: string,
  dueId: string,
  today: string,
): Promise<void> {
  const loaded = await loadPayment(w, asker, id);
  const { payment, due } = loaded;
  if (due.id !== dueId) refuse("not-found");
  guard(asker, paymentMoves.dispute, {
    state: payment.state,
    loaded,
    today,
    otherHand: payment.recordedBy,
  });
  const changed = await w
    .update(payments)
    .set({
      state: paymentMoves.dispute.to,
      confirmedBy: null,
      confirmedAt: null,
      confirmedNote: null,
      confirmedSlipBy: null,
    })
    .where(and(eq(payments.id, id), eq(payments.state, payment.state)))
    .returning({ id: payments.id });
  if (changed.length === 0) refuse("not-open", { state: payment.state });
  const confirmed = payment.state === "confirmed" ? payment.amountFen : 0;
  await countOn(w, due.id, { paidFen: -payment.amountFen, confirmedFen: -confirmed });
  await record(w, asker, {
    action: "payment.dispute",
    subject: "payment",
    subjectId: id,
    householdCode: due.householdCode,
    before: { state: payment.state },
    after: { state: paymentMoves.dispute.to, amountFen: payment.amountFen },
  });
}

type Changes = Partial<typeof disputes.$inferInsert>;

/** One step of a dispute, with words the others read. */
async function step(
  asker: Asker,
  id: string,
  move: "answer" | "insist" | "close",
  raw: unknown,
  today: string,
  changes: (reason: string) => Changes,
): Promise<void> {
  permit(asker, "ledger", move === "answer" ? "write" : "decide");
  const { reason } = parse(reasonInput, raw);
  await tx(async (w) => {
    const loaded = await loadDispute(w, asker, id);
    const { dispute } = loaded;
    const { state } = dispute;
    const hands = move === "close" ? await handsOf(w, loaded.due) : [];
    guard(asker, disputeMoves[move], { state, loaded, today, reason, otherHand: dispute.answeredBy, hands });
    const to: DisputeState = disputeMoves[move].to;
    const changed = await w
      .update(disputes)
      .set({ ...changes(reason), state: to, version: dispute.version + 1 })
      .where(and(eq(disputes.id, id), eq(disputes.version, dispute.version)))
      .returning({ id: disputes.id });
    if (changed.length === 0) refuse("not-open", { state });
    await record(w, asker, {
      action: `dispute.${move}`,
      subject: "dispute",
      subjectId: id,
      householdCode: dispute.householdCode,
      before: { state },
      after: { state: to },
      why: reason,
    });
  });
}

/** The enterprise says what it did, or will do and by when. @throws Refusal as the move table says. */
export const answerDispute = (asker: Asker, id: string, raw: unknown, today: string): Promise<void> =>
  step(asker, id, "answer", raw, today, (answer) => ({
    answer,
    answeredBy: asker.userId,
    answeredAt: new Date(),
  }));

/** It still did not come. */
export const insistOnDispute = (asker: Asker, id: string, raw: unknown, today: string): Promise<void> =>
  step(asker, id, "insist", raw, today, (note) => ({ note }));

/** It is settled, says the household, its village, or an officer who had no part in the match. */
export const closeDispute = (asker: Asker, id: string, raw: unknown, today: string): Promise<void> =>
  step(asker, id, "close", raw, today, (closedWhy) => ({
    closedWhy,
    closedBy: asker.userId,
    closedAt: new Date(),
  }));
