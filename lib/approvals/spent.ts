import { and, asc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import {
  agreements,
  applicationParcels,
  applications,
  bookings,
  households,
  members,
  notices,
  parcels,
  postings,
} from "@/db/schema";
import type { ParcelKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";

/** A match that holds something, by the number one can look up. */
export type Holder = {
  applicationId: string;
  posting: string;
  agreement: string | null;
  notice: string | null;
};
export type Spent = {
  /** Members whose months are taken, the months as bits by match. */
  months: (Holder & { member: string; months: number })[];
  land: (Holder & { parcel: ParcelKind; areaMu100: number; mu100: number })[];
  shares: (Holder & { member: string })[];
  /** Present members, of whom each may hold one share. */
  persons: number;
};

const holder = {
  applicationId: applications.id,
  posting: postings.title,
  agreement: agreements.number,
  notice: notices.number,
};
/** Of several agreements the one that goes on. */
const going = and(eq(agreements.applicationId, applications.id), ne(agreements.state, "ended"));
const present = and(eq(notices.applicationId, applications.id), eq(notices.state, "open"));

/** What the matches of a household already hold of it. @throws Refusal forbidden. */
export async function spentOf(asker: Asker, householdCode: string): Promise<Spent> {
  const grant = permit(asker, "application", "read");
  const mine = and(
    eq(applications.householdCode, householdCode),
    within(asker, grant, { village: households.villageCode, household: households.code }),
  );
  const booked = await db
    .select({ ...holder, member: members.name, memberId: members.id, slot: bookings.slot })
    .from(bookings)
    .innerJoin(members, eq(members.id, bookings.memberId))
    .innerJoin(applications, eq(applications.id, bookings.applicationId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .leftJoin(agreements, going)
    .leftJoin(notices, present)
    .where(mine)
    .orderBy(asc(members.id), asc(applications.id), asc(bookings.slot));
  const months = new Map<string, Spent["months"][number]>();
  const shares: Spent["shares"] = [];
  for (const { slot, memberId, ...row } of booked) {
    if (slot === 0) shares.push(row);
    else {
      const key = `${memberId}:${row.applicationId}`;
      months.set(key, { ...row, months: (months.get(key)?.months ?? 0) | (1 << (slot - 1)) });
    }
  }
  const land = await db
    .select({
      ...holder,
      parcel: parcels.kind,
      areaMu100: parcels.areaMu100,
      mu100: applicationParcels.mu100,
    })
    .from(applicationParcels)
    .innerJoin(parcels, eq(parcels.id, applicationParcels.parcelId))
    .innerJoin(applications, eq(applications.id, applicationParcels.applicationId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .leftJoin(agreements, going)
    .leftJoin(notices, present)
    .where(and(mine, eq(applicationParcels.booked, true)))
    .orderBy(asc(parcels.id));
  const persons = await db.$count(
    members,
    and(eq(members.householdCode, householdCode), eq(members.state, "present")),
  );
  return { months: [...months.values()], land, shares, persons };
}
