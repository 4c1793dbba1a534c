import { and, asc, count, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { postings, projects } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";

/** The asker's own enterprise's projects, by name: what a posting is written under. At most 500. */
export async function ownProjects(asker: Asker) {
  const grant = permit(asker, "project", "write");
  return db
    .select({
      id: projects.id,
      name: projects.name,
      state: projects.state,
      industry: projects.industry,
      term: projects.term,
    })
    .from(projects)
    .where(
      and(
        within(asker, grant, { enterprise: projects.enterpriseId }),
        eq(projects.enterpriseId, asker.enterpriseId ?? ""),
      ),
    )
    .orderBy(asc(projects.pinyin), asc(projects.id))
    .limit(500);
}

/** How many postings of each project are published or in review. */
export async function livePostings(projectIds: readonly string[]): Promise<Map<string, number>> {
  if (projectIds.length === 0) return new Map();
  const rows = await db
    .select({ id: postings.projectId, live: count() })
    .from(postings)
    .where(
      and(inArray(postings.projectId, [...projectIds]), inArray(postings.state, ["submitted", "published"])),
    )
    .groupBy(postings.projectId);
  return new Map(rows.map(({ id, live }) => [id, live]));
}
