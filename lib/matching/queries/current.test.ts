import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { databaseUrl, db, sqlitePath, tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { buildIndex } from "@/lib/matching/index/build";
import { fittingPostings, rankingFor, reachOf } from "@/lib/matching/queries";
import { countyAtHand, currentCounty, forgetCounty } from "@/lib/matching/queries/current";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { saveCounty } from "@/lib/matching/queries/testing";
import { aCounty, aHousehold, aMember, testDay } from "@/lib/matching/testing";

/** Two portions of the reading, so that it can be held between them. */
const county = aCounty({ seed: 5, households: 230, postings: 12, perVillage: 20 });
const home = county.postings[0]!.village;
const watched = aHousehold({ code: "W", village: home, members: [aMember({ id: "W-m" })] });
const officer: Asker = { ...publicAsker, role: "county", userId: "c", divisionScope: "610724" };
const job = county.postings.find((posting) => posting.kind === "job" && posting.open)!;

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await tx((w) => saveCounty(w, { households: [...county.households, watched], postings: county.postings }));
});
afterAll(() => close());

// The reload rests by setTimeout after each portion: while that clock stands, so does the reload.
beforeEach(async () => {
  forgetCounty();
  await currentCounty();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
});
afterEach(async () => {
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  await currentCounty();
});

const income = async (code: string, incomePerPersonFen: number) =>
  tx((w) => w.update(s.households).set({ incomePerPersonFen }).where(eq(s.households.code, code)));
/** A commit as an import of a whole county makes it: W's income among the marks of thousands. */
async function importCounty(incomePerPersonFen: number, marks = 3001) {
  await tx(async (w) => {
    await w.update(s.households).set({ incomePerPersonFen }).where(eq(s.households.code, "W"));
    for (let i = 0; i < marks; i += 1000)
      await w.insert(s.countyChanges).values(
        Array.from({ length: Math.min(1000, marks - i) }, (_, k) => ({
          householdCode: `gone-${i + k}`,
          postingId: null,
        })),
      );
  });
}
type Answer = Awaited<ReturnType<typeof currentCounty>>;
const incomeIn = ({ index, rowOf }: Answer, code: string) => index.income[rowOf.get(code) ?? -1];
const atHand = async (code: string) => {
  const answer = await countyAtHand();
  return { behind: answer.behind, income: incomeIn(answer, code) };
};
/** Lets everything happen that needs no clock: a reload begun comes to its first rest. */
async function resting() {
  for (let i = 0; i < 50; i++) await new Promise((turn) => setImmediate(turn));
}
/** Whether a promise is settled after all that can happen without a clock has happened. */
async function isWaiting(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  promise.then(
    () => (over = true),
    () => (over = true),
  );
  await resting();
  return !over;
}
const other = county.households.find((household) => household.code !== "W")!.code;

