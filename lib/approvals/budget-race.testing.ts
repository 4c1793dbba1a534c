import { and, eq, inArray } from "drizzle-orm";
import { db, tx } from "@/db/client";
import {
  agreements,
  applicationParcels,
  applications,
  bookings,
  jobDetails,
  notices,
  parcels,
} from "@/db/schema";
import { boundStates } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { releaseBudget } from "@/lib/applications/budget";
import { aCase, type Case } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, aVillage, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { decideObjection } from "@/lib/approvals/objections";
import { randomOf } from "@/lib/demo/random";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { objectTo } from "@/lib/notices/object";
import { isRefusal } from "@/lib/refusal/refusal";
import { aUser } from "@/lib/users/testing";

/**
 * Eight writers at once on one household's applications, which all want the same two workers, two plots and
 * three shares: they approve, take back, object, uphold and let notices end, in an order chance chooses.
 * Whatever the order, no budget is overdrawn and what matching sees is what the live matches hold.
 */

/** Refusals that somebody who came too late may hear; anything else is a fault. */
const expected = [
  "already-bound",
  "not-eligible",
  "not-open",
  "changed",
  "full",
  "own-case",
  "notice-over",
  "binding-missing",
];

export type Tally = { rounds: number; done: number; refused: Record<string, number> };

type World = Awaited<ReturnType<typeof aWorld>>;

async function aWorld(writers: number) {
  const village = await aVillage();
  const enterprise = await anEnterprise({ villageCode: village });
  const job = (title: string, months: number) =>
    aPosting({ enterprise, title, capacity: 1_000_000, job: { months } });
  const postings = {
    // Overlapping seasons: 3–5, 5–6 and the whole year.
    jobs: [await job("甲", 0b11100), await job("乙", 0b110000), await job("丙", 0xfff)],
    lands: [
      await aPosting({ enterprise, kind: "land", capacity: 9_000_000 }),
      await aPosting({ enterprise, kind: "land", capacity: 9_000_000 }),
    ],
    shares: [
      await aPosting({ enterprise, kind: "equity", capacity: 1_000_000 }),
      await aPosting({ enterprise, kind: "equity", capacity: 1_000_000 }),
    ],
  };
  const officers = await Promise.all(
    Array.from({ length: writers }, () => aUser({ role: "county", divisionScope: "610724" })),
  );
  return { village, postings, officers, who: await people(await aHousehold({ village })) };
}

/** One household and its applications, all accepted: three jobs of two workers, two of one plot, two of shares. */
async function aRound({ village, postings, who }: World) {
  const household = await aHousehold({ village, parcels: [{ areaMu100: 300 }, { areaMu100: 200 }] });
  const [one = "", two = ""] = household.memberIds;
  const [plot = "", strip = ""] = household.parcelIds;
  const base = { state: "accepted" as const, household, who };
  const land = (i: number, wanted: Record<string, number>) => {
    const size = Object.values(wanted).reduce((sum, mu) => sum + mu, 0);
    return aCase({ ...base, posting: postings.lands[i]!, land: wanted, size, row: { memberId: null } });
  };
  const shares = (i: number, size: number) =>
    aCase({ ...base, posting: postings.shares[i]!, size, row: { memberId: null } });
  const cases = [
    await aCase({ ...base, posting: postings.jobs[0]!, row: { memberId: one } }),
    await aCase({ ...base, posting: postings.jobs[1]!, row: { memberId: one } }),
    await aCase({ ...base, posting: postings.jobs[2]!, row: { memberId: two } }),
    await land(0, { [plot]: 200 }),
    await land(1, { [plot]: 150, [strip]: 200 }),
    await shares(0, 2),
    await shares(1, 2),
  ];
  return { household, cases };
}

type Act = (officer: Asker, c: Case, world: World) => Promise<unknown>;
const day = testDay;
const acts: readonly Act[] = [
  ...Array<Act>(5).fill((officer, c) => moveApplication(officer, c.id, { move: "approve" }, day)),
  (_, c, { who }) =>
    moveApplication({ ...who.household, householdCode: c.household.code }, c.id, { move: "withdraw" }, day),
  async (officer, c) => {
    const [notice] = await openNotice(c.id);
    if (!notice) return;
    const { id } = await objectTo({ ...officer, userId: null }, notice.id, { body: "情况不属实" }, day);
    await decideObjection(officer, id, "uphold", "已核实");
  },
  () => finishNotices("2027-03-01"),
  async (_, c) => {
    // An agreement that ends frees what it held.
    await tx(async (w) => {
      const ended = await w
        .update(agreements)
        .set({ state: "ended", endsOn: "2027-03-01", endedOn: "2027-03-01", endCause: "both-agreed" })
        .where(eq(agreements.applicationId, c.id))
        .returning({ id: agreements.id });
      if (ended.length > 0) await releaseBudget(w, c.id);
    });
  },
];

