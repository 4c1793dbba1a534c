import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { agreements, applicationParcels, applications, bookings, parcels } from "@/db/schema";
import { boundStates } from "@/db/words";
import type { Source } from "@/lib/access/scope";

/** Waiting for somebody's answer: a merge or a split would pull the ground from under it. */
const waiting = ["invited", "applied", "accepted", "returned"] as const;

const inForce = or(
  inArray(applications.state, [...waiting]),
  and(
    inArray(applications.state, [...boundStates]),
    or(isNull(agreements.id), ne(agreements.state, "ended")),
  ),
);

/** Months of work and allotted shares alike are booked for a person. */
const bookedFor = (from: Source, members: readonly string[]) =>
  from
    .select({ id: bookings.applicationId })
    .from(bookings)
    .where(inArray(bookings.memberId, [...members]));

type Whose = { household?: string; members?: readonly string[]; parcels?: readonly string[] };

/** How many applications under way or matches in force a household, some of its people or plots have. */
export async function countLive(
  from: Source,
  { household, members, parcels: plots }: Whose,
): Promise<number> {
  const ofParcels = plots?.length
    ? from
        .select({ id: applicationParcels.applicationId })
        .from(applicationParcels)
        .where(inArray(applicationParcels.parcelId, [...plots]))
    : null;
  const whose = [
    ...(household ? [eq(applications.householdCode, household)] : []),
    ...(members?.length
      ? [inArray(applications.memberId, [...members]), inArray(applications.id, bookedFor(from, members))]
      : []),
    ...(ofParcels ? [inArray(applications.id, ofParcels)] : []),
  ];
  if (whose.length === 0) return 0;
  const [row] = await from
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(applications)
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(and(inForce, or(...whose)));
  return row?.count ?? 0;
}

/** Hundredths of a mu that live matches hold of each of a household's plots. */
export async function agreedOf(from: Source, household: string): Promise<Map<string, number>> {
  const rows = await from
    .select({ id: parcels.id, mu100: parcels.agreedMu100 })
    .from(parcels)
    .where(eq(parcels.householdCode, household));
  return new Map(rows.map(({ id, mu100 }) => [id, mu100]));
}
