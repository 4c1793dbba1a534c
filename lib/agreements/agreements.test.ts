import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { agreementAnnexes, agreements, audit, bookings, files, parcels } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { answerAnnex, proposeAnnex } from "@/lib/agreements/annex";
import { endOverdue, remindEnding } from "@/lib/agreements/clock";
import { endAgreement } from "@/lib/agreements/end";
import { recheckBindings } from "@/lib/agreements/recheck";
import { signAgreement } from "@/lib/agreements/sign";
import { termsOn, termsPeriods } from "@/lib/agreements/terms";
import { agreementRow, anAgreement, type TestAgreement } from "@/lib/agreements/testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { verifyAudit } from "@/lib/audit/queries";
import { addDays } from "@/lib/clock/clock";
import { acceptFile } from "@/lib/files/files";
import { isRefusal } from "@/lib/refusal/refusal";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(async () => {
  expect((await verifyAudit()).firstBad).toBeNull();
  await close();
});

const paper = () => acceptFile("paper", { name: "协议.pdf", body: Buffer.from("%PDF-1.7 signed") });
const unsigned = {
  state: "unsigned",
  enterpriseSignedBy: null,
  enterpriseSignedHow: null,
  enterpriseSignedAt: null,
  householdSignedBy: null,
  householdSignedHow: null,
  householdSignedAt: null,
} as const;
const firm = (c: TestAgreement) => c.posting.enterprise.user;
const problem = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return Object.entries(error.fields).map(([name, p]) => `${name} ${p.code}`)[0] ?? error.code;
    },
  );
const actionsOf = async (id: string) =>
  (await db.select().from(audit).where(eq(audit.subjectId, id))).map((row) => row.action);
const end = (over: object = {}) => ({ cause: "both-agreed", reason: "商量好了", endsOn: testDay, ...over });

describe("signing", () => {
  it("takes both sides; the second signature makes it live", async () => {
    const c = await anAgreement({ agreement: unsigned });
    await signAgreement(firm(c), c.agreementId, null);
    expect(await agreementRow(c.agreementId)).toMatchObject({
      state: "unsigned",
      enterpriseSignedHow: "screen",
    });
    await signAgreement(c.who.household, c.agreementId, null);
    expect(await agreementRow(c.agreementId)).toMatchObject({
      state: "live",
      householdSignedBy: c.who.household.userId,
      version: 3,
    });
    expect((await actionsOf(c.agreementId)).slice(-2)).toEqual([
      "agreement.sign-enterprise",
      "agreement.sign-household",
    ]);
  });
  it("by the village needs the paper the household signed, which is kept sealed", async () => {
    const c = await anAgreement({ agreement: unsigned });
    expect(await problem(signAgreement(c.who.village, c.agreementId, null))).toBe("paper missing");
    await signAgreement(c.who.village, c.agreementId, paper());
    const row = await agreementRow(c.agreementId);
    expect(row).toMatchObject({ householdSignedHow: "paper", state: "unsigned" });
    const [file] = await db
      .select()
      .from(files)
      .where(eq(files.id, row?.householdFileId ?? ""));
    expect(file).toMatchObject({ subject: "agreement", subjectId: c.agreementId, sealed: true });
    expect(await problem(signAgreement(c.who.household, c.agreementId, null))).toBe("not-open");
  });
  it("of two at once, one signs", async () => {
    const c = await anAgreement({ agreement: unsigned });
    const results = await Promise.all([
      problem(signAgreement(c.who.household, c.agreementId, null)),
      problem(signAgreement(c.who.village, c.agreementId, paper())),
    ]);
    expect(results.sort()).toEqual(["done", "not-open"]);
  });
});

