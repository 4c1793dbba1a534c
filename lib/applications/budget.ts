import { and, eq, inArray, ne, notExists, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import {
  agreements,
  applicationParcels,
  applications,
  bookings,
  contractDetails,
  jobDetails,
  members,
  notices,
  parcels,
  postings,
} from "@/db/schema";
import type { PostingKind } from "@/db/words";
import type { Source } from "@/lib/access/scope";
import { refuse } from "@/lib/refusal/refusal";

/**
 * What a household has only once: a member's months, a person's allotted share, a plot's area. A match takes
 * it when it is approved and gives it back when it ends; the keys and CHECKS of `bookings` and `parcels` keep
 * it from being taken twice, whatever the code does.
 */
export type Spender = {
  id: string;
  postingId: string;
  householdCode: string;
  memberId: string | null;
  /** In the posting's unit. */
  size: number;
};
export type Budget = "months" | "land" | "shares" | "none";

/** What a match of each kind takes. A new kind is one row here. */
export const budgetOf: Record<PostingKind, Budget> = {
  job: "months",
  land: "land",
  equity: "shares",
  // The land its product grows on, and nothing when it needs no land.
  order: "land",
  membership: "none",
  contract: "months",
};

/** The other match that holds what is wanted: its posting, and its agreement's or notice's number. */
export type InTheWay = { posting: string; agreement: string | null; notice: string | null };

const months = Array.from({ length: 12 }, (_, i) => i + 1);
/** The calendar months of a posting's bits. */
const monthsIn = (bits: number): number[] => months.filter((m) => (bits & (1 << (m - 1))) !== 0);

/** The months a job or plot asks for. */
async function monthsOf(from: Source, { postingId }: Spender): Promise<number[]> {
  const [work] = await from
    .select({ job: jobDetails.months, plot: contractDetails.months })
    .from(postings)
    .leftJoin(jobDetails, eq(jobDetails.postingId, postings.id))
    .leftJoin(contractDetails, eq(contractDetails.postingId, postings.id))
    .where(eq(postings.id, postingId));
  return monthsIn(work?.job ?? work?.plot ?? 0);
}

/** Of these months, the ones the member still has; what another match holds stays with that. */
async function freeMonthsFor(
  from: Source,
  { memberId }: Spender,
  wanted: readonly number[],
): Promise<number[]> {
  if (!memberId) return [];
  const taken = await from
    .select({ slot: bookings.slot })
    .from(bookings)
    .where(eq(bookings.memberId, memberId));
  return wanted.filter((m) => !taken.some(({ slot }) => slot === m));
}

/** Present members without an allotted share, the head first, then the eldest: whose shares these will be. */
async function withoutShare(from: Source, { householdCode }: Spender): Promise<string[]> {
  const holds = from
    .select({ one: sql`1` })
    .from(bookings)
    .where(and(eq(bookings.memberId, members.id), eq(bookings.slot, 0)));
  const rows = await from
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.householdCode, householdCode), eq(members.state, "present"), notExists(holds)))
    .orderBy(sql`case when ${members.relation} = 'head' then 0 else 1 end`, members.birth, members.id);
  return rows.map((row) => row.id);
}

const wantedLand = (from: Source, applicationId: string) =>
  from
    .select({
      parcelId: applicationParcels.parcelId,
      mu100: applicationParcels.mu100,
      leftMu100: sql`${parcels.areaMu100} - ${parcels.agreedMu100}`.mapWith(Number),
    })
    .from(applicationParcels)
    .innerJoin(parcels, eq(parcels.id, applicationParcels.parcelId))
    .where(eq(applicationParcels.applicationId, applicationId))
    .orderBy(applicationParcels.parcelId);

/** Matches with what they hold; the number a person can look up is the agreement's, before it the notice's. */
const holders = (from: Source) =>
  from
    .select({ posting: postings.title, agreement: agreements.number, notice: notices.number })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .leftJoin(agreements, and(eq(agreements.applicationId, applications.id), ne(agreements.state, "ended")))
    .leftJoin(notices, and(eq(notices.applicationId, applications.id), sql`${notices.state} <> 'withdrawn'`));

