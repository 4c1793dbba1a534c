import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContractTerms } from "@/db/agreement-terms";
import { db } from "@/db/client";
import { deliveries, disputes, profitDeclarations } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { answerAnnex, proposeAnnex } from "@/lib/agreements/annex";
import { endAgreement } from "@/lib/agreements/end";
import { anAgreement, pingliTerms, type TestAgreement } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { verifyAudit } from "@/lib/audit/queries";
import { correctProfit, reverseDelivery } from "@/lib/moneys/correct";
import { answerDispute, disputeMoney } from "@/lib/moneys/dispute";
import { declareProfit, recordDelivery } from "@/lib/moneys/facts";
import { isLate } from "@/lib/moneys/late";
import { recordPayments, reversePayment } from "@/lib/moneys/pay";
import { confirmPayments } from "@/lib/moneys/receive";
import { firm, linesOf, made } from "@/lib/moneys/testing";

/** Ways round what is late: each was tried, and none makes it smaller or moves its day. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(async () => {
  expect((await verifyAudit()).firstBad).toBeNull();
  await close();
});

const startsOn = "2026-03-11";
const plot: ContractTerms = {
  kind: "contract",
  product: "香菇",
  unit: "jin",
  memberId: null,
  plots: 1,
  plotMu100: 100,
  months: 0b111111111111,
  inputsFenPerPlotYear: 30_000,
  feeFenPerPlotYear: 0,
  floorPriceFen: 3_000,
  payWithinDays: 15,
  years: 3,
  payMonthDay: "11-30",
};

describe("a delivery whose money the inputs took", () => {
  async function two() {
    const a = await anAgreement({ startsOn, agreement: { terms: plot } });
    const ids: string[] = [];
    for (const deliveredOn of ["2026-04-01", "2026-04-20"]) {
      const sold = { agreement: a.agreementId, deliveredOn, quantity: 10, priceFen: 3_000 };
      await recordDelivery(firm(a), sold, "2026-04-21");
      const [row] = await db
        .select()
        .from(deliveries)
        .where(and(eq(deliveries.agreementId, a.agreementId), eq(deliveries.deliveredOn, deliveredOn)));
      ids.push(row?.id ?? "");
    }
    // The first makes the inputs good, the second is due in full on 5 May.
    expect(await linesOf(a)).toMatchObject([{ amountFen: 30_000, dueOn: "2026-05-05", state: "open" }]);
    return { a, first: ids[0] ?? "" };
  }
  const back = (delivery: string) => ({ delivery, reason: "记错了" });

  it("is not taken back by the enterprise where another, that is late, would go with it; the county may", async () => {
    const { a, first } = await two();
    await expect(reverseDelivery(firm(a), back(first), "2026-05-20")).rejects.toMatchObject({
      code: "delivery-stands",
    });
    expect(await linesOf(a)).toMatchObject([{ amountFen: 30_000, state: "open" }]);
    await reverseDelivery(a.who.county, back(first), "2026-05-20");
    expect(await linesOf(a)).toMatchObject([{ state: "void" }]);
  });

  it("is taken back while nothing is late", async () => {
    const { a, first } = await two();
    await reverseDelivery(firm(a), back(first), "2026-05-01");
    expect(await linesOf(a)).toMatchObject([{ state: "void" }]);
  });
});

describe("another pay day", () => {
  async function shares() {
    const posting = await aPosting({ kind: "equity" });
    const terms = pingliTerms("11-30");
    const a = await anAgreement({ posting, size: 3, startsOn, agreement: { terms, endsOn: null } });
    await made("2026-12-10");
    return a;
  }
  const agreed = async (a: TestAgreement, payMonthDay: string, effectiveOn: string, today: string) => {
    const change = { kind: "change", reason: "改付款日", effectiveOn, terms: { payMonthDay } };
    const { id } = await proposeAnnex(firm(a), a.agreementId, change, null, today);
    await answerAnnex(a.who.household, id, { move: "agree" }, null, today);
    await made(today);
    return linesOf(a);
  };

  it("agreed on after the old one does not make late money early again", async () => {
    const a = await shares();
    const [first, second] = await agreed(a, "02-28", "2026-12-10", "2026-12-10");
    expect(first?.dueOn).toBe("2026-11-30");
    expect(isLate(first!, "2026-12-10")).toBe(true);
    // From then on the new day.
    expect(second?.dueOn).toBe("2028-02-28");
  });

  it("agreed on before the old one holds at once, if it is still to come", async () => {
    const later = await agreed(await shares(), "12-31", "2026-11-01", "2026-10-20");
    expect(later.map(({ dueOn }) => dueOn).slice(0, 2)).toEqual(["2026-12-31", "2027-12-31"]);
    // One that has passed in this year would be late the day it was agreed on.
    const past = await agreed(await shares(), "03-31", "2026-11-01", "2026-10-20");
    expect(past.map(({ dueOn }) => dueOn).slice(0, 2)).toEqual(["2026-11-30", "2027-03-31"]);
  });
});

describe("a payment recorded while the household says that nothing came", () => {
  const late = "2026-12-05";
  async function disputed() {
    const posting = await aPosting({ kind: "equity" });
    const a = await anAgreement({
      ...{ posting, size: 3, startsOn },
      agreement: { terms: pingliTerms("11-30"), endsOn: null },
    });
    await made(startsOn);
    const [line] = await linesOf(a);
    const about = { due: line?.id, reason: "did-not-come" };
    const id = await disputeMoney(a.who.household, about, late);
    const [payment = ""] = await recordPayments(
      firm(a),
      { lines: [{ due: line?.id }], paidOn: late, method: "cash" },
      late,
    );
    return { a, about, id, payment };
  }
  const disputeOf = async (id: string) => (await db.select().from(disputes).where(eq(disputes.id, id)))[0];

  it("can be denied too, under the same dispute: the line is open again, and waits for an answer again", async () => {
    const { a, about, id, payment } = await disputed();
    await answerDispute(firm(a), id, { reason: "已付现金" }, late);
    expect(await linesOf(a)).toMatchObject([{ paidFen: 150_000 }, {}]);
    expect(await disputeMoney(a.who.household, { ...about, payment }, late)).toBe(id);
    expect(await linesOf(a)).toMatchObject([{ paidFen: 0 }, {}]);
    expect(await disputeOf(id)).toMatchObject({ state: "open", paymentId: null });
    // A second time it says nothing new.
    const again = disputeMoney(a.who.household, { ...about, payment }, late);
    await expect(again).rejects.toMatchObject({ code: "not-open", data: { state: "disputed" } });
  });

  it("part of it: the rest that did not come keeps the dispute open when the part came after all", async () => {
    const { a, about, id, payment } = await disputed();
    await reversePayment(firm(a), payment, { reason: "只付了一部分" }, late);
    const lines = [{ due: about.due, amountFen: 50_000 }];
    const [part = ""] = await recordPayments(firm(a), { lines, paidOn: late, method: "cash" }, late);
    await disputeMoney(a.who.household, { ...about, payment: part }, late);
    await confirmPayments(a.who.household, { payments: [part] }, late);
    expect(await linesOf(a)).toMatchObject([{ paidFen: 50_000, confirmedFen: 50_000 }, {}]);
    expect(await disputeOf(id)).toMatchObject({ state: "open" });
  });
});

it("another rate agreed on holds for the second dividend of its year, at the rate of the year’s end", async () => {
  const posting = await aPosting({ kind: "equity" });
  const a = await anAgreement({
    ...{ posting, size: 3, startsOn },
    agreement: { terms: pingliTerms("11-30"), endsOn: null },
  });
  const raise = { kind: "change", reason: "收成好", effectiveOn: "2026-07-01", terms: { secondBp: 300 } };
  const { id } = await proposeAnnex(firm(a), a.agreementId, raise, null, "2026-06-01");
  await answerAnnex(a.who.household, id, { move: "agree" }, null, "2026-06-02");
  await made("2027-03-01");
  const second = async () => (await linesOf(a)).filter(({ basis }) => basis === "second");
  await declareProfit(firm(a), { year: 2026, profitFen: 1_000_000, document: "年报" }, "2027-03-01");
  expect(await second()).toMatchObject([{ amountFen: 30_000, dueOn: "2027-11-30" }]);
  // What is agreed on for the next year leaves this one as it was.
  const lower = { ...raise, effectiveOn: "2027-03-02", terms: { secondBp: 200 } };
  const next = await proposeAnnex(firm(a), a.agreementId, lower, null, "2027-03-02");
  await answerAnnex(a.who.household, next.id, { move: "agree" }, null, "2027-03-02");
  await made("2027-03-02");
  expect(await second()).toMatchObject([{ amountFen: 30_000 }]);
});

it("what fell away is not disputed as late", async () => {
  const posting = await aPosting({ kind: "equity" });
  const a = await anAgreement({
    ...{ posting, size: 3, startsOn },
    agreement: { terms: pingliTerms("11-30"), endsOn: null },
  });
  await made("2027-04-01");
  const [, second] = await linesOf(a);
  const end = { cause: "both-agreed", reason: "商量好了", endsOn: "2027-03-10" };
  await endAgreement(a.who.county, a.agreementId, end, "2027-03-10");
  await made("2027-03-11");
  const fallen = (await linesOf(a)).find(({ id }) => id === second?.id);
  expect(fallen).toMatchObject({ state: "void", paidFen: 0 });
  const about = { due: fallen?.id, reason: "did-not-come" };
  await expect(disputeMoney(a.who.household, about, "2028-01-10")).rejects.toMatchObject({
    code: "not-late",
  });
});

it("a profit is corrected by its own county's officers", async () => {
  const posting = await aPosting({ kind: "equity" });
  const a = await anAgreement({
    ...{ posting, size: 3, startsOn },
    agreement: { terms: pingliTerms("11-30"), endsOn: null },
  });
  await declareProfit(firm(a), { year: 2026, profitFen: 1_000_000, document: "年报" }, "2027-03-01");
  const wrong = { enterprise: posting.enterprise.id, year: 2026, profitFen: 0, reason: "年报审计" };
  const elsewhere = { ...a.who.county, divisionScope: "610725" };
  await expect(correctProfit(elsewhere, wrong, "2027-03-02")).rejects.toMatchObject({ code: "not-found" });
  const [row] = await db
    .select()
    .from(profitDeclarations)
    .where(eq(profitDeclarations.enterpriseId, posting.enterprise.id));
  expect(row?.profitFen).toBe(1_000_000);
});
