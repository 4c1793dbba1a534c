import { and, count, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { applications, enterprises, households, postings, projects } from "@/db/schema";
import type { ApplicationState } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { readable } from "@/lib/applications/queries";

export type StateCounts = Partial<Record<ApplicationState, number>>;

/** How many of an asker's applications stand in each state, by posting. */
const groups = (asker: Asker, postingIds?: readonly string[]) =>
  db
    .select({ postingId: applications.postingId, state: applications.state, n: count() })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .where(and(readable(asker), postingIds ? inArray(applications.postingId, [...postingIds]) : undefined))
    .groupBy(applications.postingId, applications.state);

/** The same for these postings: the progress lines, the desk. */
export async function countByPosting(
  asker: Asker,
  postingIds: readonly string[],
): Promise<Map<string, StateCounts>> {
  if (postingIds.length === 0) return new Map();
  const counts = new Map<string, StateCounts>();
  for (const { postingId, state, n } of await groups(asker, postingIds))
    counts.set(postingId, { ...counts.get(postingId), [state]: n });
  return counts;
}

/** How many of all an asker's applications stand in each state. */
export async function countByState(asker: Asker): Promise<StateCounts> {
  const counts: StateCounts = {};
  for (const { state, n } of await groups(asker)) counts[state] = (counts[state] ?? 0) + n;
  return counts;
}
