import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { POST as deliveryRoute } from "@/app/api/v1/deliveries/[id]/reversal/route";
import { GET as deliveriesRoute } from "@/app/api/v1/deliveries/route";
import { POST as correctionRoute } from "@/app/api/v1/enterprises/[id]/profits/[year]/correction/route";
import { POST as paymentRoute } from "@/app/api/v1/payments/[id]/reversal/route";
import { GET as paymentsRoute } from "@/app/api/v1/payments/route";
import { db } from "@/db/client";
import { deliveries, dues, profitDeclarations } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { anAgreement, orderTerms, pingliTerms } from "@/lib/agreements/testing";
import { type OperationName, operations } from "@/lib/api/operations";
import { callRoute } from "@/lib/api/testing";
import { aHousehold, anEnterprise, aPosting, people } from "@/lib/applications/testing";
import { addDays, today } from "@/lib/clock/clock";
import { declareProfit, recordDelivery } from "@/lib/moneys/facts";
import { recordPayments } from "@/lib/moneys/pay";

// The session is the web server's; here nobody has one.
vi.mock("@/lib/users/session", () => ({ currentAsker: async () => publicAsker }));

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const day = today();
const reason = "记到别家去了";

/** A delivery of two days ago, its line paid if asked, and everyone who might want it back. */
async function delivered({ paid = false } = {}) {
  const a = await anAgreement({ startsOn: addDays(day, -60), agreement: { terms: orderTerms } });
  const firm = a.posting.enterprise.user;
  const sold = { agreement: a.agreementId, deliveredOn: addDays(day, -2), quantity: 10.5, priceFen: 3_000 };
  await recordDelivery(firm, sold, day);
  const [row] = await db.select().from(deliveries).where(eq(deliveries.agreementId, a.agreementId));
  const [line] = await db.select().from(dues).where(eq(dues.agreementId, a.agreementId));
  const [payment = ""] = paid
    ? await recordPayments(firm, { lines: [{ due: line?.id }], paidOn: day, method: "cash" }, day)
    : [];
  const { county2: _, ...who } = a.who;
  const askers = {
    ...who,
    firm,
    other: (await anEnterprise()).user,
    far: (await people(await aHousehold())).household,
  };
  return { a, firm, askers, delivery: row?.id ?? "", due: line?.id ?? "", payment };
}

/** The same request by everyone it is not for: what each is answered. Nothing has happened after it. */
async function answers(
  askers: Record<string, { username: string }>,
  call: (as?: string) => ReturnType<typeof callRoute>,
) {
  const said: Record<string, number> = { public: (await call()).status };
  for (const [name, { username }] of Object.entries(askers)) said[name] = (await call(username)).status;
  return said;
}
const held = (name: OperationName, { status, body, text }: Awaited<ReturnType<typeof callRoute>>) => {
  expect(status, text).toBe(200);
  expect(operations[name].answer.safeParse(body).error?.issues ?? []).toEqual([]);
  return body;
};
const none = { household: 403, village: 403, town: 403, admin: 403, auditor: 403, far: 403 };

