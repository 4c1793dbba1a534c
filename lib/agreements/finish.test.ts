import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { agreements, applications, bookings, enterprises, notices, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { EnterpriseState } from "@/db/words";
import { endAgreement } from "@/lib/agreements/end";
import { finishNotices } from "@/lib/agreements/finish";
import { anAgreement } from "@/lib/agreements/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { getApplication } from "@/lib/applications/queries";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";

/** What is approved and no longer rests on anything when its notice is over. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

/** The notice of a case ends on 3 December. */
const after = "2026-12-04";
const rowOf = async (id: string) => (await db.select().from(applications).where(eq(applications.id, id)))[0]!;
const takenOf = async (id: string) => (await db.select().from(postings).where(eq(postings.id, id)))[0]?.taken;
const noticesOf = async (id: string) =>
  (await db.select().from(notices).where(eq(notices.applicationId, id))).map((n) => n.state);
const put = (id: string, state: EnterpriseState) =>
  tx((w) => w.update(enterprises).set({ state }).where(eq(enterprises.id, id)));

beforeEach(async () => {
  // Nothing of another test is due any more.
  await tx((w) => w.update(notices).set({ endsOn: "2030-01-01" }).where(eq(notices.state, "open")));
});

describe("shares at the end of their notice", () => {
  const shares = async () => {
    const enterprise = await anEnterprise();
    const household = await aHousehold();
    const shared = { household, who: await people(household) };
    const link = await anAgreement({ ...shared, posting: await aPosting({ enterprise }) });
    const posting = await aPosting({ kind: "equity", enterprise });
    const c = await aCase({ ...shared, posting, state: "approved", size: 3, row: { memberId: null } });
    return { c, link, posting };
  };

  it("become final while the link that binds them lives", async () => {
    const { c } = await shares();
    expect(await finishNotices(after)).toBe(1);
    expect((await rowOf(c.id)).state).toBe("final");
  });

  it("whose link has ended are decided again, with the reason; all they held is free, once", async () => {
    const { c, link, posting } = await shares();
    const end = { cause: "worker-left", reason: "到县外打工", endsOn: testDay };
    await endAgreement(c.who.household, link.agreementId, end, testDay);
    expect(await finishNotices(after)).toBe(1);
    expect(await rowOf(c.id)).toMatchObject({
      state: "accepted",
      reasonCode: "binding-lost",
      approvedBy: null,
      replyDueOn: "2026-12-11",
    });
    expect(await noticesOf(c.id)).toEqual(["withdrawn"]);
    expect(await takenOf(posting.id)).toBe(0);
    expect(await db.$count(bookings, eq(bookings.applicationId, c.id))).toBe(0);
    expect(await db.$count(agreements, eq(agreements.applicationId, c.id))).toBe(0);
    expect(await finishNotices(after)).toBe(0);
  });
});

describe("a match whose enterprise", () => {
  it("is suspended waits, and says so; restored, it becomes final", async () => {
    const c = await aCase({ state: "approved" });
    const { id } = c.posting.enterprise;
    await put(id, "suspended");
    expect(await finishNotices(after)).toBe(0);
    expect(await rowOf(c.id)).toMatchObject({ state: "approved" });
    expect(await getApplication(c.who.county, c.id)).toMatchObject({ enterpriseSuspended: true });
    await put(id, "verified");
    expect(await getApplication(c.who.county, c.id)).toMatchObject({ enterpriseSuspended: false });
    expect(await finishNotices(after)).toBe(1);
    expect((await rowOf(c.id)).state).toBe("final");
  });

  it("was struck off is decided again", async () => {
    const c = await aCase({ state: "approved" });
    await put(c.posting.enterprise.id, "struck-off");
    expect(await finishNotices(after)).toBe(1);
    expect(await rowOf(c.id)).toMatchObject({ state: "accepted", reasonCode: "enterprise-gone" });
    expect(await takenOf(c.posting.id)).toBe(0);
    expect(await finishNotices(after)).toBe(0);
  });
});
