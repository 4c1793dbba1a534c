import { and, count, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { agreements, applications, households, postings, projects } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";

/** How many agreements with an enterprise run, of those the asker may read: what its suspension leaves in place. */
export async function runningAgreements(asker: Asker, enterpriseId: string): Promise<number> {
  const grant = permit(asker, "agreement", "read");
  const [row] = await db
    .select({ n: count() })
    .from(agreements)
    .innerJoin(applications, eq(applications.id, agreements.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .where(
      and(
        eq(projects.enterpriseId, enterpriseId),
        ne(agreements.state, "ended"),
        within(asker, grant, {
          village: households.villageCode,
          household: households.code,
          enterprise: projects.enterpriseId,
        }),
      ),
    );
  return row?.n ?? 0;
}
