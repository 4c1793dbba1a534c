import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ContractTerms } from "@/db/agreement-terms";
import { db } from "@/db/client";
import { audit, deliveries, dues, enterprises } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { anAgreement, pingliTerms, type TestAgreement } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { verifyAudit } from "@/lib/audit/queries";
import { listMessages } from "@/lib/messages/queries";
import { tellNews } from "@/lib/messages/tell";
import { messageSentence } from "@/lib/messages/text";
import { correctProfit, reverseDelivery } from "@/lib/moneys/correct";
import { declareProfit, recordDelivery } from "@/lib/moneys/facts";
import { makeDues } from "@/lib/moneys/make";
import { recordPayments } from "@/lib/moneys/pay";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await tellNews();
});
afterAll(async () => {
  expect((await verifyAudit()).firstBad).toBeNull();
  await close();
});

const startsOn = "2026-03-11";
const contract: ContractTerms = {
  kind: "contract",
  product: "香菇",
  unit: "jin",
  memberId: null,
  plots: 2,
  plotMu100: 100,
  months: 0b111111111111,
  inputsFenPerPlotYear: 0,
  feeFenPerPlotYear: 0,
  floorPriceFen: 3_000,
  payWithinDays: 15,
  years: 3,
  payMonthDay: "11-30",
};

/** What somebody is told of these corrections, newest first. */
async function heard(asker: Asker) {
  while ((await tellNews()) > 0);
  const { items } = await listMessages(asker);
  return items
    .filter(({ kind }) => kind === "delivery.reverse" || kind === "profit.correct-part")
    .map(({ kind, subject, subjectId }) => ({ kind, subject, subjectId }));
}

it("a delivery taken back: its household and village are told, whoever took it back, and led to the agreement", async () => {
  const a = await anAgreement({ startsOn, agreement: { terms: contract } });
  const other = await anAgreement({ startsOn, agreement: { terms: contract } });
  const firm = a.posting.enterprise.user;
  const back = async (asker: Asker, deliveredOn: string) => {
    await recordDelivery(
      firm,
      { agreement: a.agreementId, deliveredOn, quantity: 10, priceFen: 3_000 },
      "2026-04-02",
    );
    const [row] = await db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(eq(deliveries.agreementId, a.agreementId), eq(deliveries.deliveredOn, deliveredOn)));
    await reverseDelivery(asker, { delivery: row?.id, reason: "记到别家去了" }, "2026-04-03");
  };
  await back(firm, "2026-04-01");
  const told = { kind: "delivery.reverse", subject: "agreement", subjectId: a.agreementId };
  for (const asker of [a.who.household, a.who.village]) expect(await heard(asker)).toEqual([told]);
  await back(a.who.county, "2026-04-02");
  for (const asker of [a.who.household, a.who.village]) expect(await heard(asker)).toEqual([told, told]);
  for (const asker of [firm, a.who.county, other.who.household, other.who.village])
    expect(await heard(asker)).toEqual([]);
});

it("a profit corrected: each household that is owed more or less by it is told, and no other", async () => {
  const posting = await aPosting({ kind: "equity", capacity: 100 });
  const shares = (given: object = {}) =>
    anAgreement({ posting, size: 3, startsOn, agreement: { terms: pingliTerms("11-30") }, ...given });
  const [a, paid] = [await shares(), await shares()];
  // Its shares began after the year.
  const later = await shares({ startsOn: "2027-01-01" });
  while ((await makeDues("2027-01-01")) > 0);
  const firm = posting.enterprise.user;
  await declareProfit(firm, { year: 2026, profitFen: 1_000_000, document: "年报" }, "2027-03-01");
  const secondOf = async ({ agreementId }: TestAgreement) =>
    (
      await db
        .select()
        .from(dues)
        .where(and(eq(dues.agreementId, agreementId), eq(dues.basis, "second")))
    )[0];
  const line = await secondOf(paid);
  await recordPayments(
    firm,
    { lines: [{ due: line?.id, amountFen: line?.amountFen }], paidOn: "2027-03-02", method: "cash" },
    "2027-03-02",
  );
  const correct = (profitFen: number) =>
    correctProfit(
      a.who.county,
      { enterprise: posting.enterprise.id, year: 2026, profitFen, reason: "年报审计" },
      "2027-03-03",
    );
  const of = ({ agreementId }: TestAgreement) => ({
    ...{ kind: "profit.correct-part", subject: "agreement", subjectId: agreementId },
  });
  const was = (await secondOf(a))?.amountFen;
  await correct(500_000);
  const is = (await secondOf(a))?.amountFen;
  expect(is).toBeLessThan(was ?? 0);
  expect(await heard(a.who.household)).toEqual([of(a)]);
  expect(await heard(a.who.village)).toEqual([of(a)]);
  // What was paid stays due: nothing changed for it.
  expect(await heard(paid.who.household)).toEqual([]);
  await correct(3_000_000);
  expect(await heard(paid.who.household)).toEqual([of(paid)]);
  expect(await heard(a.who.household)).toEqual([of(a), of(a)]);
  // The ground was written anew; the figure is the same.
  await correct(3_000_000);
  expect(await heard(a.who.household)).toHaveLength(2);
  for (const asker of [later.who.household, firm, a.who.county]) expect(await heard(asker)).toEqual([]);
  const rows = await db
    .select({ before: audit.before, after: audit.after, code: audit.householdCode, why: audit.why })
    .from(audit)
    .where(and(eq(audit.action, "profit.correct-part"), eq(audit.subjectId, a.agreementId)))
    .orderBy(audit.seq);
  expect(rows[0]).toEqual({
    before: { year: 2026, amountFen: was },
    after: { year: 2026, amountFen: is },
    code: a.household.code,
    why: "年报审计",
  });
});