/** Runs the campaign on the database under test. @throws when a budget is overdrawn or anyone hears nonsense. */
export async function raceForBudgets(rounds: number, writers: number, seed = 1): Promise<Tally> {
  const world = await aWorld(writers);
  const random = randomOf(seed, "budget-race");
  const tally: Tally = { rounds, done: 0, refused: {} };
  for (let round = 0; round < rounds; round++) {
    const { household, cases } = await aRound(world);
    const plans = world.officers.map((officer) => ({
      officer,
      steps: Array.from({ length: 4 }, () => ({ act: random.pick(acts), c: random.pick(cases) })),
    }));
    const writes = plans.map(async ({ officer, steps }) => {
      for (const { act, c } of steps)
        try {
          await act(officer, c, world);
          tally.done += 1;
        } catch (error) {
          if (!isRefusal(error) || !expected.includes(error.code)) throw error;
          tally.refused[error.code] = (tally.refused[error.code] ?? 0) + 1;
        }
    });
    await Promise.all(writes);
    await assertSound(household.code, `round ${round}`);
  }
  return tally;
}

/** What holds after any interleaving: worked out from the applications alone, against what is booked and seen. */
async function assertSound(code: string, where: string): Promise<void> {
  const fault = (what: string): never => {
    throw new Error(`${where}: ${what}`);
  };
  const live = await liveOf(code);
  const held = await db
    .select()
    .from(bookings)
    .innerJoin(applications, eq(applications.id, bookings.applicationId))
    .where(eq(applications.householdCode, code));
  const taken = held.map(({ bookings: b }) => `${b.memberId}:${b.slot}`);
  if (new Set(taken).size !== taken.length) fault("a month or a share is held twice");
  for (const { bookings: b } of held)
    if (!live.some((a) => a.id === b.applicationId)) fault("what is no longer live still holds something");
  const land = await db
    .select()
    .from(parcels)
    .leftJoin(
      applicationParcels,
      and(eq(applicationParcels.parcelId, parcels.id), eq(applicationParcels.booked, true)),
    )
    .where(eq(parcels.householdCode, code));
  const agreed = new Map<string, number>();
  for (const { application_parcels: p } of land) {
    if (!p) continue;
    agreed.set(p.parcelId, (agreed.get(p.parcelId) ?? 0) + p.mu100);
    if (!live.some((a) => a.id === p.applicationId)) fault("land is booked by what is no longer live");
  }
  for (const { parcels: p } of land) {
    if (p.agreedMu100 !== (agreed.get(p.id) ?? 0)) fault("a plot's agreed area is not what is booked");
    if (p.agreedMu100 > p.areaMu100) fault("a plot is let twice");
  }
  await assertSeen(
    code,
    live,
    held.map((h) => h.bookings),
    agreed,
    fault,
  );
}

/** Matches that hold: approved, held or final, their agreement not ended. */
async function liveOf(code: string) {
  const rows = await db
    .select({
      id: applications.id,
      memberId: applications.memberId,
      size: applications.size,
      months: jobDetails.months,
      agreement: agreements.state,
    })
    .from(applications)
    .leftJoin(jobDetails, eq(jobDetails.postingId, applications.postingId))
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(and(eq(applications.householdCode, code), inArray(applications.state, [...boundStates])));
  return rows.filter((row) => row.agreement !== "ended");
}

/** What matching reads of the household is what its live matches hold. */
async function assertSeen(
  code: string,
  live: Awaited<ReturnType<typeof liveOf>>,
  held: readonly (typeof bookings.$inferSelect)[],
  agreed: ReadonlyMap<string, number>,
  fault: (what: string) => never,
): Promise<void> {
  const [seen] = await loadHouseholds(db, [code]);
  for (const member of seen?.members ?? []) {
    const wanted = live
      .filter((a) => a.memberId === member.id)
      .reduce((bits, a) => bits | (a.months ?? 0), 0);
    const booked = held
      .filter((b) => b.memberId === member.id && b.slot > 0)
      .reduce((bits, b) => bits | (1 << (b.slot - 1)), 0);
    if (member.boundMonths !== booked) fault("matching sees other months than are booked");
    if ((booked & ~wanted) !== 0) fault("a month is held that no live match asks for");
  }
  for (const parcel of seen?.parcels ?? [])
    if (parcel.agreedMu100 !== (agreed.get(parcel.id) ?? 0)) fault("matching sees another agreed area");
  const shares = held.filter((b) => b.slot === 0).length;
  if (seen?.allottedPersons !== shares) fault("matching sees other shares than are booked");
  const sold = live.filter(
    (a) => a.memberId === null && held.some((b) => b.applicationId === a.id && b.slot === 0),
  );
  if (sold.reduce((sum, a) => sum + a.size, 0) !== shares)
    fault("a live allotment holds fewer shares than it has");
}

const openNotice = (applicationId: string) =>
  db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.applicationId, applicationId), eq(notices.state, "open")));