describe("while a whole county is read anew", () => {
  it("shows the kept index, and the new one as soon as it is read", async () => {
    await income("W", 111);
    expect(await atHand("W")).toEqual({ behind: false, income: 111 });
    await importCounty(222);
    for (let i = 0; i < 3; i++) expect(await atHand("W")).toEqual({ behind: true, income: 111 });
    await vi.runAllTimersAsync();
    expect(await atHand("W")).toEqual({ behind: false, income: 222 });
    const { index, rowOf } = await countyAtHand();
    expect(index).toEqual(buildIndex(await loadHouseholds(db)));
    expect(rowOf).toEqual(new Map(index.codes.map((code, row) => [code, row])));
  });

  it("keeps who decides waiting, and gives the county as committed", async () => {
    await income("W", 111);
    await countyAtHand();
    await importCounty(333);
    await countyAtHand();
    await resting();
    const decided = currentCounty();
    const reach = reachOf(job.id, testDay);
    expect(await isWaiting(Promise.all([decided, reach]))).toBe(true);
    expect(await atHand("W")).toEqual({ behind: true, income: 111 });
    await vi.runAllTimersAsync();
    expect(incomeIn(await decided, "W")).toBe(333);
    expect(await reach).toEqual(await reachOf(job.id, testDay));
  });

  it("hurries for who asks to decide first, without a rest of its own", async () => {
    await importCounty(444);
    // No clock has to move.
    expect(incomeIn(await currentCounty(), "W")).toBe(444);
  });

  it("follows single changes meanwhile, and still has them afterwards", async () => {
    await importCounty(10);
    expect((await countyAtHand()).behind).toBe(true);
    await resting();
    await income(other, 77);
    await tx((w) => w.update(s.postings).set({ radiusKm: 1 }).where(eq(s.postings.id, job.id)));
    expect(await atHand(other)).toEqual({ behind: true, income: 77 });
    const posting = async () =>
      (await countyAtHand()).postings(testDay).find((fact) => fact.posting.id === job.id)?.posting;
    expect((await posting())?.radiusKm).toBe(1);
    // Read already in the first portion, and changed once more before the last.
    await income(other, 78);
    await tx((w) =>
      w.update(s.households).set({ register: "moved-away" }).where(eq(s.households.code, other)),
    );
    await vi.runAllTimersAsync();
    expect(await atHand(other)).toEqual({ behind: false, income: 78 });
    expect((await posting())?.radiusKm).toBe(1);
    expect((await countyAtHand()).index).toEqual(buildIndex(await loadHouseholds(db)));
    await tx((w) => w.update(s.postings).set({ radiusKm: null }).where(eq(s.postings.id, job.id)));
  });

  it("is read once more when a second whole county comes", async () => {
    await importCounty(1);
    expect((await countyAtHand()).behind).toBe(true);
    await resting();
    await income(other, 55);
    await countyAtHand();
    // So many marks that they are not even all read.
    await importCounty(2, 12_500);
    const decided = currentCounty();
    expect(await atHand(other)).toEqual({ behind: true, income: 55 });
    await vi.runAllTimersAsync();
    expect(incomeIn(await decided, "W")).toBe(2);
    expect(await atHand(other)).toEqual({ behind: false, income: 55 });
  });

  it("tells a household of itself as it is now, in the order it was", async () => {
    const before = await rankingFor(officer, job.id, { today: testDay, limit: 1000 });
    await tx(async (w) => {
      await w.update(s.members).set({ state: "moved-out" }).where(eq(s.members.id, "W-m"));
      await w.update(s.parcels).set({ use: "leased-out" }).where(eq(s.parcels.householdCode, "W"));
    });
    await importCounty(5);
    expect(await rankingFor(officer, job.id, { today: testDay, limit: 1000 })).toEqual(before);
    const jobs = async () =>
      (await fittingPostings(officer, "W", { today: testDay })).filter(
        ({ posting }) => posting.kind === "job",
      );
    expect((await countyAtHand()).behind).toBe(true);
    expect(await jobs()).toEqual([]);
    await expect(fittingPostings(officer, "gone-1", { today: testDay })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("goes on showing when the reading fails, tells who waits, and tries again", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const raw = new Database(sqlitePath());
    try {
      await income("W", 111);
      await countyAtHand();
      await importCounty(666);
      await countyAtHand();
      const decided = currentCounty();
      const outcome = decided.then(
        () => "answered",
        () => "failed",
      );
      raw.exec("ALTER TABLE parcels RENAME TO parcels_away");
      await vi.runAllTimersAsync();
      expect(await outcome).toBe("failed");
      expect(said.mock.calls).toEqual([["sanjin: the county was not read anew: SqliteError"]]);
      raw.exec("ALTER TABLE parcels_away RENAME TO parcels");
      expect(await atHand("W")).toEqual({ behind: true, income: 111 });
      await vi.runAllTimersAsync();
      expect(await atHand("W")).toEqual({ behind: false, income: 666 });
    } finally {
      raw.close();
      said.mockRestore();
    }
  });

  it("is given up without a word when the county is forgotten or the database another", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const url = databaseUrl();
    await importCounty(7);
    await countyAtHand();
    await resting();
    const decided = currentCounty();
    forgetCounty();
    await vi.runAllTimersAsync();
    expect(incomeIn(await decided, "W")).toBe(7);
    await importCounty(8);
    await countyAtHand();
    await resting();
    process.env.DATABASE_URL = `${url}-another`;
    await vi.runAllTimersAsync();
    process.env.DATABASE_URL = url;
    expect(incomeIn(await currentCounty(), "W")).toBe(8);
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });
});