describe("ending", () => {
  it("today, it is over at once: months and land are free, nothing is said twice", async () => {
    const owner = await aHousehold({ parcels: [{ areaMu100: 300 }] });
    const c = await anAgreement({
      household: owner,
      posting: await aPosting({ kind: "land" }),
      size: 200,
      land: { [owner.parcelIds[0]!]: 200 },
      row: { memberId: null },
    });
    const takenOf = async () =>
      (await db.select().from(parcels).where(eq(parcels.id, owner.parcelIds[0]!)))[0]?.agreedMu100;
    expect(await takenOf()).toBe(200);
    await endAgreement(c.who.household, c.agreementId, end(), testDay);
    expect(await agreementRow(c.agreementId)).toMatchObject({
      state: "ended",
      endedOn: testDay,
      endsOn: testDay,
      endCause: "both-agreed",
    });
    expect(await takenOf()).toBe(0);
    expect(await problem(endAgreement(c.who.county, c.agreementId, end(), testDay))).toBe("not-open");
    const job = await anAgreement();
    expect(await db.$count(bookings, eq(bookings.applicationId, job.id))).toBe(3);
    await endAgreement(job.who.county, job.agreementId, end({ cause: "disaster" }), testDay);
    expect(await db.$count(bookings, eq(bookings.applicationId, job.id))).toBe(0);
  });
  it("by the enterprise is said days ahead; until then all goes on, and the clock ends it with its cause", async () => {
    const c = await anAgreement();
    const soon = end({ cause: "project-stopped", endsOn: addDays(testDay, 29) });
    expect(await problem(endAgreement(firm(c), c.agreementId, soon, testDay))).toBe("endsOn too-soon");
    const lastDay = addDays(testDay, 30);
    await endAgreement(firm(c), c.agreementId, end({ ...soon, endsOn: lastDay }), testDay);
    await endOverdue(lastDay);
    expect(await agreementRow(c.agreementId)).toMatchObject({ state: "live", endsOn: lastDay });
    await endOverdue(addDays(lastDay, 1));
    expect(await agreementRow(c.agreementId)).toMatchObject({
      state: "ended",
      endedOn: lastDay,
      endCause: "project-stopped",
    });
  });
  it("by the village needs the paper the household signed for it, which is kept with the end", async () => {
    const c = await anAgreement();
    expect(await problem(endAgreement(c.who.village, c.agreementId, end(), testDay))).toBe("paper missing");
    expect(await agreementRow(c.agreementId)).toMatchObject({ state: "live", endCause: null });
    await endAgreement(c.who.village, c.agreementId, end(), testDay, paper());
    const row = await agreementRow(c.agreementId);
    expect(row).toMatchObject({ state: "ended", endedBy: c.who.village.userId });
    const [file] = await db
      .select()
      .from(files)
      .where(eq(files.id, row?.endFileId ?? ""));
    expect(file).toMatchObject({ subject: "agreement", subjectId: c.agreementId });
  });
  it("needs a cause of the list, words, and a day that is not past nor after its last", async () => {
    const c = await anAgreement();
    const tried = (over: object) => problem(endAgreement(c.who.county, c.agreementId, end(over), testDay));
    expect(await tried({ cause: "expired" })).toBe("cause not-in-list");
    expect(await tried({ reason: " " })).toBe("reason missing");
    expect(await tried({ endsOn: addDays(testDay, -1) })).toBe("endsOn too-soon");
    expect(await tried({ endsOn: "2029-11-23" })).toBe("endsOn too-late");
  });
});

