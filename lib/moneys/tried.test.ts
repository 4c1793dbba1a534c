import { eq } from "drizzle-orm";
import { array, assert, asyncProperty, integer } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { disputes, dues, payments } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type DisputeState, disputeStates, type PaymentState, paymentStates, roles } from "@/db/words";
import { type Asker, publicAsker, systemAsker } from "@/lib/access/asker";
import { anAgreement, pingliTerms } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { answerDispute, closeDispute, disputeMoney, insistOnDispute } from "@/lib/moneys/dispute";
import { makeDues } from "@/lib/moneys/make";
import {
  type DisputeMove,
  disputeMoves,
  openDisputeMoves,
  openPaymentMoves,
  type PaymentMove,
  paymentMoves,
} from "@/lib/moneys/moves";
import { recordPayments, reversePayment } from "@/lib/moneys/pay";
import { confirmPayments } from "@/lib/moneys/receive";
import { isRefusal } from "@/lib/refusal/refusal";

/** The move tables of money tried at their doors: every role, every state, every move; done or refused as they say. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const late = "2026-12-05";
const reason = "已核对";
const everyone = [...roles, "public", "system"] as const;
type Who = (typeof everyone)[number];

/** Pingli's shares with the first line due 30 November. */
async function aLine() {
  const posting = await aPosting({ kind: "equity" });
  const agreement = { terms: pingliTerms("11-30"), endsOn: null };
  const a = await anAgreement({ posting, size: 3, startsOn: "2026-03-11", agreement });
  while ((await makeDues("2026-03-11")) > 0);
  const [due] = await db.select().from(dues).where(eq(dues.agreementId, a.agreementId)).orderBy(dues.dueOn);
  const firm = a.posting.enterprise.user;
  // The second officer had no part in the match.
  const askers: Record<Who, Asker> = {
    ...a.who,
    county: a.who.county2,
    enterprise: firm,
    public: publicAsker,
    system: systemAsker,
  };
  return { a, due: due?.id ?? "", firm, askers };
}
type Line = Awaited<ReturnType<typeof aLine>>;

const record = async ({ firm, due }: Line) =>
  (
    await recordPayments(firm, { lines: [{ due, amountFen: 50_000 }], paidOn: late, method: "card" }, late)
  )[0] ?? "";
const dispute = (asker: Asker, due: string, payment?: string) =>
  disputeMoney(asker, { due, reason: "did-not-come", ...(payment && { payment }) }, late);

/** A line with a payment that stands in a state; null: with none. */
async function paymentIn(state: PaymentState | null): Promise<Line & { id: string }> {
  const line = await aLine();
  if (state === null) return { ...line, id: "" };
  const id = await record(line);
  const { household } = line.a.who;
  if (state === "confirmed") await confirmPayments(household, { payments: [id] }, late);
  if (state === "disputed") await dispute(household, line.due, id);
  if (state === "reversed" || state === "reversal") await reversePayment(line.firm, id, { reason }, late);
  if (state !== "reversal") return { ...line, id };
  const [back] = await db.select().from(payments).where(eq(payments.reversalOf, id));
  return { ...line, id: back?.id ?? "" };
}

async function disputeIn(state: DisputeState | null): Promise<Line & { id: string }> {
  const line = await aLine();
  if (state === null) return { ...line, id: "" };
  const id = await dispute(line.a.who.household, line.due);
  if (state === "answered") await answerDispute(line.firm, id, { reason }, late);
  if (state === "closed") await closeDispute(line.a.who.household, id, { reason }, late);
  return { ...line, id };
}

const done = (work: Promise<unknown>) =>
  work.then(
    () => true,
    (error: unknown) => {
      // Badly asked is not refused: it would prove nothing.
      if (isRefusal(error) && error.code !== "input") return false;
      throw error;
    },
  );

const doPayment = (asker: Asker, move: PaymentMove, { due, id }: { due: string; id: string }) => {
  if (move === "record")
    return recordPayments(asker, { lines: [{ due, amountFen: 1 }], paidOn: late, method: "card" }, late);
  if (move === "confirm") return confirmPayments(asker, { payments: [id || "none"], note: "当面说的" }, late);
  if (move === "dispute") return dispute(asker, due, id || "none");
  return reversePayment(asker, id || "none", { reason }, late);
};
const doDispute = (asker: Asker, move: DisputeMove, { due, id }: { due: string; id: string }) => {
  if (move === "open") return dispute(asker, due);
  const acts = { answer: answerDispute, insist: insistOnDispute, close: closeDispute };
  return acts[move](asker, id || "none", { reason }, late);
};

