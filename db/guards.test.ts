import { eq, gt } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx, type Writer } from "@/db/client";
import { fullRows, insertFullRows } from "@/db/samples.testing";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  // Far from the row of countyChanges that the samples bring.
  await tx(insertFullRows);
});
afterAll(() => close());

const row = <T extends (typeof fullRows)[number][0]>(table: T) =>
  fullRows.find(([t]) => t === table)![1] as never as T["$inferInsert"];

/** The marks a write leaves, as [household, posting]. */
async function marks(work: (w: Writer) => Promise<unknown>): Promise<(string | null)[][]> {
  await tx((w) => w.delete(s.countyChanges));
  await tx(work);
  const rows = await db
    .select()
    .from(s.countyChanges)
    .where(gt(s.countyChanges.seq, 0))
    .orderBy(s.countyChanges.seq);
  return rows.map((r) => [r.householdCode, r.postingId]);
}

const details = [
  s.jobDetails,
  s.landDetails,
  s.equityDetails,
  s.orderDetails,
  s.membershipDetails,
  s.contractDetails,
] as const;

describe("what matching reads leaves its mark, whoever writes it", () => {
  const household = { ...row(s.households), code: "H2" };
  const member = { ...row(s.members), id: "M2", householdCode: "H2", idNumberIndex: "index-2" };
  const parcel = { ...row(s.parcels), id: "L2", householdCode: "H2" };
  const posting = { ...row(s.postings), id: "P2" };
  const application = {
    ...row(s.applications),
    id: "A2",
    cardToken: "card-2",
    householdCode: "H2",
    postingId: "P2",
    memberId: "M2",
  };
  const agreement = { ...row(s.agreements), id: "G2", number: "G2", applicationId: "A2", renewedFrom: null };

  it("when it appears", async () => {
    expect(await marks((w) => w.insert(s.households).values(household))).toEqual([["H2", null]]);
    expect(await marks((w) => w.insert(s.members).values(member))).toEqual([["H2", null]]);
    expect(await marks((w) => w.insert(s.parcels).values(parcel))).toEqual([["H2", null]]);
    expect(await marks((w) => w.insert(s.postings).values(posting))).toEqual([[null, "P2"]]);
    for (const detail of details)
      expect(
        await marks((w) =>
          w.insert(detail as typeof s.jobDetails).values({ ...row(detail), postingId: "P2" } as never),
        ),
      ).toEqual([[null, "P2"]]);
    expect(await marks((w) => w.insert(s.applications).values(application))).toEqual([["H2", "P2"]]);
    expect(
      await marks((w) =>
        w.insert(s.applicationParcels).values({ applicationId: "A2", parcelId: "L2", mu100: 1 }),
      ),
    ).toEqual([["H2", null]]);
    expect(await marks((w) => w.insert(s.agreements).values(agreement))).toEqual([["H2", "P2"]]);
  });

  it("when it changes, once for each row", async () => {
    expect(await marks((w) => w.update(s.households).set({ register: "moved-away" }))).toEqual([
      ["H1", null],
      ["H2", null],
    ]);
    expect(
      await marks((w) => w.update(s.members).set({ laborClass: "lost" }).where(eq(s.members.id, "M2"))),
    ).toEqual([["H2", null]]);
    expect(await marks((w) => w.update(s.postings).set({ taken: 1 }).where(eq(s.postings.id, "P2")))).toEqual(
      [[null, "P2"]],
    );
    expect(
      await marks((w) => w.update(s.agreements).set({ state: "ended" }).where(eq(s.agreements.id, "G2"))),
    ).toEqual([["H2", "P2"]]);
  });

  it("when it goes, children first", async () => {
    expect(await marks((w) => w.delete(s.agreements).where(eq(s.agreements.id, "G2")))).toEqual([
      ["H2", "P2"],
    ]);
    expect(
      await marks((w) => w.delete(s.applicationParcels).where(eq(s.applicationParcels.applicationId, "A2"))),
    ).toEqual([["H2", null]]);
    expect(await marks((w) => w.delete(s.applications).where(eq(s.applications.id, "A2")))).toEqual([
      ["H2", "P2"],
    ]);
    for (const detail of details)
      expect(await marks((w) => w.delete(detail).where(eq(detail.postingId, "P2")))).toEqual([[null, "P2"]]);
    expect(await marks((w) => w.delete(s.postings).where(eq(s.postings.id, "P2")))).toEqual([[null, "P2"]]);
    expect(await marks((w) => w.delete(s.parcels).where(eq(s.parcels.id, "L2")))).toEqual([["H2", null]]);
    expect(await marks((w) => w.delete(s.members).where(eq(s.members.id, "M2")))).toEqual([["H2", null]]);
    expect(await marks((w) => w.delete(s.households).where(eq(s.households.code, "H2")))).toEqual([
      ["H2", null],
    ]);
  });

  it("when a project's villages change, for its memberships alone", async () => {
    const home = { projectId: "R1", villageCode: row(s.divisions).code };
    const theirs = eq(s.projectVillages.projectId, "R1");
    expect(await marks((w) => w.delete(s.projectVillages).where(theirs))).toEqual([]);
    await tx((w) => w.update(s.postings).set({ kind: "membership" }));
    expect(await marks((w) => w.insert(s.projectVillages).values(home))).toEqual([[null, "P1"]]);
    expect(await marks((w) => w.delete(s.projectVillages).where(theirs))).toEqual([[null, "P1"]]);
  });

  it("and not when the write is rolled back, or concerns something else", async () => {
    const undone = marks(async (w) => {
      await w.update(s.households).set({ version: 9 });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await db.$count(s.countyChanges)).toBe(0);
    expect(await marks((w) => w.update(s.users).set({ failedTries: 1 }))).toEqual([]);
  });

  it("counts upwards for ever: a number is not given twice", async () => {
    await marks((w) => w.update(s.households).set({ version: 1 }));
    const [first] = await db.select().from(s.countyChanges);
    await marks((w) => w.update(s.households).set({ version: 2 }));
    const [second] = await db.select().from(s.countyChanges);
    expect(second!.seq).toBeGreaterThan(first!.seq);
  });
});
