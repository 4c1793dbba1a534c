import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderTerms } from "@/db/agreement-terms";
import { db, tx } from "@/db/client";
import {
  agreementAnnexes,
  agreements,
  applications,
  audit,
  disputes,
  dueRuns,
  dues,
  payments,
} from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { anAgreement, pingliTerms, type TestAgreement } from "@/lib/agreements/testing";
import { aHousehold, anEnterprise, aPosting } from "@/lib/applications/testing";
import { verifyAudit } from "@/lib/audit/queries";
import { addDays } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { enterprisesInDefault } from "@/lib/moneys/default";
import { answerDispute, closeDispute, disputeMoney, insistOnDispute } from "@/lib/moneys/dispute";
import { declareProfit, recordDelivery, recordWorkDays } from "@/lib/moneys/facts";
import { makeDues } from "@/lib/moneys/make";
import { recordPayments, reversePayment } from "@/lib/moneys/pay";
import { arrearsByEnterprise, arrearsByVillage, dividendClock } from "@/lib/moneys/queries/arrears";
import { householdLedger } from "@/lib/moneys/queries/household";
import { listDues, sumByMonth, sumDues } from "@/lib/moneys/queries/lines";
import { listDisputes, listPayments } from "@/lib/moneys/queries/payments";
import { confirmPayments } from "@/lib/moneys/receive";
import { paymentForm, planPayments, recordSheet } from "@/lib/moneys/sheet-file";
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
const payday = "2026-11-30";
const after = "2026-12-01";
const pingli = pingliTerms("11-30");

/** Pingli's example, signed by both, its lines made. */
async function shares(
  given: Parameters<typeof anAgreement>[0] = {},
): Promise<TestAgreement & { dueId: string }> {
  const posting = given.posting ?? (await aPosting({ kind: "equity" }));
  const made = await anAgreement({
    ...given,
    posting,
    size: 3,
    startsOn,
    agreement: { terms: pingli, endsOn: null, ...given.agreement },
  });
  while ((await makeDues("2026-03-11")) > 0);
  const [due] = await linesOf(made);
  return { ...made, dueId: due?.id ?? "" };
}
const dueOf = async (id: string) => (await db.select().from(dues).where(eq(dues.id, id)))[0];
const pay = async (a: TestAgreement & { dueId: string }, amountFen?: number, today = payday) =>
  (
    await recordPayments(
      firm(a),
      { lines: [{ due: a.dueId, amountFen }], paidOn: today, method: "card" },
      today,
    )
  )[0] ?? "";

describe("Pingli's example, in the database", () => {
  it("1,500 yuan are due by 30 November; on 1 December unpaid is red, named, and on the officer's list", async () => {
    const a = await shares();
    expect(await linesOf(a)).toMatchObject([
      { kind: "dividend", basis: "guaranteed", dueOn: payday, amountFen: 150_000, paidFen: 0, state: "open" },
      { dueOn: "2027-11-30", amountFen: 150_000 },
    ]);
    const lightOn = async (today: string) =>
      (await listDues(a.who.county, { agreement: a.agreementId, to: payday }, today)).items[0]?.light;
    expect(await lightOn("2026-10-31")).toBe("open");
    expect(await lightOn("2026-11-01")).toBe("amber");
    expect(await lightOn(payday)).toBe("amber");
    expect(await lightOn(after)).toBe("red");

    expect((await arrearsByEnterprise(a.who.county, payday)).map((r) => r.id)).not.toContain(
      a.posting.enterprise.id,
    );
    expect(await arrearsByEnterprise(a.who.county, after)).toContainEqual({
      id: a.posting.enterprise.id,
      name: "测试合作社",
      lines: 1,
      households: 1,
      lateFen: 150_000,
      oldestOn: payday,
    });
    expect(await arrearsByVillage(a.who.county, after)).toContainEqual(
      expect.objectContaining({ code: a.household.village, households: 1, lateFen: 150_000 }),
    );
    const late = await listDues(a.who.county, { show: "late", enterprise: a.posting.enterprise.id }, after);
    expect(late.items).toMatchObject([{ headName: "赵测试", light: "red", amountFen: 150_000 }]);
    expect([...(await enterprisesInDefault(payday))]).not.toContain(a.posting.enterprise.id);
    expect([...(await enterprisesInDefault(after))]).toContain(a.posting.enterprise.id);

    await pay(a, undefined, after);
    expect([...(await enterprisesInDefault(after))]).not.toContain(a.posting.enterprise.id);
    expect(
      (await listDues(a.who.county, { show: "late", enterprise: a.posting.enterprise.id }, after)).items,
    ).toEqual([]);
  });

  it("the dividend clock counts the days and what is missing", async () => {
    const a = await shares();
    const clock = await dividendClock(a.who.village, "2026-11-23");
    expect(clock).toMatchObject({ dueOn: payday, daysLeft: 7, light: "amber", dueFen: 150_000, paidFen: 0 });
    expect(clock).toMatchObject({ households: 1, enterprises: 1 });
    await pay(a, 50_000);
    expect(await dividendClock(a.who.village, after)).toMatchObject({
      daysLeft: -1,
      light: "red",
      paidFen: 50_000,
    });
  });
});