describe("annexes", () => {
  const raise = (over: object = {}) => ({
    kind: "change",
    reason: "工价涨了",
    effectiveOn: "2027-01-01",
    terms: { wageFen: 320_000 },
    ...over,
  });
  it("change the pay from their day on, and nothing before it", async () => {
    const c = await anAgreement();
    const { id } = await proposeAnnex(firm(c), c.agreementId, raise(), null, testDay);
    expect(await problem(proposeAnnex(firm(c), c.agreementId, raise(), null, testDay))).toBe("annex-open");
    await answerAnnex(c.who.village, id, { move: "agree" }, paper(), testDay);
    const row = (await agreementRow(c.agreementId))!;
    const all = await db.select().from(agreementAnnexes).where(eq(agreementAnnexes.id, id));
    expect(row.version).toBe(2);
    expect(termsOn(row, all, "2026-12-31")).toMatchObject({ wageFen: 300_000 });
    expect(termsOn(row, all, "2027-01-01")).toMatchObject({ wageFen: 320_000, months: 0b11100 });
    expect(termsPeriods(row, all).map((p) => p.from)).toEqual([testDay, "2027-01-01"]);
  });
  it("are refused and taken back by a village only with the household's paper", async () => {
    const c = await anAgreement();
    const answerOf = async (id: string) =>
      (await db.select().from(agreementAnnexes).where(eq(agreementAnnexes.id, id)))[0];
    const theirs = await proposeAnnex(firm(c), c.agreementId, raise(), null, testDay);
    const refusing = { move: "refuse", reason: "嫌少" };
    expect(await problem(answerAnnex(c.who.village, theirs.id, refusing, null, testDay))).toBe(
      "paper missing",
    );
    await answerAnnex(c.who.village, theirs.id, refusing, paper(), testDay);
    expect(await answerOf(theirs.id)).toMatchObject({ state: "refused", answeredHow: "paper" });
    const ours = await proposeAnnex(c.who.village, c.agreementId, raise(), paper(), testDay);
    const back = { move: "take-back" };
    expect(await problem(answerAnnex(c.who.village, ours.id, back, null, testDay))).toBe("paper missing");
    await answerAnnex(c.who.village, ours.id, back, paper(), testDay);
    expect(await answerOf(ours.id)).toMatchObject({ state: "withdrawn", answeredHow: "paper" });
  });
  it("may change neither who nor what, nor pay below the floor, nor the past", async () => {
    const c = await anAgreement();
    const tried = (over: object) => problem(proposeAnnex(firm(c), c.agreementId, raise(over), null, testDay));
    expect(await tried({ terms: { memberId: "M" } })).toBe("memberId unknown-field");
    expect(await tried({ terms: { wageFen: 170_000 } })).toBe("wageFen below-wage-floor");
    expect(await tried({ terms: {} })).toBe("terms missing");
    expect(await tried({ effectiveOn: addDays(testDay, -1) })).toBe("effectiveOn in-the-past");
    expect(await tried({ kind: "renewal" })).toBe("years missing");
  });
  it("stay within the match and what a posting may say: quantity, returns, a plot that pays", async () => {
    const household = await aHousehold({ parcels: [{ areaMu100: 300 }] });
    const [plot = ""] = household.parcelIds;
    const who = await people(household);
    const tried = async (c: TestAgreement, terms: object) =>
      problem(proposeAnnex(firm(c), c.agreementId, raise({ terms }), null, testDay));
    const order = await anAgreement({
      household,
      who,
      posting: await aPosting({ kind: "order" }),
      size: 240,
      row: { memberId: null },
      land: { [plot]: 200 },
    });
    expect(await tried(order, { quantity: 241 })).toBe("quantity too-big");
    const { id } = await proposeAnnex(
      firm(order),
      order.agreementId,
      raise({ terms: { quantity: 180 } }),
      null,
      testDay,
    );
    await answerAnnex(who.household, id, { move: "agree" }, null, testDay);
    expect(await tried(order, { quantity: 240 })).toBe("done");
    const membership = await anAgreement({
      posting: await aPosting({ kind: "membership" }),
      row: { memberId: null },
    });
    expect(await tried(membership, { returnBp: 5_999 })).toBe("returnBp below-surplus");
    expect(await tried(membership, { returnBp: 6_500 })).toBe("done");
    // 2,000 jin a plot against 800 + 3,000 yuan: more than 1.90 yuan a jin.
    const contract = await anAgreement({ posting: await aPosting({ kind: "contract" }) });
    expect(await tried(contract, { floorPriceFen: 190 })).toBe("floorPriceFen plot-loses");
    expect(await tried(contract, { floorPriceFen: 191 })).toBe("done");
  });
  it("renew: the clock lets the next agreement begin the day after, signed, holding what the first held", async () => {
    const c = await anAgreement({ agreement: { endsOn: "2026-12-31" } });
    const renewal = { kind: "renewal", reason: "明年接着干", years: 1, terms: { wageFen: 310_000 } };
    const { id } = await proposeAnnex(c.who.household, c.agreementId, renewal, null, testDay);
    await answerAnnex(firm(c), id, { move: "agree" }, null, testDay);
    await endOverdue("2027-01-05");
    expect(await agreementRow(c.agreementId)).toMatchObject({ state: "ended", endCause: "renewed" });
    const [next] = await db.select().from(agreements).where(eq(agreements.renewedFrom, c.agreementId));
    expect(next).toMatchObject({
      state: "live",
      startsOn: "2027-01-01",
      endsOn: "2027-12-31",
      terms: { kind: "job", wageFen: 310_000 },
      applicationId: c.id,
      householdSignedBy: c.who.household.userId,
      enterpriseSignedBy: firm(c).userId,
    });
    expect(next?.number).toMatch(/^2027-\d{6}$/);
    expect(await db.$count(bookings, eq(bookings.applicationId, c.id))).toBe(3);
    expect(await endOverdue("2027-01-05")).toBe(0);
  });
});

