import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { agreements, applications, postings, projects } from "@/db/schema";
import { boundStates, type PostingKind } from "@/db/words";
import type { LoadedApplication } from "@/lib/applications/step";

const bindingKinds: Record<string, PostingKind | null> = { land: "land", labor: "job", order: null };

/** Shares only with a live land, order or labor link of the same household with the same enterprise. */
export async function hasBinding(
  w: Writer,
  { application, enterpriseId }: LoadedApplication,
  link: string,
): Promise<boolean> {
  const kind = bindingKinds[link];
  if (!kind) return false;
  const links = await w
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(
      and(
        eq(applications.householdCode, application.householdCode),
        eq(projects.enterpriseId, enterpriseId),
        eq(postings.kind, kind),
        inArray(applications.state, [...boundStates]),
        or(isNull(agreements.id), eq(agreements.state, "live")),
      ),
    )
    .limit(1);
  return links.length > 0;
}
