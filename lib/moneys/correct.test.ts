import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { audit, deliveries } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { endAgreement } from "@/lib/agreements/end";
import { anAgreement, orderTerms, pingliTerms, type TestAgreement } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { verifyAudit } from "@/lib/audit/queries";
import { correctProfit, reverseDelivery } from "@/lib/moneys/correct";
import { declareProfit, recordDelivery } from "@/lib/moneys/facts";
import { makeDues } from "@/lib/moneys/make";
import { recordPayments, reversePayment } from "@/lib/moneys/pay";
import { deliveriesOf, undeclaredProfits } from "@/lib/moneys/queries/facts";
import { firm, linesOf } from "@/lib/moneys/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(async () => {
  expect((await verifyAudit()).firstBad).toBeNull();
  await close();
});

const startsOn = "2026-03-11";
const given = (a: TestAgreement, over: object = {}) => ({
  agreement: a.agreementId,
  deliveredOn: "2026-04-01",
  quantity: 10,
  priceFen: 3_000,
  ...over,
});
const anOrder = () => anAgreement({ startsOn, agreement: { terms: orderTerms } });

describe("a delivery recorded by mistake", () => {
  async function delivered() {
    const a = await anOrder();
    await recordDelivery(firm(a), given(a), "2026-04-02");
    const [row] = await db.select().from(deliveries).where(eq(deliveries.agreementId, a.agreementId));
    const [line] = await linesOf(a);
    return { a, id: row?.id ?? "", due: line?.id ?? "" };
  }

  it("is taken back by an entry of its own; nothing is edited, its money is no longer due, once", async () => {
    const { a, id } = await delivered();
    await expect(reverseDelivery(firm(a), { delivery: id, reason: " " }, "2026-04-03")).rejects.toMatchObject(
      {
        fields: { reason: { code: "missing" } },
      },
    );
    await reverseDelivery(firm(a), { delivery: id, reason: "记到别家去了" }, "2026-04-03");
    const rows = await db.select().from(deliveries).where(eq(deliveries.agreementId, a.agreementId));
    expect(rows.map((r) => [r.quantity100, r.priceFen, r.reversalOf, r.reason])).toEqual(
      expect.arrayContaining([
        [1_000, 3_000, null, null],
        [-1_000, 3_000, id, "记到别家去了"],
      ]),
    );
    expect(await linesOf(a)).toMatchObject([{ state: "void", amountFen: 30_000 }]);
    expect(await deliveriesOf(a.who.household, a.agreementId)).toMatchObject([
      { id, takenBack: "记到别家去了" },
    ]);
    const again = reverseDelivery(firm(a), { delivery: id, reason: "再来" }, "2026-04-03");
    await expect(again).rejects.toMatchObject({ code: "not-open" });
    await recordDelivery(firm(a), given(a, { quantity: 8 }), "2026-04-03");
    expect((await linesOf(a)).filter((d) => d.state === "open").map((d) => d.amountFen)).toEqual([24_000]);
    const actions = (await db.select().from(audit).where(eq(audit.subjectId, id))).map((r) => r.action);
    expect(actions).toEqual(["delivery.record", "delivery.reverse"]);
  });

  it("that is paid already waits for the payment to be taken back", async () => {
    const { a, id, due } = await delivered();
    const paid = { lines: [{ due }], paidOn: "2026-04-05", method: "cash" };
    const [payment = ""] = await recordPayments(firm(a), paid, "2026-04-05");
    const takeBack = () => reverseDelivery(firm(a), { delivery: id, reason: "错了" }, "2026-04-06");
    await expect(takeBack()).rejects.toMatchObject({ code: "delivery-paid" });
    await reversePayment(firm(a), payment, { reason: "没付" }, "2026-04-06");
    await takeBack();
    expect(await linesOf(a)).toMatchObject([{ state: "void", paidFen: 0 }]);
  });

  it("past its day is the county's to take back, and nobody else's", async () => {
    const { a, id } = await delivered();
    const late = "2026-05-01";
    const by = (asker: Parameters<typeof reverseDelivery>[0]) =>
      reverseDelivery(asker, { delivery: id, reason: "错了" }, late);
    await expect(by(firm(a))).rejects.toMatchObject({ code: "delivery-stands" });
    for (const asker of [a.who.household, a.who.village, a.who.town, a.who.admin, a.who.auditor])
      await expect(by(asker), asker.role).rejects.toMatchObject({ code: "forbidden" });
    const other = await anOrder();
    await expect(by(firm(other))).rejects.toMatchObject({ code: "not-found" });
    await by(a.who.county);
    expect(await linesOf(a)).toMatchObject([{ state: "void" }]);
  });
});

it("what came until the last day is recorded after the end too, and not what came after it", async () => {
  const a = await anOrder();
  const end = { cause: "both-agreed", reason: "商量好了", endsOn: "2026-04-10" };
  await endAgreement(a.who.county, a.agreementId, end, "2026-04-10");
  const on = (deliveredOn: string) => recordDelivery(firm(a), given(a, { deliveredOn }), "2026-04-20");
  await expect(on("2026-04-11")).rejects.toMatchObject({ fields: { deliveredOn: { code: "bad-date" } } });
  await on("2026-04-10");
  expect(await linesOf(a)).toMatchObject([{ state: "open", amountFen: 30_000, dueOn: "2026-04-25" }]);
});

