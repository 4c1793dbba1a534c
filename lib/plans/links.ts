import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { agreements, applications, postings, projects } from "@/db/schema";
import { boundStates } from "@/db/words";
import type { HouseholdLinks } from "@/lib/plans/instance";

/** Every live link between a household and an enterprise (approved, held or final, agreement not ended). */
export async function loadLinks(): Promise<HouseholdLinks> {
  const rows = await db
    .select({ household: applications.householdCode, enterprise: projects.enterpriseId, kind: postings.kind })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(
      and(
        inArray(applications.state, [...boundStates]),
        or(isNull(agreements.id), ne(agreements.state, "ended")),
      ),
    );
  return new Set(rows.map((r) => `${r.household}:${r.enterprise}:${r.kind}`));
}
