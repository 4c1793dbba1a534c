import { and, count, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agreements, allotmentRounds, enterprises, equityDetails, postings, projects } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { roundsOn } from "@/lib/postings/round";
import { refuse } from "@/lib/refusal/refusal";

/** Rounds, newest first; an enterprise reads those it can post for. */
export async function listRounds(asker: Asker) {
  const grant = permit(asker, "allotment", "read");
  return db
    .select()
    .from(allotmentRounds)
    .where(within(asker, grant, { published: eq(allotmentRounds.state, "open") }))
    .orderBy(desc(allotmentRounds.startsOn), desc(allotmentRounds.id));
}
export type Round = Awaited<ReturnType<typeof listRounds>>[number];

/** Rounds an asker may post for on a day, with what is left of each. */
export async function openRounds(asker: Asker, today: string) {
  permit(asker, "allotment", "read");
  return roundsOn(db, today);
}

/** One round with the postings it pays for: persons asked for and taken. @throws Refusal not-found. */
export async function getRound(asker: Asker, id: string) {
  const grant = permit(asker, "allotment", "read");
  const [round] = await db
    .select()
    .from(allotmentRounds)
    .where(
      and(eq(allotmentRounds.id, id), within(asker, grant, { published: eq(allotmentRounds.state, "open") })),
    );
  if (!round) return refuse("not-found");
  const list = await db
    .select({
      id: postings.id,
      title: postings.title,
      state: postings.state,
      capacity: postings.capacity,
      taken: postings.taken,
      enterpriseName: enterprises.name,
    })
    .from(equityDetails)
    .innerJoin(postings, eq(postings.id, equityDetails.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(and(eq(equityDetails.roundId, id), inArray(postings.state, ["published", "submitted", "closed"])))
    .orderBy(desc(postings.taken), desc(postings.id))
    .limit(200);
  return { ...round, postings: list };
}

/** Shares by enterprise and color, those that lack their link first; for officers. */
export async function listBindings(asker: Asker) {
  permit(asker, "allotment", "read");
  if (asker.role === "enterprise") refuse("forbidden");
  const of = (state: string) =>
    sql<number>`sum(case when ${agreements.bindingState} = ${state} then 1 else 0 end)`.mapWith(Number);
  const lacking = sql<number>`sum(case when ${agreements.bindingState} <> 'bound' then 1 else 0 end)`.mapWith(
    Number,
  );
  return db
    .select({
      enterpriseId: enterprises.id,
      enterpriseName: enterprises.name,
      frozenOn: enterprises.frozenOn,
      households: count(),
      bound: of("bound"),
      amber: of("amber"),
      red: of("red"),
    })
    .from(agreements)
    .innerJoin(enterprises, eq(enterprises.id, agreements.enterpriseId))
    .where(and(eq(agreements.kind, "equity"), ne(agreements.state, "ended")))
    .groupBy(enterprises.id, enterprises.name, enterprises.frozenOn)
    .orderBy(desc(of("red")), desc(lacking), desc(count()), enterprises.id)
    .limit(100);
}
export type BindingRow = Awaited<ReturnType<typeof listBindings>>[number];

/** Enterprises that may not post anew, since when and why. */
export async function listFrozen(asker: Asker) {
  permit(asker, "allotment", "read");
  if (asker.role === "enterprise") refuse("forbidden");
  return db
    .select({
      id: enterprises.id,
      name: enterprises.name,
      frozenOn: enterprises.frozenOn,
      frozenFor: enterprises.frozenFor,
    })
    .from(enterprises)
    .where(isNotNull(enterprises.frozenOn))
    .orderBy(enterprises.frozenOn, enterprises.id);
}
