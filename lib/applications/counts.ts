import { and, count, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { applications, enterprises, households, postings, projects } from "@/db/schema";
import { type ApplicationState, applicationStates } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { untilChangedFor } from "@/lib/access/queries";
import { permit, within } from "@/lib/access/scope";
import { readable } from "@/lib/applications/queries";

export type StateCounts = Partial<Record<ApplicationState, number>>;

/** How many of an asker's applications to these postings stand in each state. */
const groups = (asker: Asker, postingIds: readonly string[]) =>
  db
    .select({ postingId: applications.postingId, state: applications.state, n: count() })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .where(and(readable(asker), inArray(applications.postingId, [...postingIds])))
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

/** How many of all an officer's or a village's applications stand in each state, or in these. */
export const countByState = (
  asker: Asker,
  states: readonly ApplicationState[] = applicationStates,
): Promise<StateCounts> =>
  untilChangedFor(asker, `applications ${states}`, "", () => statesOf(asker, states));

async function statesOf(asker: Asker, states: readonly ApplicationState[]): Promise<StateCounts> {
  // Whom the enterprise is does not matter to them: one walk along an index, and the household's place.
  const rows = await db
    .select({ state: applications.state, n: count() })
    .from(applications)
    .innerJoin(households, eq(households.code, applications.householdCode))
    .where(
      and(
        within(asker, permit(asker, "application", "read"), { village: households.villageCode }),
        states === applicationStates ? undefined : inArray(applications.state, [...states]),
      ),
    )
    .groupBy(applications.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
