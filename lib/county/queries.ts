import { aliasedTable, and, count, countDistinct, eq, gt, gte, inArray, isNull, lt, or } from "drizzle-orm";
import { db } from "@/db/client";
import {
  agreements,
  applications,
  divisions,
  enterprises,
  households,
  members,
  postings,
  projects,
  projectVillages,
} from "@/db/schema";
import { addNeed, band, noNeeds, type Overview } from "@/lib/county/overview";
import { isLiveMatch } from "@/lib/households/conditions";

/** The county at a glance, from everything that is public. Counts of people leave here in bands only. */

const town = aliasedTable(divisions, "town");

const places = () =>
  db
    .select({
      code: divisions.code,
      name: divisions.name,
      lat: divisions.lat,
      lon: divisions.lon,
      townCode: town.code,
      townName: town.name,
    })
    .from(divisions)
    .innerJoin(town, eq(town.code, divisions.parentCode))
    .where(inArray(divisions.kind, ["village", "community"]))
    .orderBy(divisions.code);

const villagesWithProject = () =>
  db
    .selectDistinct({ code: projectVillages.villageCode })
    .from(projectVillages)
    .innerJoin(projects, eq(projects.id, projectVillages.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(and(eq(enterprises.state, "verified"), eq(projects.state, "listed")));

const openPostings = (today: string) =>
  db
    .select({
      kind: postings.kind,
      village: postings.villageCode,
      capacity: postings.capacity,
      taken: postings.taken,
    })
    .from(postings)
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .where(
      and(
        eq(postings.state, "published"),
        eq(enterprises.state, "verified"),
        eq(projects.state, "listed"),
        gte(postings.closesOn, today),
        lt(postings.taken, postings.capacity),
      ),
    );

const listed = eq(households.register, "listed");

async function householdCounts(): Promise<Overview["households"]> {
  const [[all], [covered]] = await Promise.all([
    db.select({ n: count() }).from(households).where(listed),
    db
      .select({ n: countDistinct(applications.householdCode) })
      .from(applications)
      .innerJoin(households, eq(households.code, applications.householdCode))
      .leftJoin(agreements, eq(agreements.applicationId, applications.id))
      .where(and(isLiveMatch, listed)),
  ]);
  return { all: all?.n ?? 0, covered: band(covered?.n ?? 0) };
}

/** Able: a skilled, ordinary or weak worker not at school. Working: away for work, or in a final job match. */
async function workerCounts(): Promise<Overview["workers"]> {
  const hired = db
    .select({ id: applications.memberId })
    .from(applications)
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(isLiveMatch);
  const able = and(
    inArray(members.laborClass, ["skilled", "ordinary", "weak"]),
    isNull(members.schooling),
    eq(members.state, "present"),
    listed,
  );
  const people = (working?: ReturnType<typeof and>) =>
    db
      .select({ n: count() })
      .from(members)
      .innerJoin(households, eq(households.code, members.householdCode))
      .where(and(able, working));
  const [[all], [working]] = await Promise.all([
    people(),
    people(or(gt(members.workMonths, 0), inArray(members.id, hired))),
  ]);
  return { all: band(all?.n ?? 0), working: band(working?.n ?? 0) };
}

async function read(today: string): Promise<Overview> {
  const [where, withProject, open, [directory], householdTotals, workers] = await Promise.all([
    places(),
    villagesWithProject(),
    openPostings(today),
    db
      .select({ projects: count(), enterprises: countDistinct(enterprises.id) })
      .from(projects)
      .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
      .where(and(eq(enterprises.state, "verified"), eq(projects.state, "listed"))),
    householdCounts(),
    workerCounts(),
  ]);
  const reached = new Set(withProject.map((row) => row.code));
  const needs = noNeeds();
  const villages = new Map(
    where.map(({ townName: _, ...place }) => [
      place.code,
      { ...place, hasProject: reached.has(place.code), postings: 0 },
    ]),
  );
  const towns = new Map<string, Overview["towns"][number]>();
  for (const place of where) {
    const sight = towns.get(place.townCode) ?? {
      code: place.townCode,
      name: place.townName,
      villages: 0,
      withProject: 0,
      needs: noNeeds(),
    };
    sight.villages++;
    if (reached.has(place.code)) sight.withProject++;
    towns.set(place.townCode, sight);
  }
  for (const { kind, village, capacity, taken } of open) {
    const place = villages.get(village);
    const sight = place && towns.get(place.townCode);
    if (!place || !sight) continue;
    place.postings++;
    addNeed(sight.needs, kind, capacity - taken);
    addNeed(needs, kind, capacity - taken);
  }
  return {
    villages: [...villages.values()],
    towns: [...towns.values()],
    needs,
    withProject: [...villages.values()].filter((village) => village.hasProject).length,
    enterprises: directory?.enterprises ?? 0,
    projects: directory?.projects ?? 0,
    households: householdTotals,
    workers,
  };
}

type Kept = { today: string; until: number; overview: Promise<Overview> };
const store = globalThis as { sanjinOverview?: Kept };
const minuteMs = 60_000;

/** The county at a glance, read at most once a minute for everyone together. */
export async function countyOverview(today: string): Promise<Overview> {
  const kept = store.sanjinOverview;
  if (kept && kept.today === today && performance.now() < kept.until) return kept.overview;
  const fresh: Kept = { today, until: performance.now() + minuteMs, overview: read(today) };
  store.sanjinOverview = fresh;
  // A failed reading is not kept.
  fresh.overview.catch(() => {
    if (store.sanjinOverview === fresh) store.sanjinOverview = undefined;
  });
  return fresh.overview;
}
