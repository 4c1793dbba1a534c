import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agreements, applicationParcels, bookings, notices, parcels, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { finishNotices } from "@/lib/agreements/finish";
import { applyTo } from "@/lib/applications/apply";
import {
  aHousehold,
  anEnterprise,
  aPosting,
  type GivenHousehold,
  type GivenPosting,
  people,
  type TestHousehold,
  type TestPosting,
  testDay,
} from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { verifyAudit } from "@/lib/audit/queries";

/** Orders, memberships and plots from application to agreement: what each spends, and what it may not spend. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(async () => {
  expect((await verifyAudit()).firstBad).toBeNull();
  await close();
});

async function accepted(posting: TestPosting, home: TestHousehold, wish: object = {}) {
  const who = await people(home);
  const consent = { how: "slip", evidence: "第 3 号" };
  const { id } = await applyTo(
    who.village,
    { posting: posting.id, household: home.code, consent, ...wish },
    testDay,
  );
  await moveApplication(posting.enterprise.user, id, { move: "accept" }, testDay);
  return { id, approve: () => moveApplication(who.county, id, { move: "approve" }, testDay) };
}

async function approved(posting: GivenPosting, household: GivenHousehold, wish: object = {}) {
  const home = await aHousehold(household);
  const where = await aPosting(posting);
  const { id, approve } = await accepted(where, home, wish);
  await approve();
  return { id, home, posting: where };
}

async function termsOf(applicationId: string) {
  await finishNotices("2026-12-04");
  const [row] = await db.select().from(agreements).where(eq(agreements.applicationId, applicationId));
  return row!;
}
const takenOf = async (id: string) => (await db.select().from(postings).where(eq(postings.id, id)))[0]?.taken;
const agreedOf = async (id: string) =>
  (await db.select().from(parcels).where(eq(parcels.id, id)))[0]?.agreedMu100;
const tea = { parcels: [{ kind: "tea" as const, areaMu100: 300 }] };

describe("an order", () => {
  it("takes its jin of the posting and its mu of the land, and becomes an agreement that says them", async () => {
    const { id, home, posting } = await approved({ kind: "order" }, tea, { jin: 240 });
    expect(await takenOf(posting.id)).toBe(240);
    expect(
      await db.select().from(applicationParcels).where(eq(applicationParcels.applicationId, id)),
    ).toEqual([expect.objectContaining({ parcelId: home.parcelIds[0], mu100: 200, booked: true })]);
    expect(await agreedOf(home.parcelIds[0]!)).toBe(200);
    expect(await termsOf(id)).toMatchObject({
      kind: "order",
      startsOn: "2026-12-04",
      endsOn: "2029-12-03",
      terms: {
        kind: "order",
        product: "茶叶鲜叶",
        unit: "jin",
        quantity: 240,
        floorPriceFen: 1_000,
        payWithinDays: 15,
      },
    });
    const [notice] = await db.select().from(notices).where(eq(notices.applicationId, id));
    expect(notice?.state).toBe("over");
  });

  it("is refused on land promised to another order or leased out meanwhile, naming what is in the way", async () => {
    const home = await aHousehold(tea);
    const first = await accepted(await aPosting({ kind: "order", title: "先签的订单" }), home, { jin: 240 });
    const second = await accepted(await aPosting({ kind: "order" }), home, { jin: 240 });
    const lease = await accepted(await aPosting({ kind: "land" }), home);
    await first.approve();
    await expect(second.approve()).rejects.toMatchObject({
      code: "already-bound",
      data: { posting: "先签的订单" },
    });
    await expect(lease.approve()).rejects.toMatchObject({ code: "already-bound" });
    // What is left of the plot can still be promised.
    const third = await accepted(await aPosting({ kind: "order" }), home);
    await third.approve();
    expect(await agreedOf(home.parcelIds[0]!)).toBe(300);
  });

  it("of a product that needs no land takes none", async () => {
    const { id } = await approved({ kind: "order", order: { parcelKinds: [], yieldJin: 300 } }, {});
    const rows = await db.select().from(applicationParcels).where(eq(applicationParcels.applicationId, id));
    expect(rows).toEqual([]);
  });

  it("binds a share allotment of the same enterprise, as its posting says", async () => {
    const enterprise = await anEnterprise();
    const home = await aHousehold(tea);
    const order = await aPosting({ kind: "order", enterprise });
    const shares = await aPosting({ kind: "equity", enterprise, equity: { bindingLink: "order" } });
    const wants = await accepted(shares, home);
    await expect(wants.approve()).rejects.toMatchObject({ code: "binding-missing" });
    await (await accepted(order, home)).approve();
    await wants.approve();
    expect(await takenOf(shares.id)).toBe(3);
  });
});

it("a membership takes one place and nothing of the household", async () => {
  const { id, posting } = await approved({ kind: "membership" }, {});
  expect(await takenOf(posting.id)).toBe(1);
  expect(await db.select().from(bookings).where(eq(bookings.applicationId, id))).toEqual([]);
  expect(await termsOf(id)).toMatchObject({
    kind: "membership",
    endsOn: null,
    terms: { shareFen: 10_000, returnBp: 6_000, services: ["supplies", "sales"] },
  });
});

describe("a plot", () => {
  it("takes plots of the park and the months of its worker, who is then free for no job in them", async () => {
    const { id, home, posting } = await approved({ kind: "contract" }, { members: 1 }, { plots: 2 });
    expect(await takenOf(posting.id)).toBe(2);
    const slots = await db.select().from(bookings).where(eq(bookings.applicationId, id));
    expect(slots.map((b) => [b.memberId, b.slot])).toEqual([3, 4, 5].map((m) => [home.memberIds[0], m]));
    const job = await aPosting();
    await expect(accepted(job, home)).rejects.toMatchObject({
      code: "not-eligible",
      data: { rule: "not-free-in-season" },
    });
    expect(await termsOf(id)).toMatchObject({
      kind: "contract",
      terms: { plots: 2, months: 0b11100, memberId: home.memberIds[0], feeFenPerPlotYear: 80_000 },
    });
  });

  it("is refused when its worker took a job meanwhile", async () => {
    const home = await aHousehold({ members: 1 });
    const plot = await accepted(await aPosting({ kind: "contract" }), home);
    await (await accepted(await aPosting(), home)).approve();
    await expect(plot.approve()).rejects.toMatchObject({ code: "already-bound" });
  });
});
