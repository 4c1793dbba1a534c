import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agreementAnnexes } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { answerAnnex, proposeAnnex } from "@/lib/agreements/annex";
import { endAgreement } from "@/lib/agreements/end";
import { agreementRow, anAgreement } from "@/lib/agreements/testing";
import { testDay } from "@/lib/applications/testing";
import { addDays } from "@/lib/clock/clock";

/** What one side could do behind the other's back, each refused. */

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const change = (over: object = {}) => ({
  kind: "change",
  reason: "价钱变了",
  effectiveOn: addDays(testDay, 5),
  terms: { wageFen: 320_000 },
  ...over,
});

describe("a change", () => {
  it("is agreed on until its day; after it nothing is changed back in time, and it can still be refused", async () => {
    const c = await anAgreement();
    const firm = c.posting.enterprise.user;
    const { id } = await proposeAnnex(firm, c.agreementId, change(), null, testDay);
    const agree = (today: string) => answerAnnex(c.who.household, id, { move: "agree" }, null, today);
    await expect(agree(addDays(testDay, 6))).rejects.toMatchObject({ code: "annex-past" });
    const row = async () =>
      (await db.select().from(agreementAnnexes).where(eq(agreementAnnexes.id, id)))[0]?.state;
    expect(await row()).toBe("proposed");
    const refuse = { move: "refuse", reason: "过了日子" };
    await answerAnnex(c.who.household, id, refuse, null, addDays(testDay, 6));
    expect(await row()).toBe("refused");
    const again = await proposeAnnex(firm, c.agreementId, change(), null, testDay);
    await answerAnnex(c.who.household, again.id, { move: "agree" }, null, addDays(testDay, 5));
  });

  it("does not begin before one agreed on already, whose paper would undo it again", async () => {
    const c = await anAgreement();
    const firm = c.posting.enterprise.user;
    const first = change({ effectiveOn: addDays(testDay, 60) });
    const { id } = await proposeAnnex(firm, c.agreementId, first, null, testDay);
    await answerAnnex(c.who.household, id, { move: "agree" }, null, testDay);
    const early = change({ terms: { payDay: 5 } });
    await expect(proposeAnnex(firm, c.agreementId, early, null, testDay)).rejects.toMatchObject({
      fields: { effectiveOn: { code: "too-soon", unit: addDays(testDay, 60) } },
    });
    await proposeAnnex(firm, c.agreementId, { ...early, effectiveOn: addDays(testDay, 60) }, null, testDay);
  });
});

it("who has ended an agreement on a day ahead is not overwritten by the other side, but by an earlier day", async () => {
  const c = await anAgreement();
  const firm = c.posting.enterprise.user;
  const last = addDays(testDay, 40);
  const end = (over: object = {}) => ({ cause: "both-agreed", reason: "不做了", endsOn: last, ...over });
  const said = { cause: "enterprise-breach", reason: "工钱没付" };
  await endAgreement(c.who.household, c.agreementId, end(said), testDay);
  await expect(endAgreement(firm, c.agreementId, end(), testDay)).rejects.toMatchObject({
    fields: { endsOn: { code: "too-late", unit: addDays(last, -1) } },
  });
  expect(await agreementRow(c.agreementId)).toMatchObject({ endCause: said.cause, endReason: said.reason });
  await endAgreement(firm, c.agreementId, end({ endsOn: addDays(testDay, 31) }), testDay);
  expect(await agreementRow(c.agreementId)).toMatchObject({ endsOn: addDays(testDay, 31) });
});