describe("making lines", () => {
  it("happens once signed by both, once only, and grows with time", async () => {
    const a = await anAgreement({
      startsOn,
      posting: await aPosting({ kind: "equity" }),
      agreement: {
        terms: pingli,
        state: "unsigned",
        householdSignedAt: null,
        householdSignedHow: null,
        householdSignedBy: null,
      },
    });
    while ((await makeDues("2026-03-11")) > 0);
    expect(await linesOf(a)).toEqual([]);
    await tx((w) =>
      w
        .update(agreements)
        .set({
          state: "live",
          householdSignedAt: new Date(),
          householdSignedHow: "screen",
          householdSignedBy: a.who.household.userId,
        })
        .where(eq(agreements.id, a.agreementId)),
    );
    while ((await makeDues("2026-03-11")) > 0);
    const made = await linesOf(a);
    expect(made).toHaveLength(2);
    expect(await makeDues("2026-03-31")).toBe(0);
    expect(await linesOf(a)).toEqual(made);
    while ((await makeDues("2027-04-01")) > 0);
    expect(await linesOf(a)).toHaveLength(3);
    // A clock set back takes nothing away.
    while ((await makeDues("2026-03-11")) > 0);
    expect(await linesOf(a)).toHaveLength(3);
    expect(await db.$count(dueRuns, eq(dueRuns.agreementId, a.agreementId))).toBe(1);
  });

  it("follows an early end and an annex by the agreement's version, and leaves a row in the audit", async () => {
    const a = await shares();
    await tx(async (w) => {
      await w.insert(agreementAnnexes).values({
        agreementId: a.agreementId,
        number: 1,
        kind: "change",
        state: "agreed",
        terms: { ...pingli, guaranteedBp: 600 },
        effectiveOn: "2027-03-11",
        reason: "多分一点",
        proposedSide: "enterprise",
        proposedBy: firm(a).userId,
        proposedHow: "screen",
        answeredBy: a.who.household.userId,
        answeredHow: "screen",
        answeredAt: new Date(),
      });
      await w.update(agreements).set({ version: 2 }).where(eq(agreements.id, a.agreementId));
    });
    while ((await makeDues("2026-03-12")) > 0);
    expect((await linesOf(a)).map((d) => d.amountFen)).toEqual([150_000, 180_000]);
    await tx((w) =>
      w.update(agreements).set({ version: 3, endsOn: "2026-09-10" }).where(eq(agreements.id, a.agreementId)),
    );
    while ((await makeDues("2026-03-12")) > 0);
    expect(await linesOf(a)).toMatchObject([
      // 184 of 365 days, due on its last day.
      { amountFen: 75_616, dueOn: "2026-09-10", state: "open" },
      { state: "void" },
    ]);
    const rows = await db.select().from(audit).where(eq(audit.subjectId, a.agreementId));
    expect(rows.filter((row) => row.action === "dues.make")).toHaveLength(3);
  });
});