describe("time", () => {
  it("ends what is over and frees it; both were reminded once, so many days before", async () => {
    const c = await anAgreement({ agreement: { endsOn: "2026-12-31" } });
    await remindEnding("2026-11-30");
    expect(await actionsOf(c.agreementId)).not.toContain("agreement.ending");
    for (const day of ["2026-12-01", "2026-12-02"]) await remindEnding(day);
    expect((await actionsOf(c.agreementId)).filter((a) => a === "agreement.ending")).toHaveLength(1);
    await endOverdue("2026-12-31");
    expect((await agreementRow(c.agreementId))?.state).toBe("live");
    await endOverdue("2027-03-01");
    expect(await agreementRow(c.agreementId)).toMatchObject({
      state: "ended",
      endedOn: "2026-12-31",
      endCause: "expired",
    });
  });

  it("shares follow the link that binds them: amber when it ends, red after the days of grace, bound again", async () => {
    const enterprise = await anEnterprise();
    const household = await aHousehold();
    const who = await people(household);
    const shared = { household, who };
    const work = await anAgreement({ ...shared, posting: await aPosting({ enterprise }) });
    const shares = await anAgreement({
      ...shared,
      posting: await aPosting({ kind: "equity", enterprise }),
      size: 3,
      row: { memberId: null },
    });
    const colorOf = async () => (await agreementRow(shares.agreementId))?.bindingState;
    expect(await agreementRow(shares.agreementId)).toMatchObject({
      bindingState: "bound",
      endsOn: null,
      terms: { kind: "equity", persons: 3, fenPerPerson: 1_000_000, payMonthDay: "11-30" },
    });
    // A link with another enterprise binds nothing here.
    await anAgreement({ ...shared, row: { memberId: household.memberIds[1] } });
    await endAgreement(who.county, work.agreementId, end({ endsOn: "2026-12-10" }), testDay);
    await endOverdue("2026-12-10");
    await recheckBindings("2026-12-10");
    expect(await colorOf()).toBe("bound");
    await endOverdue("2026-12-11");
    expect(await agreementRow(shares.agreementId)).toMatchObject({
      bindingState: "amber",
      bindingSince: "2026-12-11",
    });
    expect(await recheckBindings("2027-03-10")).toBe(0);
    expect(await colorOf()).toBe("amber");
    await recheckBindings("2027-03-11");
    expect(await agreementRow(shares.agreementId)).toMatchObject({
      bindingState: "red",
      bindingSince: "2027-03-11",
    });
    await anAgreement({
      ...shared,
      posting: await aPosting({ enterprise }),
      row: { memberId: household.memberIds[2] },
      startsOn: "2027-04-01",
    });
    await recheckBindings("2027-04-01");
    expect(await colorOf()).toBe("bound");
    expect((await actionsOf(shares.agreementId)).filter((a) => a.includes("binding"))).toEqual([
      "agreement.binding-amber",
      "agreement.binding-red",
      "agreement.binding-bound",
    ]);
  });

  it("of one match only one agreement counts, whatever is written", async () => {
    const c = await anAgreement();
    const row = (await agreementRow(c.agreementId))!;
    const again = { ...row, id: "X-again", number: "X-again" };
    await expect(tx((w) => w.insert(agreements).values(again))).rejects.toMatchObject({ kind: "unique" });
    const mute = {
      ...row,
      id: "X-mute",
      number: "X-mute",
      householdSignedHow: null,
      householdSignedAt: null,
    };
    await expect(tx((w) => w.insert(agreements).values(mute))).rejects.toMatchObject({ kind: "check" });
    const oneHand = tx((w) =>
      w
        .update(agreements)
        .set({ householdSignedBy: row.enterpriseSignedBy })
        .where(eq(agreements.id, row.id)),
    );
    await expect(oneHand).rejects.toMatchObject({ kind: "check", constraint: "agreements_duties" });
  });
});