describe("a profit", () => {
  async function shares() {
    const posting = await aPosting({ kind: "equity" });
    const agreement = { terms: pingliTerms("11-30"), endsOn: null };
    const a = await anAgreement({ posting, size: 3, startsOn, agreement });
    while ((await makeDues(startsOn)) > 0);
    return a;
  }
  const second = async (a: TestAgreement) => (await linesOf(a)).filter((d) => d.basis === "second");
  const fix = (a: TestAgreement, profitFen: number, over: object = {}) => ({
    enterprise: a.posting.enterprise.id,
    year: 2026,
    profitFen,
    reason: "年报审计",
    ...over,
  });

  it("declared wrongly is corrected by the county, also past its day, down and up, never below what was paid", async () => {
    const a = await shares();
    await declareProfit(firm(a), { year: 2026, profitFen: 100_000_000, document: "年报" }, "2027-03-01");
    const [line] = await second(a);
    const paid = { lines: [{ due: line?.id, amountFen: 1_500_000 }], paidOn: "2027-04-01", method: "cash" };
    await recordPayments(firm(a), paid, "2027-04-01");
    await correctProfit(a.who.county, fix(a, 50_000_000), "2027-12-02");
    // 2 % of 500,000 yuan is 10,000; 15,000 were paid.
    expect(await second(a)).toMatchObject([
      { amountFen: 1_500_000, paidFen: 1_500_000, dueOn: "2027-11-30" },
    ]);
    await correctProfit(a.who.county, fix(a, 120_000_000), "2027-12-03");
    expect(await second(a)).toMatchObject([
      { amountFen: 2_400_000, paidFen: 1_500_000, dueOn: "2027-11-30" },
    ]);
    const rows = await db.select().from(audit).where(eq(audit.action, "profit.correct"));
    expect(rows.map((r) => r.why)).toEqual(["年报审计", "年报审计"]);
  });

  it("is corrected by nobody else, not without a reason, and not one that was never declared", async () => {
    const a = await shares();
    const by = (asker: Parameters<typeof correctProfit>[0], over: object = {}) =>
      correctProfit(asker, fix(a, 1, over), "2027-03-02");
    await expect(by(a.who.county)).rejects.toMatchObject({ code: "not-found" });
    await declareProfit(firm(a), { year: 2026, profitFen: 100, document: "年报" }, "2027-03-01");
    await expect(by(a.who.county, { reason: "" })).rejects.toMatchObject({ code: "input" });
    const { household, village, town, admin, auditor } = a.who;
    for (const asker of [household, village, town, admin, auditor, firm(a)])
      await expect(by(asker), asker.role).rejects.toMatchObject({ code: "forbidden" });
  });

  it("that was corrected the enterprise does not lower on the same day", async () => {
    const a = await shares();
    const declare = (profitFen: number) =>
      declareProfit(firm(a), { year: 2026, profitFen, document: "年报" }, "2027-03-01");
    await declare(10_000);
    await correctProfit(a.who.county, fix(a, 90_000), "2027-03-01");
    await expect(declare(20_000)).rejects.toMatchObject({ code: "profit-lower" });
  });

  it("never declared is pointed out to the officer from the day after, until it is", async () => {
    const a = await shares();
    const named = async (today: string) =>
      (await undeclaredProfits(a.who.county, today)).filter((one) => one.id === a.posting.enterprise.id);
    expect(await named("2027-11-30")).toEqual([]);
    expect(await named("2027-12-01")).toEqual([
      { id: a.posting.enterprise.id, name: "测试合作社", year: 2026, dueOn: "2027-11-30", households: 1 },
    ]);
    expect(await named("2028-06-01")).toHaveLength(1);
    await declareProfit(firm(a), { year: 2026, profitFen: 0, document: "没有利润" }, "2028-06-02");
    expect(await named("2028-06-02")).toEqual([]);
    await expect(undeclaredProfits(a.who.admin, "2027-12-01")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("never declared counts each household once, and only who held shares in that year", async () => {
    const a = await shares();
    const { posting } = a;
    const second = await aPosting({ kind: "equity", enterprise: posting.enterprise });
    const again = { posting: second, household: a.household, who: a.who };
    await anAgreement({ ...again, startsOn: "2026-08-01", agreement: { terms: pingliTerms("11-30") } });
    await anAgreement({ posting, startsOn: "2026-12-31", agreement: { terms: pingliTerms("11-30") } });
    await anAgreement({ posting, startsOn: "2027-01-01", agreement: { terms: pingliTerms("11-30") } });
    const unsigned = { terms: pingliTerms("11-30"), state: "unsigned" as const, householdSignedAt: null };
    await anAgreement({
      posting,
      startsOn,
      agreement: { ...unsigned, householdSignedBy: null, householdSignedHow: null },
    });
    const counted = async (asker: typeof a.who.county, today: string) =>
      (await undeclaredProfits(asker, today)).filter((one) => one.id === posting.enterprise.id);
    expect(await counted(a.who.county, "2027-12-01")).toMatchObject([{ year: 2026, households: 2 }]);
    expect(await counted(a.who.county, "2028-12-01")).toMatchObject([{ year: 2027, households: 3 }]);
    // A village counts its own.
    expect(await counted(a.who.village, "2028-12-01")).toMatchObject([{ households: 1 }]);
    await declareProfit(firm(a), { year: 2026, profitFen: 0, document: "没有利润" }, "2027-12-02");
    expect(await counted(a.who.county, "2027-12-02")).toEqual([]);
    expect(await counted(a.who.county, "2028-12-01")).toHaveLength(1);
  });
});