describe("recording and confirming", () => {
  it("the household confirms what the enterprise recorded; part by part until all is paid", async () => {
    const a = await shares();
    const first = await pay(a, 50_000);
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 50_000, confirmedFen: 0 });
    // In a session a sign-in slip opened: whoever reads of the payment reads whose slip it was.
    const slipped = { ...a.who.household, slipBy: a.who.village.userId };
    await confirmPayments(slipped, { payments: [first] }, payday);
    const read = (await listPayments(a.who.county, { due: a.dueId })).items.find((one) => one.id === first);
    expect(read).toMatchObject({ state: "confirmed", confirmedSlipBy: a.who.village.name });
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 50_000, confirmedFen: 50_000 });
    const rest = await pay(a);
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 150_000 });
    await confirmPayments(a.who.village, { payments: [rest], note: "上门问过" }, payday);
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 150_000, confirmedFen: 150_000 });
    expect(await db.select().from(payments).where(eq(payments.id, rest))).toMatchObject([
      {
        state: "confirmed",
        confirmedBy: a.who.village.userId,
        confirmedNote: "上门问过",
        amountFen: 100_000,
      },
    ]);
    const actions = (await db.select().from(audit).where(eq(audit.subjectId, rest))).map((row) => row.action);
    expect(actions).toEqual(["payment.record", "payment.confirm"]);
  });

  it("refuses more than is due, a day to come, nothing at all, and a village without its word", async () => {
    const a = await shares();
    await expect(pay(a, 150_001)).rejects.toMatchObject({ code: "more-than-due", data: { left: 1_500 } });
    const given = { lines: [{ due: a.dueId }], method: "card" };
    await expect(recordPayments(firm(a), { ...given, paidOn: after }, payday)).rejects.toMatchObject({
      fields: { paidOn: { code: "too-big" } },
    });
    await expect(
      recordPayments(firm(a), { ...given, lines: [], paidOn: payday }, payday),
    ).rejects.toMatchObject({
      fields: { lines: { code: "missing" } },
    });
    const id = await pay(a);
    await expect(pay(a)).rejects.toMatchObject({ code: "more-than-due" });
    await expect(confirmPayments(a.who.village, { payments: [id] }, payday)).rejects.toMatchObject({
      fields: { note: { code: "missing" } },
    });
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 150_000, confirmedFen: 0 });
  });

  it("all lines or none", async () => {
    const [a, b] = [await shares(), await shares()];
    const lines = [{ due: a.dueId }, { due: b.dueId }];
    await expect(
      recordPayments(firm(a), { lines, paidOn: payday, method: "cash" }, payday),
    ).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 0 });
  });

  it("nobody confirms what they recorded, whatever their role has become", async () => {
    const a = await shares();
    const id = await pay(a);
    const turned = { ...a.who.household, userId: firm(a).userId };
    await expect(confirmPayments(turned, { payments: [id] }, payday)).rejects.toMatchObject({
      code: "own-case",
    });
  });

  it("two at once do not pay one line twice", async () => {
    const a = await shares();
    const tries = await Promise.allSettled([pay(a), pay(a), pay(a, 100_000), pay(a, 60_000)]);
    expect(tries.filter((t) => t.status === "fulfilled").length).toBeGreaterThan(0);
    const due = await dueOf(a.dueId);
    const rows = await db.select().from(payments).where(eq(payments.dueId, a.dueId));
    expect(due?.paidFen).toBe(rows.reduce((sum, row) => sum + row.amountFen, 0));
    expect(due?.paidFen).toBeLessThanOrEqual(150_000);
  });
});

