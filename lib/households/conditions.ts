import { and, eq, exists, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agreements, applications, households, members, parcels } from "@/db/schema";
import { ableClasses } from "@/lib/households/able";

/** What is asked of a household in the register's lists: of each where few are looked at, as a set where all are counted. */

/**
 * A match that covers its household, of applications with their agreements joined to them: final, its agreement not
 * ended, if it has one; shares whose link has been gone too long do not count.
 */
export const isLiveMatch = and(
  eq(applications.state, "final"),
  // By the column its index holds, so that no agreement is opened for it.
  or(
    isNull(agreements.applicationId),
    and(
      ne(agreements.state, "ended"),
      or(isNull(agreements.bindingState), ne(agreements.bindingState, "red")),
    ),
  ),
);

const liveMatches = () =>
  db
    .select({ code: applications.householdCode })
    .from(applications)
    .leftJoin(agreements, eq(agreements.applicationId, applications.id));

/**
 * Whether a household has a live project: asked of each where few are looked at (a page, a search), and as one
 * set where all are counted.
 */
export const isCovered = (each: boolean): SQL =>
  each
    ? exists(liveMatches().where(and(isLiveMatch, eq(applications.householdCode, households.code))))
    : inArray(households.code, liveMatches().where(isLiveMatch));

export const personsOf =
  sql<number>`(select count(*) from ${members} where ${members.householdCode} = ${households.code} and ${members.state} = 'present')`.mapWith(
    Number,
  );
/** Members who can work, by the rule of able.ts. @param bornBy the birth of whoever turns to working age today. */
export const ableOf = (bornBy: string) =>
  sql<number>`(select count(*) from ${members} where ${members.householdCode} = ${households.code} and ${members.state} = 'present' and ${members.laborClass} in ${ableClasses} and ${members.birth} <= ${bornBy} and (${members.schooling} is null or ${members.schooling} = 'preschool-age'))`.mapWith(
    Number,
  );
export const idleMu100Of =
  sql<number>`(select coalesce(sum(${parcels.areaMu100}), 0) from ${parcels} where ${parcels.householdCode} = ${households.code} and ${parcels.state} = 'present' and (${parcels.use} = 'idle' or (${parcels.use} = 'own-use' and ${parcels.offered})))`.mapWith(
    Number,
  );
export const coveredOf = () => sql<number>`case when ${isCovered(true)} then 1 else 0 end`.mapWith(Boolean);

/** The same as sets, for counting: one walk along an index. */
export const ableCodes = (bornBy: string) =>
  db
    .select({ code: members.householdCode })
    .from(members)
    .where(
      and(
        eq(members.state, "present"),
        inArray(members.laborClass, [...ableClasses]),
        lte(members.birth, bornBy),
        or(isNull(members.schooling), eq(members.schooling, "preschool-age")),
      ),
    );
export const idleCodes = () =>
  db
    .select({ code: parcels.householdCode })
    .from(parcels)
    .where(
      and(
        eq(parcels.state, "present"),
        or(eq(parcels.use, "idle"), and(eq(parcels.use, "own-use"), eq(parcels.offered, true))),
      ),
    );
