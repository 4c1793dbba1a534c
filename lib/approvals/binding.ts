import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { agreements, applications, postings, projects } from "@/db/schema";
import { type BindingLink, boundStates } from "@/db/words";
import type { Source } from "@/lib/access/scope";
import { kindOfLink } from "@/lib/postings/input";

/** Shares only with a live land, order or labor link of the same household with the same enterprise. */
export async function hasBinding(
  from: Source,
  { application, enterpriseId }: { application: { householdCode: string }; enterpriseId: string },
  link: BindingLink,
): Promise<boolean> {
  const links = await from
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(
      and(
        eq(applications.householdCode, application.householdCode),
        eq(projects.enterpriseId, enterpriseId),
        eq(postings.kind, kindOfLink[link]),
        inArray(applications.state, [...boundStates]),
        or(isNull(agreements.id), ne(agreements.state, "ended")),
      ),
    )
    .limit(1);
  return links.length > 0;
}