describe("by sheet", () => {
  it("the form that is downloaded, filled in and tried records nothing; sent again it records all or nothing", async () => {
    const a = await shares();
    const chunks: Uint8Array[] = [];
    for await (const chunk of await paymentForm(firm(a), "zh", payday)) chunks.push(chunk);
    // As it comes it pays nothing: no amount stands in it.
    expect(await planPayments(firm(a), Buffer.concat(chunks), payday)).toEqual({
      ready: [],
      faulty: [],
      sumFen: 0,
    });
    const heads = dictionary("zh").moneys.sheet.heads;
    const csv = (line: string) => `${heads.line},${heads.amount},${heads.paidOn}\n${line},1500,2026-11-30\n`;
    const plan = await planPayments(firm(a), Buffer.from(csv(a.dueId)), payday);
    expect(plan).toMatchObject({
      ready: [{ row: 2, line: a.dueId, amountFen: 150_000 }],
      faulty: [],
      sumFen: 150_000,
    });
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 0 });
    const other = await shares();
    expect((await planPayments(firm(other), Buffer.from(csv(a.dueId)), payday)).faulty).toEqual([
      { row: 2, column: "line", problem: "unknown-line" },
    ]);
    await expect(recordSheet(firm(other), plan.ready, payday)).rejects.toMatchObject({ code: "not-found" });
    await expect(recordSheet(a.who.household, plan.ready, payday)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await recordSheet(firm(a), plan.ready, payday)).toBe(1);
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 150_000 });
    await expect(recordSheet(firm(a), plan.ready, payday)).rejects.toMatchObject({ code: "more-than-due" });
    const [row] = await db.select().from(payments).where(eq(payments.dueId, a.dueId));
    expect(row?.importId).not.toBeNull();
  });
});

describe("reversing", () => {
  it("restores the state, by an entry of its own that names what it takes back", async () => {
    const a = await shares();
    const before = await dueOf(a.dueId);
    const sums = await sumDues(a.who.county, { agreement: a.agreementId }, after);
    const id = await pay(a, 70_000);
    await reversePayment(firm(a), id, { reason: "记错户了" }, after);
    expect(await dueOf(a.dueId)).toEqual(before);
    expect(await sumDues(a.who.county, { agreement: a.agreementId }, after)).toEqual(sums);
    const rows = await db.select().from(payments).where(eq(payments.dueId, a.dueId)).orderBy(payments.id);
    expect(rows).toMatchObject([
      { id, state: "reversed", amountFen: 70_000 },
      { state: "reversal", amountFen: -70_000, reversalOf: id, reason: "记错户了" },
    ]);
    expect(rows.reduce((sum, row) => sum + row.amountFen, 0)).toBe(0);
    await expect(reversePayment(firm(a), id, { reason: "again" }, after)).rejects.toMatchObject({
      code: "not-open",
    });
  });

  it("is not for what the household confirmed, nor without a reason", async () => {
    const a = await shares();
    const id = await pay(a);
    await expect(reversePayment(firm(a), id, { reason: " " }, after)).rejects.toMatchObject({
      fields: { reason: { code: "missing" } },
    });
    await confirmPayments(a.who.household, { payments: [id] }, payday);
    await expect(reversePayment(firm(a), id, { reason: "记错" }, after)).rejects.toMatchObject({
      code: "not-open",
    });
  });
});

