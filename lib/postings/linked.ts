import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { agreements, applications, postings, projects } from "@/db/schema";
import { type BindingLink, boundStates } from "@/db/words";
import type { Source } from "@/lib/access/scope";
import { kindOfLink } from "@/lib/postings/input";

/**
 * Whether an enterprise may offer shares bound by a link: it has such a link with some household, or at least
 * an open posting of that kind. Whom shares are allotted to must have the link itself (lib/approvals).
 */
export async function offersLink(from: Source, enterpriseId: string, link: BindingLink): Promise<boolean> {
  const ofKind = and(eq(projects.enterpriseId, enterpriseId), eq(postings.kind, kindOfLink[link]));
  const [open] = await from
    .select({ id: postings.id })
    .from(postings)
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .where(and(ofKind, eq(postings.state, "published")))
    .limit(1);
  if (open) return true;
  const [live] = await from
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(
      and(
        ofKind,
        inArray(applications.state, [...boundStates]),
        or(isNull(agreements.id), ne(agreements.state, "ended")),
      ),
    )
    .limit(1);
  return live !== undefined;
}
