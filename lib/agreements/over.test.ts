import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { applicationParcels, applications, bookings, parcels, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type PostingKind, postingKinds } from "@/db/words";
import { endAgreement } from "@/lib/agreements/end";
import { finishNotices } from "@/lib/agreements/finish";
import { agreementRow, anAgreement } from "@/lib/agreements/testing";
import { applyTo } from "@/lib/applications/apply";
import { isAskedFor, isUnderWay } from "@/lib/applications/moves";
import { getApplication } from "@/lib/applications/queries";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { forgetCounty } from "@/lib/matching/queries/current";

/** When an agreement is over: everything it held is free, and one may begin again. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  forgetCounty();
});
afterAll(() => close());

const takenOf = async (id: string) => (await db.select().from(postings).where(eq(postings.id, id)))[0]?.taken;
const end = { cause: "both-agreed", reason: "商量好了", endsOn: testDay };

async function running(kind: PostingKind) {
  const household = await aHousehold({ parcels: [{ areaMu100: 300 }] });
  const [plot = ""] = household.parcelIds;
  const enterprise = await anEnterprise();
  const shared = { household, who: await people(household) };
  if (kind === "equity") await anAgreement({ ...shared, posting: await aPosting({ enterprise }) });
  const posting = await aPosting({ kind, enterprise });
  const usesLand = kind === "land" || kind === "order";
  const size = usesLand ? 200 : kind === "equity" ? 3 : 1;
  const working = kind === "job" || kind === "contract";
  return anAgreement({
    ...shared,
    posting,
    size,
    row: { memberId: working ? household.memberIds[0] : null },
    ...(usesLand && { land: { [plot]: 200 } }),
  });
}

describe("at the end of an agreement", () => {
  it.each(postingKinds)("all that a match of kind %s held is free", async (kind) => {
    const c = await running(kind);
    const held = async () => ({
      bookings: await db.$count(bookings, eq(bookings.applicationId, c.id)),
      booked: (
        await db.select().from(applicationParcels).where(eq(applicationParcels.applicationId, c.id))
      ).filter((p) => p.booked).length,
      agreedMu100: (await db.select().from(parcels).where(inArray(parcels.id, c.household.parcelIds)))[0]
        ?.agreedMu100,
    });
    const free = { bookings: 0, booked: 0, agreedMu100: 0 };
    if (kind !== "membership") expect(await held()).not.toEqual(free);
    const before = await takenOf(c.posting.id);
    await endAgreement(c.who.county, c.agreementId, end, testDay);
    expect(await held()).toEqual(free);
    expect(await takenOf(c.posting.id)).toBe(kind === "equity" ? before : 0);
    const now = await getApplication(c.who.household, c.id);
    expect(now).toMatchObject({ state: "final", over: true });
    expect([isAskedFor(now), isUnderWay(now)]).toEqual([false, false]);
  });

  it("shares nobody signed give back their place too: nothing of the fund was paid out", async () => {
    const household = await aHousehold();
    const enterprise = await anEnterprise();
    const shared = { household, who: await people(household) };
    await anAgreement({ ...shared, posting: await aPosting({ enterprise }) });
    const posting = await aPosting({ kind: "equity", enterprise });
    const c = await anAgreement({
      ...shared,
      posting,
      size: 3,
      row: { memberId: null },
      agreement: {
        state: "unsigned",
        enterpriseSignedBy: null,
        enterpriseSignedHow: null,
        enterpriseSignedAt: null,
      },
    });
    await endAgreement(c.who.county, c.agreementId, end, testDay);
    expect(await takenOf(posting.id)).toBe(0);
  });

  it("the household applies to the same posting anew and gets an agreement of its own", async () => {
    const c = await anAgreement();
    const consent = { how: "slip", evidence: "第 4 号" };
    const again = () =>
      applyTo(c.who.village, { posting: c.posting.id, household: c.household.code, consent }, testDay);
    await expect(again()).rejects.toMatchObject({ code: "already-applied" });
    await endAgreement(c.who.household, c.agreementId, end, testDay);
    const { id } = await again();
    expect(id).not.toBe(c.id);
    await expect(again()).rejects.toMatchObject({ code: "already-applied" });
    await moveApplication(c.posting.enterprise.user, id, { move: "accept" }, testDay);
    await moveApplication(c.who.county, id, { move: "approve" }, testDay);
    await finishNotices("2026-12-04");
    const both = await db.select().from(applications).where(eq(applications.postingId, c.posting.id));
    expect(both.map((a) => [a.state, a.overOn])).toEqual([
      ["final", testDay],
      ["final", null],
    ]);
    expect(await takenOf(c.posting.id)).toBe(1);
    expect(await agreementRow(c.agreementId)).toMatchObject({ state: "ended" });
  });
});
