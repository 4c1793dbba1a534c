import { aliasedTable, and, desc, eq, gte, inArray, isNotNull, lt, ne, or, type SQL } from "drizzle-orm";
import { db, tx } from "@/db/client";
import {
  agreements,
  applications,
  divisions,
  enterprises,
  households,
  members,
  notices,
  postings,
  projects,
} from "@/db/schema";
import type { ApplicationState, PostingKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit, type Source, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { type NamesGone, namesGoneFor } from "@/lib/applications/names";
import { record } from "@/lib/audit/commands";
import { refuse } from "@/lib/refusal/refusal";
import { unseal } from "@/lib/sealing/sealing";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

const columns = {
  id: applications.id,
  state: applications.state,
  stateAt: applications.stateAt,
  createdAt: applications.createdAt,
  stateReason: applications.stateReason,
  declineReason: applications.declineReason,
  reasonCode: applications.reasonCode,
  overOn: applications.overOn,
  replyDueOn: applications.replyDueOn,
  remindedOn: applications.remindedOn,
  size: applications.size,
  version: applications.version,
  cardToken: applications.cardToken,
  consentHow: applications.consentHow,
  consentEvidence: applications.consentEvidence,
  invitedBy: applications.invitedBy,
  appliedBy: applications.appliedBy,
  answeredBy: applications.answeredBy,
  onBehalfBy: applications.onBehalfBy,
  slipBy: applications.slipBy,
  match: applications.match,
  postingId: postings.id,
  postingTitle: postings.title,
  postingKind: postings.kind,
  enterpriseId: enterprises.id,
  enterpriseName: enterprises.name,
  enterpriseState: enterprises.state,
  householdCode: households.code,
  headName: households.headName,
  phoneSealed: households.phoneSealed,
  villageName: village.name,
  townName: town.name,
  memberName: members.name,
  noticeId: notices.id,
  noticeEndsOn: notices.endsOn,
  agreementNumber: agreements.number,
};

const rows = (from: Source) =>
  from
    .select(columns)
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .leftJoin(members, eq(members.id, applications.memberId))
    // At most one is not withdrawn: the present one.
    .leftJoin(notices, and(eq(notices.applicationId, applications.id), ne(notices.state, "withdrawn")))
    // Of several, the one that goes on: a renewed one has its successor.
    .leftJoin(
      agreements,
      and(
        eq(agreements.applicationId, applications.id),
        or(ne(agreements.state, "ended"), ne(agreements.endCause, "renewed")),
      ),
    );

type Row = Awaited<ReturnType<typeof rows>>[number];

/** What everyone who may see an application sees of it. */
const shared = (row: Row) => ({
  id: row.id,
  state: row.state,
  /** Its agreement has ended: one may apply anew. */
  over: row.overOn !== null,
  stateAt: row.stateAt,
  appliedAt: row.createdAt,
  declineReason: row.declineReason,
  /** Why it came back or came to nothing, as a code; words may stand beside it. */
  reasonCode: row.reasonCode,
  stateReason: row.stateReason,
  /** The last day for whoever's turn it is: the enterprise's when applied, the county's when accepted. */
  replyDueOn: row.replyDueOn,
  remindedOn: row.remindedOn,
  /** A decision carries the version it was made on. */
  version: row.version,
  size: row.size,
  ...{ postingId: row.postingId, postingTitle: row.postingTitle, postingKind: row.postingKind },
  ...{ enterpriseName: row.enterpriseName, townName: row.townName },
  ...{ noticeId: row.noticeId, noticeEndsOn: row.noticeEndsOn },
  tier: row.match?.tier ?? null,
});

/** For officers, village workers and the household itself. */
function whole(row: Row, asker: Asker) {
  const { match, ...rest } = {
    ...shared(row),
    householdCode: row.householdCode,
    headName: row.headName,
    villageName: row.villageName,
    memberName: row.memberName,
    consentHow: row.consentHow,
    onBehalf: row.onBehalfBy !== null,
    agreementNumber: row.agreementNumber,
    /** Nothing becomes final with a suspended enterprise. */
    enterpriseSuspended: row.enterpriseState === "suspended",
    match: row.match,
  };
  // A household sees its place as a tier and its own reasons, never the score (design/access.md).
  if (asker.role === "household") return { view: "full" as const, ...rest, reasons: match?.reasons ?? [] };
  return {
    view: "full" as const,
    ...rest,
    reasons: match?.reasons ?? [],
    score: match?.score ?? null,
    parts: match?.parts ?? null,
    consentEvidence: row.consentEvidence,
    /** Who applied or answered takes no part in the decision; the screen says so before the button does. */
    ownCase:
      asker.userId !== null &&
      [row.invitedBy, row.appliedBy, row.answeredBy, row.onBehalfBy, row.slipBy].includes(asker.userId),
  };
}

/**
 * For the enterprise (and, without the token, the auditor): a card in bands until the match is final, and again
 * so many days after it is over; in between name and village, and the phone where one application is read by itself (logged there).
 */
function card(row: Row, asker: Asker, withPhone: boolean, gone: NamesGone) {
  const forEnterprise = asker.role === "enterprise";
  const final = forEnterprise && row.state === "final" && !gone(row.overOn);
  const { memberName, headName, villageName } = row;
  const phone =
    final && withPhone && row.phoneSealed
      ? unseal(row.phoneSealed, { table: "households", row: row.householdCode, column: "phone" })
      : null;
  return {
    view: "card" as const,
    ...shared(row),
    // Words for the household (an objection upheld, what its record lacks) are not its enterprise's to read.
    stateReason: null,
    reasonCode: row.reasonCode === "no-reply" ? row.reasonCode : null,
    // An exact area or number of persons, or the notice with its village, would tell who it is.
    size: row.postingKind === "job" || final ? row.size : null,
    noticeId: null,
    card: forEnterprise ? row.cardToken : null,
    bands: row.match?.bands ?? null,
    household: final ? { headName, memberName, villageName, phone } : null,
  };
}

export type WholeApplication = ReturnType<typeof whole>;
export type ApplicationCard = ReturnType<typeof card>;
export type Application = WholeApplication | ApplicationCard;

/** An enterprise meets a household only once that has given its word: invitations are not its business yet. */
export const readable = (asker: Asker, grant = permit(asker, "application", "read")): SQL =>
  and(
    within(asker, grant, {
      village: households.villageCode,
      household: households.code,
      enterprise: enterprises.id,
    }),
    asker.role === "enterprise" ? isNotNull(applications.consentHow) : undefined,
  ) as SQL;

const shaped = (asker: Asker, gone: NamesGone) => (row: Row) =>
  grantOf(asker.role, "application", "read")?.view === "card"
    ? card(row, asker, false, gone)
    : whole(row, asker);

export type ApplicationFilter = {
  status?: ApplicationState | readonly ApplicationState[];
  posting?: string;
  household?: string;
  kind?: PostingKind;
  /** Only what has come into its present state at this instant or later. */
  since?: Date;
  limit?: number;
  cursor?: string;
};

/** Newest first, as the asker may see them. */
export async function listApplications(
  asker: Asker,
  filter: ApplicationFilter = {},
): Promise<{ items: Application[]; next: string | null }> {
  const limit = Math.min(filter.limit ?? 50, 200);
  // An enterprise must not learn who applied by asking for a household.
  const household = asker.role === "enterprise" ? undefined : filter.household;
  const found = await rows(db)
    .where(
      and(
        readable(asker),
        filter.status === undefined ? undefined : inArray(applications.state, [filter.status].flat()),
        filter.posting ? eq(postings.id, filter.posting) : undefined,
        household ? eq(households.code, household) : undefined,
        filter.kind ? eq(postings.kind, filter.kind) : undefined,
        filter.since ? gte(applications.stateAt, filter.since) : undefined,
        filter.cursor ? lt(applications.id, filter.cursor) : undefined,
      ),
    )
    .orderBy(desc(applications.id))
    .limit(limit + 1);
  return {
    items: found.slice(0, limit).map(shaped(asker, await namesGoneFor(asker))),
    next: found.length > limit ? (found[limit - 1]?.id ?? null) : null,
  };
}

/** @throws Refusal not-found when there is none, or none the asker may see. */
export async function getApplication(asker: Asker, id: string): Promise<Application> {
  const grant = grantOf(asker.role, "application", "read");
  if (!grant) return refuse("not-found");
  const gone = await namesGoneFor(asker);
  return tx(async (w) => {
    const [row] = await rows(w).where(and(eq(applications.id, id), readable(asker, grant)));
    if (!row) return refuse("not-found");
    const shown = grant.view === "card" ? card(row, asker, true, gone) : whole(row, asker);
    // A case page names people and what their case turns on; an enterprise's reading of a phone likewise.
    const named = shown.view === "full" ? asker.role !== "household" : shown.household !== null;
    if (named)
      await record(w, asker, {
        action: "application.read",
        subject: "application",
        subjectId: id,
        householdCode: row.householdCode,
      });
    return shown;
  });
}