describe("a payment", () => {
  // Recording is of a line, whatever payments it has; the others are of a payment.
  const moves = (Object.keys(paymentMoves) as PaymentMove[]).filter((move) => move !== "record");
  it.each([null, ...paymentStates])(
    "that is %s: every move by every role is done or refused as the table says",
    async (state) => {
      let line = await paymentIn(state);
      for (const move of moves)
        for (const who of everyone) {
          const may = openPaymentMoves(who, state).includes(move);
          expect(await done(doPayment(line.askers[who], move, line)), `${who} ${move} ${state}`).toBe(may);
          if (may) line = await paymentIn(state);
          else if (line.id) {
            const [row] = await db.select().from(payments).where(eq(payments.id, line.id));
            expect(row?.state).toBe(state);
          }
        }
    },
  );

  it("is recorded by the enterprise alone", async () => {
    const line = await paymentIn(null);
    for (const who of everyone)
      expect(await done(doPayment(line.askers[who], "record", line)), who).toBe(
        openPaymentMoves(who, null).includes("record"),
      );
  });
});

describe("a dispute", () => {
  const moves = Object.keys(disputeMoves) as DisputeMove[];
  it.each([null, ...disputeStates])(
    "that is %s: every move by every role is done or refused as the table says",
    async (state) => {
      let line = await disputeIn(state);
      for (const move of moves)
        for (const who of everyone) {
          // Once closed, a new one may be opened about the same line: that is a dispute of its own.
          const from = move === "open" && state === "closed" ? null : state;
          const may = openDisputeMoves(who, from).includes(move);
          expect(await done(doDispute(line.askers[who], move, line)), `${who} ${move} ${state}`).toBe(may);
          if (may) line = await disputeIn(state);
          else if (line.id) {
            const [row] = await db.select().from(disputes).where(eq(disputes.id, line.id));
            expect(row?.state).toBe(state);
          }
        }
    },
  );

  it("is not closed by an officer with any hand in it, whatever role they had then", async () => {
    const of = async (hand: (line: Line, officer: string) => Promise<unknown>) => {
      const line = await aLine();
      const id = await dispute(line.a.who.household, line.due);
      const officer = line.a.who.county2;
      await hand(line, officer.userId);
      return closeDispute(officer, id, { reason }, late).then(
        () => "closed",
        (error: unknown) => (isRefusal(error) ? error.code : String(error)),
      );
    };
    expect(await of(async () => {})).toBe("closed");
    const paidBy = (values: (officer: string) => object) => async (line: Line, officer: string) =>
      tx((w) =>
        w.insert(payments).values({
          dueId: line.due,
          enterpriseId: line.a.posting.enterprise.id,
          householdCode: line.a.household.code,
          amountFen: 1,
          paidOn: late,
          method: "cash",
          recordedBy: "somebody",
          ...values(officer),
        }),
      );
    expect(await of(paidBy((officer) => ({ recordedBy: officer })))).toBe("own-case");
    expect(
      await of(paidBy((officer) => ({ state: "confirmed", confirmedBy: officer, confirmedAt: new Date() }))),
    ).toBe("own-case");
    const inDispute = (values: (officer: string) => object) => async (line: Line, officer: string) =>
      tx((w) => w.update(disputes).set(values(officer)).where(eq(disputes.dueId, line.due)));
    expect(await of(inDispute((officer) => ({ openedBy: officer })))).toBe("own-case");
    expect(await of(inDispute((officer) => ({ answeredBy: officer })))).toBe("own-case");
  });
});

it("taking payments back restores the line to the fen, whatever was paid and in whatever order", async () => {
  const line = await aLine();
  const balance = async () => {
    const [due] = await db.select().from(dues).where(eq(dues.id, line.due));
    return due;
  };
  const before = await balance();
  await assert(
    asyncProperty(
      array(integer({ min: 1, max: 37_500 }), { minLength: 1, maxLength: 4 }),
      async (amounts) => {
        const ids: string[] = [];
        for (const amountFen of amounts)
          ids.push(
            ...(await recordPayments(
              line.firm,
              { lines: [{ due: line.due, amountFen }], paidOn: late, method: "card" },
              late,
            )),
          );
        const sum = amounts.reduce((all, fen) => all + fen, 0);
        expect((await balance())?.paidFen).toBe(sum);
        for (const id of amounts[0]! % 2 ? ids : ids.toReversed())
          await reversePayment(line.firm, id, { reason }, late);
        expect(await balance()).toEqual(before);
        const rows = await db.select().from(payments).where(eq(payments.dueId, line.due));
        expect(rows.reduce((all, row) => all + row.amountFen, 0)).toBe(0);
      },
    ),
    { numRuns: 12 },
  );
});