/**
 * Whether a match could take what it needs now, and if not, who holds it.
 * @returns null when it could; what is in the way (all null when nothing is: the household simply has less).
 */
export async function inTheWay(
  from: Source,
  kind: PostingKind,
  spender: Spender,
): Promise<InTheWay | { posting: null } | null> {
  const nobody = { posting: null };
  switch (budgetOf[kind]) {
    case "months": {
      const wanted = await monthsOf(from, spender);
      if ((await freeMonthsFor(from, spender, wanted)).length > 0) return null;
      const [holder] = await holders(from)
        .innerJoin(bookings, eq(bookings.applicationId, applications.id))
        .where(and(eq(bookings.memberId, spender.memberId ?? ""), inArray(bookings.slot, wanted)))
        .orderBy(bookings.slot)
        .limit(1);
      return holder ?? nobody;
    }
    case "shares": {
      if ((await withoutShare(from, spender)).length >= spender.size) return null;
      const [holder] = await holders(from)
        .innerJoin(bookings, eq(bookings.applicationId, applications.id))
        .where(and(eq(applications.householdCode, spender.householdCode), eq(bookings.slot, 0)))
        .limit(1);
      return holder ?? nobody;
    }
    case "land": {
      const short = (await wantedLand(from, spender.id)).filter((p) => p.mu100 > p.leftMu100);
      if (short.length === 0) return null;
      const parcelIds = short.map((p) => p.parcelId);
      const [holder] = await holders(from)
        .innerJoin(applicationParcels, eq(applicationParcels.applicationId, applications.id))
        .where(and(inArray(applicationParcels.parcelId, parcelIds), eq(applicationParcels.booked, true)))
        .limit(1);
      return holder ?? nobody;
    }
    default:
      return null;
  }
}

/**
 * Takes what an approved match needs.
 * @throws Refusal already-bound, naming the match in the way.
 */
export async function takeBudget(w: Writer, kind: PostingKind, spender: Spender): Promise<void> {
  const other = await inTheWay(w, kind, spender);
  if (other) refuse("already-bound", other);
  const { id: applicationId, memberId } = spender;
  const book = (rows: { memberId: string; slot: number }[]) =>
    w.insert(bookings).values(rows.map((row) => ({ ...row, applicationId })));
  switch (budgetOf[kind]) {
    case "months":
      await book(
        (await freeMonthsFor(w, spender, await monthsOf(w, spender))).map((slot) => ({
          memberId: memberId ?? "",
          slot,
        })),
      );
      break;
    case "shares": {
      const whose = (await withoutShare(w, spender)).slice(0, spender.size);
      await book(whose.map((member) => ({ memberId: member, slot: 0 })));
      break;
    }
    case "land":
      for (const { parcelId, mu100 } of await wantedLand(w, applicationId))
        await moveLand(w, parcelId, mu100);
      await w
        .update(applicationParcels)
        .set({ booked: true })
        .where(eq(applicationParcels.applicationId, applicationId));
      break;
    default:
  }
}

const moveLand = (w: Writer, parcelId: string, mu100: number) =>
  w
    .update(parcels)
    .set({ agreedMu100: sql`${parcels.agreedMu100} + ${mu100}` })
    .where(eq(parcels.id, parcelId));

/** Gives back all a match holds: it was taken back, its objection upheld, or its agreement ended. Safe to repeat. */
export async function releaseBudget(w: Writer, applicationId: string): Promise<void> {
  await w.delete(bookings).where(eq(bookings.applicationId, applicationId));
  const held = and(eq(applicationParcels.applicationId, applicationId), eq(applicationParcels.booked, true));
  const land = await w.update(applicationParcels).set({ booked: false }).where(held).returning();
  for (const { parcelId, mu100 } of land) await moveLand(w, parcelId, -mu100);
}
