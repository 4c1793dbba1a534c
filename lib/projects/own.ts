import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { projects } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";

/** The asker's own enterprise's projects, by name: what a posting is written under. At most 500. */
export async function ownProjects(asker: Asker) {
  const grant = permit(asker, "project", "write");
  return db
    .select({ id: projects.id, name: projects.name, industry: projects.industry, term: projects.term })
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
