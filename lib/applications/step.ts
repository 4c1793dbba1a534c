import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import {
  applications,
  audit,
  enterprises,
  households,
  notices,
  objections,
  postings,
  projects,
} from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { type Source, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { releaseBudget, takeBudget } from "@/lib/applications/budget";
import { moveFund } from "@/lib/applications/fund";
import { type MoveName, moves, takesPlace } from "@/lib/applications/moves";
import { noticeMoveOf } from "@/lib/applications/notice-moves";
import { noClock, type ReplyClock } from "@/lib/applications/reply";
import { record, recordAll } from "@/lib/audit/commands";
import { heardOf } from "@/lib/postings/heard";
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
      postingTerms: postings.termsVersion,
      enterpriseState: enterprises.state,
      enterpriseFrozenOn: enterprises.frozenOn,
      projectState: projects.state,
      enterpriseId: enterprises.id,
      villageCode: households.villageCode,
      householdVersion: households.version,
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
  if (!row) return refuse("not-found");
  return { ...row, tookPart: await tookPart(from, id) };
}

/** Whose hands a case went through, a slip's giver's too, also those whose name a later step replaced: read from the audit. */
export async function tookPart(
  from: Source,
  id: string,
): Promise<{ applied: string[]; asked: string[]; approved: string[] }> {
  const rows = await from
    .select({ by: audit.userId, action: audit.action, after: audit.after })
    .from(audit)
    .where(
      and(
        eq(audit.subject, "application"),
        eq(audit.subjectId, id),
        inArray(
          audit.action,
          ["invite", "apply", "accept", "decline", "approve"].map((name) => `application.${name}`),
        ),
      ),
    );
  const by = (...names: string[]) =>
    rows.flatMap((r) =>
      names.includes(r.action.slice("application.".length))
        ? [r.by, slipByIn(r.after)].filter((one) => one !== null)
        : [],
    );
  const applied = by("invite", "apply");
  return { applied, asked: [...applied, ...by("accept", "decline")], approved: by("approve") };
}

/** Whose sign-in slip opened the session of an audit row. */
const slipByIn = (after: unknown): string | null => (after as { slipBy?: string } | null)?.slipBy ?? null;

export type LoadedApplication = Awaited<ReturnType<typeof loadApplication>>;

/**
 * The conditions of the move table that need nothing but the application itself.
 * @throws Refusal forbidden, not-open (with the present state), own-case, input, posting-closed, word-missing,
 * terms-changed.
 */
export function guard(
  asker: Asker,
  { application, postingState, postingTerms, enterpriseState, projectState, tookPart }: LoadedApplication,
  name: MoveName,
  reason: string,
): void {
  const move = moves[name];
  if (!(move.by as readonly string[]).includes(asker.role)) refuse("forbidden");
  if (!move.from.includes(application.state)) refuse("not-open", { state: application.state });
  const { invitedBy, appliedBy, onBehalfBy, consentBy, slipBy, answeredBy } = application;
  const applicants = [invitedBy, appliedBy, onBehalfBy, consentBy, slipBy, ...tookPart.applied];
  const hands = [...applicants, answeredBy, ...tookPart.asked];
  const isOne = (list: readonly (string | null)[]) => asker.userId !== null && list.includes(asker.userId);
  if (move.needs.includes("other-hand") && isOne(hands)) refuse("own-case");
  if (move.needs.includes("not-applicant") && isOne(applicants)) refuse("own-case");
  if (move.needs.includes("reason") && reason.trim() === "") refuseFields({ reason: { code: "missing" } });
  const stands = enterpriseState === "verified" && projectState === "listed";
  const published = postingState === "published" && stands;
  if (move.needs.includes("posting-published") && !published) refuse("posting-closed");
  if (move.needs.includes("word") && application.consentHow === null) refuse("word-missing");
  if (move.needs.includes("same-terms") && application.termsVersion !== postingTerms) refuse("terms-changed");
}

/** A decision carries the version it was made on. @throws Refusal changed when the case moved on since. */
export function asSeen({ application }: LoadedApplication, seen: number | undefined): void {
  if (seen !== undefined && seen !== application.version) refuse("changed");
}

type Changes = Partial<
  Pick<
    typeof applications.$inferInsert,
    "answeredBy" | "approvedBy" | "approvedVersion" | "declineReason" | "stateReason" | "reasonCode"
  > &
    ReplyClock
>;

/**
 * Takes one step: the state changes only if it is still the one that was read; places, what the household
 * spends and the notice follow, and the audit gets its row, all in the caller's transaction.
 * @param said what the audit keeps beside it: the household's word a village brought.
 * @throws Refusal not-open when someone was faster, full when no place is left, already-bound when what it
 * needs is another's, fund-spent when the round of its shares has no more.
 */
export async function takeStep(
  w: Writer,
  asker: Asker,
  loaded: LoadedApplication,
  name: MoveName,
  changes: Changes = {},
  said: Record<string, unknown> = {},
): Promise<void> {
  const { application } = loaded;
  const { to, from } = moves[name];
  const places = takesPlace(application.state, to) * application.size;
  if (places !== 0) await takePlaces(w, application.postingId, places);
  if (places !== 0 && loaded.postingKind === "equity") await moveFund(w, application.postingId, places);
  if (places > 0) await takeBudget(w, loaded.postingKind, application);
  if (places < 0) await releaseBudget(w, application.id);
  const changed = await w
    .update(applications)
    .set({
      ...noClock,
      reasonCode: null,
      stateReason: null,
      ...changes,
      state: to,
      version: application.version + 1,
      stateAt: new Date(),
    })
    .where(
      and(
        eq(applications.id, application.id),
        eq(applications.version, application.version),
        inArray(applications.state, [...from]),
      ),
    )
    .returning({ id: applications.id });
  if (changed.length === 0) refuse("not-open", { state: application.state });
  await moveNotice(w, asker, application, name);
  if (asker.role === "enterprise") await heardOf(w, application.postingId);
  await record(w, asker, {
    action: `application.${name}`,
    subject: "application",
    subjectId: application.id,
    householdCode: application.householdCode,
    before: { state: application.state },
    after: { state: to, ...changes, ...said },
    why: changes.stateReason ?? changes.reasonCode ?? changes.declineReason ?? null,
  });
}

/** The notice ends or is taken down with its application; objections that still wait then have nothing to decide. */
async function moveNotice(
  w: Writer,
  asker: Asker,
  { id, householdCode }: LoadedApplication["application"],
  name: MoveName,
): Promise<void> {
  const move = noticeMoveOf(name);
  if (!move || move.from === null || move.from === move.to) return;
  const moved = await w
    .update(notices)
    .set({ state: move.to })
    .where(and(eq(notices.applicationId, id), eq(notices.state, move.from)))
    .returning({ id: notices.id });
  if (move.to !== "withdrawn" || moved.length === 0) return;
  const lapsed = await w
    .update(objections)
    .set({ state: "lapsed", decisionReason: name, decidedAt: new Date() })
    .where(
      and(
        inArray(
          objections.noticeId,
          moved.map((notice) => notice.id),
        ),
        eq(objections.state, "open"),
      ),
    )
    .returning({ id: objections.id });
  await recordAll(
    w,
    asker,
    lapsed.map(({ id: subjectId }) => ({
      action: "objection.lapse",
      subject: "objection",
      subjectId,
      householdCode,
      before: { state: "open" },
      after: { state: "lapsed", application: id },
      why: name,
    })),
  );
}

/** Takes or gives back places; the WHERE and the CHECK both keep taken ≤ capacity. */
export async function takePlaces(w: Writer, postingId: string, places: number): Promise<void> {
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