describe("what was recorded by mistake is taken back", () => {
  it("a payment: by the enterprise it is of, once, with a reason", async () => {
    const { askers, payment, due, firm } = await delivered({ paid: true });
    const back = (as?: string, body: unknown = { reason }) =>
      callRoute(paymentRoute, { ...(as && { as }), params: { id: payment }, body });
    const { firm: _, ...others } = askers;
    expect(await answers(others, back)).toMatchObject({ public: 401, ...none, county: 403, other: 404 });
    const empty = await back(firm.username, { reason: " " });
    expect([empty.status, empty.body.fields]).toMatchObject([422, { reason: { code: "missing" } }]);
    const unknown = await back(firm.username, { reason, amountFen: 1 });
    expect([unknown.status, unknown.body.fields]).toMatchObject([
      422,
      { amountFen: { code: "unknown-field" } },
    ]);
    expect(held("POST /payments/{id}/reversal", await back(firm.username))).toEqual({
      id: payment,
      state: "reversed",
    });
    const again = await back(firm.username);
    expect([again.status, again.body]).toMatchObject([409, { code: "not-open", state: "reversed" }]);
    const [line] = await db.select().from(dues).where(eq(dues.id, due));
    expect(line).toMatchObject({ paidFen: 0, state: "open" });
    const { items } = held(
      "GET /payments",
      await callRoute(paymentsRoute, { as: firm.username, path: `?due=${due}` }),
    ) as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([
      { state: "reversal", reversalOf: payment, amountFen: -31_500, reason, household: null },
      { id: payment, state: "reversed", amountFen: 31_500 },
    ]);
  });

  it("a delivery: by the enterprise it is of, or by its county where it is late", async () => {
    const { a, askers, delivery, firm } = await delivered();
    const back = (as?: string) =>
      callRoute(deliveryRoute, { ...(as && { as }), params: { id: delivery }, body: { reason } });
    const { firm: _, county: __, ...others } = askers;
    expect(await answers(others, back)).toMatchObject({ public: 401, ...none, other: 404 });
    const list = async (as: string) =>
      (
        held("GET /deliveries", await callRoute(deliveriesRoute, { as, path: `?agreement=${a.number}` })) as {
          items: Record<string, unknown>[];
        }
      ).items;
    const shown = { id: delivery, agreement: a.number, quantity: 10.5, priceFen: 3_000, takenBack: null };
    expect(await list(firm.username)).toMatchObject([{ ...shown, household: null }]);
    expect(await list(a.who.county.username)).toMatchObject([{ ...shown, household: a.household.code }]);
    for (const asker of [askers.other, askers.far, a.who.auditor])
      expect(await list(asker.username), asker.role).toEqual([]);
    expect((await callRoute(deliveriesRoute, { as: a.who.admin.username })).status).toBe(403);
    held("POST /deliveries/{id}/reversal", await back(firm.username));
    expect((await back(a.who.county.username)).body).toMatchObject({ code: "not-open", state: "reversed" });
    expect(await list(a.who.household.username)).toMatchObject([{ ...shown, takenBack: reason }]);
  });
});

it("a declared profit is corrected by its county, and by nobody else", async () => {
  const year = Number(day.slice(0, 4)) - 1;
  const posting = await aPosting({ kind: "equity" });
  const a = await anAgreement({
    ...{ posting, size: 3, startsOn: `${year}-03-01` },
    agreement: { terms: pingliTerms("11-30"), endsOn: null },
  });
  const { id, user } = posting.enterprise;
  await declareProfit(user, { year, profitFen: 1_000_000, document: "年报" }, day);
  const correct = (as?: string, given: object = {}, of: number | string = year) =>
    callRoute(correctionRoute, {
      ...(as && { as }),
      params: { id, year: String(of) },
      body: { profitFen: 2_500_000, reason: "年报审计", ...given },
    });
  const { county, county2: _, ...others } = a.who;
  const { far: __, ...refused } = none;
  expect(await answers({ ...others, firm: user }, (as) => correct(as))).toMatchObject({
    ...{ public: 401, ...refused, firm: 403 },
  });
  for (const of of [year - 1, 1999, "abc"])
    expect((await correct(county.username, {}, of)).status, String(of)).toBe(404);
  for (const [given, field] of [
    [{ reason: "" }, "reason"],
    [{ profitFen: -1 }, "profitFen"],
    [{ profitFen: 0.5 }, "profitFen"],
    [{ year }, "year"],
  ] as const)
    expect(Object.keys((await correct(county.username, given)).body.fields ?? {}), field).toEqual([field]);
  expect(held("POST /enterprises/{id}/profits/{year}/correction", await correct(county.username))).toEqual({
    ...{ id, year, profitFen: 2_500_000 },
  });
  const [row] = await db.select().from(profitDeclarations).where(eq(profitDeclarations.enterpriseId, id));
  expect(row).toMatchObject({ profitFen: 2_500_000, correctedBy: county.userId, correctedWhy: "年报审计" });
});