describe("it did not come", () => {
  it("opens by itself once the day is past; answered, insisted on, paid and confirmed, it closes by itself", async () => {
    const a = await shares();
    const say = { due: a.dueId, reason: "did-not-come", note: "卡上没有" };
    await expect(disputeMoney(a.who.household, say, payday)).rejects.toMatchObject({ code: "not-late" });
    const id = await disputeMoney(a.who.household, say, after);
    await expect(disputeMoney(a.who.village, say, after)).rejects.toMatchObject({ code: "already-disputed" });
    expect(await listDisputes(firm(a), { states: ["open"] })).toMatchObject([
      { id, note: "卡上没有", householdCode: null },
    ]);
    await answerDispute(firm(a), id, { reason: "下周一打到卡上" }, after);
    await insistOnDispute(a.who.household, id, { reason: "还是没有" }, addDays(after, 9));
    await answerDispute(firm(a), id, { reason: "今天已付" }, addDays(after, 9));
    const paid = await pay(a, undefined, addDays(after, 9));
    await confirmPayments(a.who.household, { payments: [paid] }, addDays(after, 10));
    expect(await db.select().from(disputes).where(eq(disputes.id, id))).toMatchObject([
      { state: "closed", closedBy: a.who.household.userId, answer: "今天已付" },
    ]);
  });

  it("a disputed payment counts as not paid until it is confirmed after all, or taken back", async () => {
    const a = await shares();
    const id = await pay(a);
    expect([...(await enterprisesInDefault(after))]).not.toContain(a.posting.enterprise.id);
    await disputeMoney(a.who.household, { due: a.dueId, payment: id, reason: "did-not-come" }, after);
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 0 });
    expect([...(await enterprisesInDefault(after))]).toContain(a.posting.enterprise.id);
    await confirmPayments(a.who.household, { payments: [id] }, after);
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 150_000, confirmedFen: 150_000 });
    expect(await db.$count(disputes, and(eq(disputes.dueId, a.dueId), eq(disputes.state, "open")))).toBe(0);
    // Said too early: also what was confirmed can still be disputed.
    await disputeMoney(a.who.household, { due: a.dueId, payment: id, reason: "not-all" }, after);
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 0, confirmedFen: 0 });
    await reversePayment(firm(a), id, { reason: "银行退回" }, after);
    expect(await dueOf(a.dueId)).toMatchObject({ paidFen: 0, confirmedFen: 0 });
  });

  it("is closed by the household or an officer outside the match, never by who approved it", async () => {
    const a = await shares();
    const id = await disputeMoney(a.who.household, { due: a.dueId, reason: "did-not-come" }, after);
    const [application] = await db.select().from(applications).where(eq(applications.id, a.id));
    expect(application?.approvedBy).toBe(a.who.county.userId);
    await expect(closeDispute(a.who.county, id, { reason: "已核实" }, after)).rejects.toMatchObject({
      code: "own-case",
    });
    await expect(closeDispute(a.who.county2, id, { reason: "" }, after)).rejects.toMatchObject({
      code: "input",
    });
    await closeDispute(a.who.county2, id, { reason: "已核实,现金已付" }, after);
    await expect(closeDispute(a.who.household, id, { reason: "x" }, after)).rejects.toMatchObject({
      code: "not-open",
    });
  });
});

describe("who sees and does what", () => {
  it("every role by every door, and by absence nobody else", async () => {
    const a = await shares();
    const id = await pay(a, 1_000);
    const dispute = await disputeMoney(a.who.household, { due: a.dueId, reason: "not-all" }, after);
    const elsewhere = await shares();
    const askers = {
      ...a.who,
      enterprise: firm(a),
      "other household": elsewhere.who.household,
      "other village": elsewhere.who.village,
      "other town": elsewhere.who.town,
      "other enterprise": firm(elsewhere),
      public: publicAsker,
    };
    const codeOf = async (work: () => Promise<unknown>) =>
      work().then(
        () => "done",
        (error: { code?: string }) => error.code ?? "?",
      );
    const table: string[] = [];
    for (const [name, asker] of Object.entries(askers)) {
      const seen = await codeOf(async () => {
        const { items } = await listDues(asker, { agreement: a.agreementId }, after);
        if (items.length === 0) throw Object.assign(new Error(), { code: "nothing" });
      });
      const ledger = await codeOf(() => householdLedger(asker, a.household.code, after));
      // Who may is stopped by the last condition, so that nothing changes; who may not asks for the real thing.
      const own = name === "enterprise";
      const confirms = name === "household" || name === "village";
      const words = own || confirms || name === "county2" ? "" : "核实过";
      const record = await codeOf(() =>
        recordPayments(
          asker,
          { lines: [{ due: a.dueId, amountFen: 1e9 }], paidOn: after, method: "cash" },
          after,
        ),
      );
      const reverse = await codeOf(() => reversePayment(asker, id, { reason: words }, after));
      const confirm = await codeOf(() =>
        confirmPayments(asker, { payments: [confirms ? "none" : id], note: "x" }, after),
      );
      const close = await codeOf(() => closeDispute(asker, dispute, { reason: words }, after));
      const answer = await codeOf(() => answerDispute(asker, dispute, { reason: words }, after));
      table.push(
        `${name}: lines ${seen} · ledger ${ledger} · record ${record} · reverse ${reverse} · confirm ${confirm} · close ${close} · answer ${answer}`,
      );
    }
    expect(table).toMatchSnapshot();
    expect(Object.keys(askers)).toEqual(expect.arrayContaining([...roles]));
  });

  it("an enterprise has names and never a code; half a year after the end, initials", async () => {
    const a = await shares();
    const [line] = (await listDues(firm(a), {}, after)).items;
    expect(line).toMatchObject({ headName: "赵测试", householdCode: null });
    expect(JSON.stringify(await listPayments(firm(a)))).not.toContain(a.household.code);
    await tx((w) =>
      w
        .update(agreements)
        .set({ state: "ended", endedOn: "2026-12-31", endsOn: "2026-12-31", endCause: "expired" })
        .where(eq(agreements.id, a.agreementId)),
    );
    const masked = (await listDues(firm(a), {}, "2027-07-01")).items[0];
    expect(masked?.headName).toBe("赵*试");
  });

  it("the household's page has its sums, whom to call, and the year against the income line", async () => {
    const a = await shares();
    await pay(a, 50_000);
    const ledger = await householdLedger(a.who.household, a.household.code, after);
    expect(ledger.sums).toEqual({ dueFen: 150_000, paidFen: 50_000, lateFen: 100_000, openFen: 0 });
    expect(ledger).toMatchObject({ persons: 3, perPersonMonthFen: 4_166, lineMonthFen: 25_583 });
    expect(ledger.enterprises).toMatchObject([{ name: "测试合作社", contactName: "钱测试" }]);
    expect(ledger.village).toEqual([{ name: a.who.village.name }]);
    expect(ledger.late).toMatchObject([{ amountFen: 150_000, paidFen: 50_000, light: "red" }]);
    expect(ledger.coming).toMatchObject([{ dueOn: "2027-11-30" }]);
  });
});

