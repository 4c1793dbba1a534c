import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { applications, enterprises, households, notices, postings, projects } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { type Source, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { type MoveName, moves, takesPlace } from "@/lib/applications/moves";
import { record } from "@/lib/audit/commands";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** What a decision about an application turns on. */
export async function loadApplication(from: Source, asker: Asker, id: string) {
  // Reading is asked at the item's door: without any grant the application is simply not there.
  const grant = grantOf(asker.role, "application", "read");
  const [row] = await from
    .select({
      application: applications,
      postingState: postings.state,
      postingKind: postings.kind,
      enterpriseState: enterprises.state,
      enterpriseId: enterprises.id,
      villageCode: households.villageCode,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .where(
      and(
        eq(applications.id, id),
        within(asker, grant, {
          village: households.villageCode,
          household: households.code,
          enterprise: enterprises.id,
        }),
        // An invitation is not its enterprise's business before the household gave its word.
        asker.role === "enterprise" ? isNotNull(applications.consentHow) : undefined,
      ),
    );
  return row ?? refuse("not-found");
}
export type LoadedApplication = Awaited<ReturnType<typeof loadApplication>>;

/**
 * The conditions of the move table that need nothing but the application itself.
 * @throws Refusal forbidden, not-open (with the present state), own-case, input, posting-closed, word-missing.
 */
export function guard(
  asker: Asker,
  { application, postingState, enterpriseState }: LoadedApplication,
  name: MoveName,
  reason: string,
): void {
  const move = moves[name];
  if (!(move.by as readonly string[]).includes(asker.role)) refuse("forbidden");
  if (!move.from.includes(application.state)) refuse("not-open", { state: application.state });
  const hands = [
    application.invitedBy,
    application.appliedBy,
    application.onBehalfBy,
    application.answeredBy,
  ];
  if (move.needs.includes("other-hand") && asker.userId !== null && hands.includes(asker.userId))
    refuse("own-case");
  if (move.needs.includes("reason") && reason.trim() === "") refuseFields({ reason: { code: "missing" } });
  const published = postingState === "published" && enterpriseState === "verified";
  if (move.needs.includes("posting-published") && !published) refuse("posting-closed");
  if (move.needs.includes("word") && application.consentHow === null) refuse("word-missing");
}

type Changes = Partial<
  Pick<typeof applications.$inferInsert, "answeredBy" | "approvedBy" | "declineReason" | "stateReason">
>;

/**
 * Takes one step: the state changes only if it is still the one that was read, the posting's places follow,
 * and the audit gets its row, all in the caller's transaction.
 * @throws Refusal not-open when someone was faster, full when no place is left.
 */
export async function takeStep(
  w: Writer,
  asker: Asker,
  loaded: LoadedApplication,
  name: MoveName,
  changes: Changes = {},
): Promise<void> {
  const { application } = loaded;
  const { to, from } = moves[name];
  const places = takesPlace(application.state, to) * application.size;
  if (places !== 0) await takePlaces(w, application.postingId, places);
  const changed = await w
    .update(applications)
    .set({ ...changes, state: to, version: application.version + 1, stateAt: new Date() })
    .where(
      and(
        eq(applications.id, application.id),
        eq(applications.version, application.version),
        inArray(applications.state, [...from]),
      ),
    )
    .returning({ id: applications.id });
  if (changed.length === 0) refuse("not-open", { state: application.state });
  if (places < 0)
    await w
      .update(notices)
      .set({ state: "withdrawn" })
      .where(and(eq(notices.applicationId, application.id), eq(notices.state, "open")));
  await record(w, asker, {
    action: `application.${name}`,
    subject: "application",
    subjectId: application.id,
    householdCode: application.householdCode,
    before: { state: application.state },
    after: { state: to, ...changes },
    why: changes.stateReason ?? changes.declineReason ?? null,
  });
}

/** Takes or gives back places; the WHERE and the CHECK both keep taken ≤ capacity. */
async function takePlaces(w: Writer, postingId: string, places: number): Promise<void> {
  const taken = sql`${postings.taken} + ${places}`;
  const changed = await w
    .update(postings)
    .set({ taken })
    .where(
      and(eq(postings.id, postingId), sql`${postings.taken} + ${places} between 0 and ${postings.capacity}`),
    )
    .returning({ id: postings.id });
  if (changed.length === 0) refuse("full");
}