/** The sentences of one kind somebody is told, newest first, in both languages. */
async function sentences(asker: Asker, kind: string) {
  while ((await tellNews()) > 0);
  const { items } = await listMessages(asker);
  return items
    .filter((message) => message.kind === kind)
    .map((message) => [messageSentence("zh", message), messageSentence("en", message)]);
}

it("a delivery recorded: its household and village are told what, how much and what is due for it", async () => {
  const a = await anAgreement({
    startsOn,
    agreement: { terms: { ...contract, inputsFenPerPlotYear: 5_000 } },
  });
  const other = await anAgreement({ startsOn, agreement: { terms: contract } });
  const firm = a.posting.enterprise.user;
  const sold = { agreement: a.agreementId, deliveredOn: "2026-04-01", quantity: 10.5, priceFen: 3_000 };
  await recordDelivery(firm, sold, "2026-04-02");
  const [row] = await db.select().from(enterprises).where(eq(enterprises.id, a.posting.enterprise.id));
  for (const asker of [a.who.household, a.who.village]) {
    const [said, ...more] = await sentences(asker, "delivery.record");
    expect(more).toEqual([]);
    // 10.5 × 30 yuan, less 2 × 50 yuan of inputs on credit.
    for (const part of [row?.name, "香菇 10.5 斤", "2026年4月1日", "215 元"])
      expect(said?.[0]).toContain(part);
    for (const part of [row?.name, "香菇 10.5 jin", "1 Apr 2026", "215 yuan"])
      expect(said?.[1]).toContain(part);
  }
  for (const asker of [firm, a.who.county, other.who.household, other.who.village])
    expect(await sentences(asker, "delivery.record")).toEqual([]);
});

it("a profit declared: each household that takes part in the year is told what it brings, also nothing", async () => {
  const posting = await aPosting({ kind: "equity", capacity: 100 });
  const shares = (given: object = {}) =>
    anAgreement({ posting, size: 3, startsOn, agreement: { terms: pingliTerms("11-30") }, ...given });
  const a = await shares();
  const later = await shares({ startsOn: "2027-01-01" });
  while ((await makeDues("2027-01-01")) > 0);
  const firm = posting.enterprise.user;
  const declare = (year: number, profitFen: number) =>
    declareProfit(firm, { year, profitFen, document: "年报" }, "2027-03-01");
  const told = (asker: Asker) => sentences(asker, "profit.declare-part");
  await declare(2026, 1_000_000);
  // The same figure again changes nothing for anybody.
  await declare(2026, 1_000_000);
  for (const asker of [a.who.household, a.who.village]) {
    const [said, ...more] = await told(asker);
    expect(more).toEqual([]);
    for (const part of ["2026 年", "200 元"]) expect(said?.[0]).toContain(part);
    for (const part of ["2026", "200 yuan"]) expect(said?.[1]).toContain(part);
  }
  await declare(2026, 2_000_000);
  expect((await told(a.who.household)).map(([zh]) => zh?.includes("400 元"))).toEqual([true, false]);
  await declare(2025, 5_000_000);
  expect(await told(a.who.household)).toHaveLength(2);
  for (const asker of [later.who.household, firm, a.who.county]) expect(await told(asker)).toEqual([]);

  const poor = await anAgreement({
    posting: await aPosting({ kind: "equity" }),
    ...{ size: 3, startsOn, agreement: { terms: pingliTerms("11-30") } },
  });
  const none = { year: 2026, profitFen: 0, document: "年报" };
  await declareProfit(poor.posting.enterprise.user, none, "2027-03-01");
  const [said] = await told(poor.who.household);
  expect(said?.[0]).toContain("没有可分的");
  expect(said?.[1]).toContain("nothing");
});