describe("what only comes to be known later", () => {
  it("a declared profit gives every share its part; declared again it replaces, until something was paid", async () => {
    const a = await shares();
    await declareProfit(firm(a), { year: 2026, profitFen: 100_000_000, document: "年报" }, "2027-03-01");
    const second = async () => (await linesOf(a)).filter((d) => d.basis === "second" && d.state === "open");
    expect(await second()).toMatchObject([{ amountFen: 2_000_000, dueOn: "2027-11-30" }]);
    await declareProfit(firm(a), { year: 2026, profitFen: 50_000_000, document: "更正" }, "2027-03-01");
    expect(await second()).toMatchObject([{ amountFen: 1_000_000 }]);
    await declareProfit(firm(a), { year: 2026, profitFen: 60_000_000, document: "审计" }, "2027-03-02");
    expect(await second()).toMatchObject([{ amountFen: 1_200_000 }]);
    await recordPayments(
      firm(a),
      { lines: [{ due: (await second())[0]?.id, amountFen: 1 }], paidOn: "2027-03-03", method: "cash" },
      "2027-03-03",
    );
    await expect(
      declareProfit(firm(a), { year: 2026, profitFen: 1, document: "再改" }, "2027-03-04"),
    ).rejects.toMatchObject({ code: "changed" });
    await expect(
      declareProfit(firm(a), { year: 2027, profitFen: 1, document: "早了" }, "2027-03-04"),
    ).rejects.toMatchObject({ fields: { year: { code: "too-big" } } });
  });

  it("a declared profit is not lowered after its day, nor changed once due, and its day never moves on", async () => {
    const a = await shares();
    const declare = (profitFen: number, on: string) =>
      declareProfit(firm(a), { year: 2026, profitFen, document: "年报" }, on);
    const second = async () => (await linesOf(a)).filter((d) => d.basis === "second" && d.state === "open");
    await declare(100_000_000, "2027-03-01");
    await expect(declare(0, "2027-03-02")).rejects.toMatchObject({
      code: "profit-lower",
      data: { min: 1_000_000 },
    });
    await declare(110_000_000, "2027-11-30");
    expect(await second()).toMatchObject([{ amountFen: 2_200_000, dueOn: "2027-11-30" }]);
    await pay(a, undefined, "2027-11-30");
    const [next] = (await linesOf(a)).filter((d) => d.basis === "guaranteed" && d.dueOn === "2027-11-30");
    await pay({ ...a, dueId: next?.id ?? "" }, undefined, "2027-11-30");
    for (const profitFen of [0, 110_000_000, 200_000_000])
      await expect(declare(profitFen, "2027-12-01")).rejects.toMatchObject({ code: "profit-due" });
    expect(await second()).toMatchObject([{ amountFen: 2_200_000, dueOn: "2027-11-30" }]);
    // Red for the second dividend alone: no new figure takes the freeze away.
    expect([...(await enterprisesInDefault("2027-12-01"))]).toContain(a.posting.enterprise.id);
  });

  it("deliveries become due by themselves, never under the floor price", async () => {
    const order: OrderTerms = {
      kind: "order",
      product: "茶青",
      grade: "",
      unit: "jin",
      quantity: 100,
      floorPriceFen: 3_000,
      deliveryMonths: 0b11100,
      payWithinDays: 15,
      years: 2,
    };
    const a = await anAgreement({ startsOn, agreement: { terms: order } });
    const given = { agreement: a.agreementId, deliveredOn: "2026-04-01", quantity: 12.5, priceFen: 3_210 };
    await expect(recordDelivery(firm(a), { ...given, priceFen: 2_999 }, "2026-04-02")).rejects.toMatchObject({
      fields: { priceFen: { code: "too-small", min: 30 } },
    });
    await recordDelivery(firm(a), given, "2026-04-02");
    expect(await linesOf(a)).toMatchObject([
      { kind: "sale", basis: "delivery", dueOn: "2026-04-16", amountFen: 40_125 },
    ]);
    const other = await anEnterprise();
    await expect(recordDelivery(other.user, given, "2026-04-02")).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("days worked replace what was planned", async () => {
    const household = await aHousehold();
    const posting = await aPosting({ job: { wageUnit: "day", wageFen: 9_000 } });
    const a = await anAgreement({
      startsOn: "2026-03-01",
      posting,
      household,
      row: { memberId: household.memberIds[0] },
    });
    while ((await makeDues("2026-03-01")) > 0);
    const [march] = await linesOf(a);
    expect(march).toMatchObject({ amountFen: 198_000, estimated: true, memberId: household.memberIds[0] });
    await recordWorkDays(firm(a), { due: march?.id, days: 18.5 }, "2026-04-01");
    expect(await dueOf(march?.id ?? "")).toMatchObject({ amountFen: 166_500, estimated: false });
    await recordWorkDays(firm(a), { due: march?.id, days: 20 }, "2026-04-01");
    expect(await dueOf(march?.id ?? "")).toMatchObject({ amountFen: 180_000 });
    const sums = await sumByMonth(firm(a), { agreement: a.agreementId }, "2026-04-01");
    expect(sums[0]).toMatchObject({ month: "2026-04", kind: "wage", dueFen: 180_000, openFen: 180_000 });
    // Late: the debt is not made smaller by who owes it, nor taken away whole; more days may come to light.
    const late = addDays(march?.dueOn ?? "", 1);
    for (const days of [0, 19.5])
      await expect(recordWorkDays(firm(a), { due: march?.id, days }, late)).rejects.toMatchObject({
        code: "days-stand",
      });
    expect(await dueOf(march?.id ?? "")).toMatchObject({ amountFen: 180_000, state: "open" });
    await recordWorkDays(firm(a), { due: march?.id, days: 21 }, late);
    expect(await dueOf(march?.id ?? "")).toMatchObject({ amountFen: 189_000 });
  });

  it("days of a month in dispute are not lowered, before its day either", async () => {
    const household = await aHousehold();
    const posting = await aPosting({ job: { wageUnit: "day", wageFen: 9_000 } });
    const row = { memberId: household.memberIds[0] };
    const a = await anAgreement({ startsOn: "2026-03-01", posting, household, row });
    while ((await makeDues("2026-03-01")) > 0);
    const [march] = await linesOf(a);
    const dueId = march?.id ?? "";
    const paid = await pay({ ...a, dueId }, 9_000, "2026-04-01");
    await disputeMoney(
      a.who.household,
      { due: dueId, payment: paid, reason: "did-not-come" },
      march?.dueOn ?? "",
    );
    await expect(recordWorkDays(firm(a), { due: dueId, days: 20 }, march?.dueOn ?? "")).rejects.toMatchObject(
      { code: "days-stand" },
    );
  });
});
