import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ContractTerms } from "@/db/agreement-terms";
import { db } from "@/db/client";
import { audit, deliveries, dues } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { anAgreement, pingliTerms, type TestAgreement } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { verifyAudit } from "@/lib/audit/queries";
import { listMessages } from "@/lib/messages/queries";
import { tellNews } from "@/lib/messages/tell";
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
