import { aliasedTable, and, desc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  applications,
  divisions,
  enterprises,
  households,
  notices,
  objections,
  postings,
  projects,
} from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { inDivision, permit, type Source, within } from "@/lib/access/scope";
import { maskName } from "@/lib/households/names";
import { refuse } from "@/lib/refusal/refusal";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

/** The whitelist of design/access.md: nothing else of a match is ever public. */
const whitelist = {
  id: notices.id,
  number: notices.number,
  state: notices.state,
  publishedOn: notices.publishedOn,
  endsOn: notices.endsOn,
  kind: postings.kind,
  postingTitle: postings.title,
  enterpriseName: enterprises.name,
  headName: households.headName,
  villageCode: village.code,
  villageName: village.name,
  townName: town.name,
  applicationState: applications.state,
};

const rows = (from: Source) =>
  from
    .select(whitelist)
    .from(notices)
    .innerJoin(applications, eq(applications.id, notices.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .innerJoin(enterprises, eq(enterprises.id, projects.enterpriseId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode));

type Row = Awaited<ReturnType<typeof rows>>[number];
export type Notice = Omit<Row, "headName" | "applicationState"> & {
  maskedName: string;
  /** Held while an objection waits for its decision. */
  held: boolean;
};

const masked = ({ headName, applicationState, ...row }: Row): Notice => ({
  ...row,
  maskedName: maskName(headName),
  held: applicationState === "held",
});

/** Up on a day: still open and its last day not past, whatever the minute job has done by now. */
const isUp = (today: string): SQL => and(eq(notices.state, "open"), gte(notices.endsOn, today)) as SQL;

/** What is up, as the public reads it; past notices too for the county and the auditor, within their division. */
const readable = (asker: Asker, today: string): SQL => {
  const published = isUp(today);
  const grant = permit(asker, "notice", "read");
  return or(within(asker, grant, { village: households.villageCode, published }), published) as SQL;
};

export type NoticeFilter = {
  today: string;
  upOnly?: boolean;
  village?: string;
  limit?: number;
  cursor?: string;
};

/** Newest first, masked for everyone. */
export async function listNotices(
  asker: Asker,
  filter: NoticeFilter,
): Promise<{ items: Notice[]; next: string | null }> {
  const limit = Math.min(filter.limit ?? 50, 200);
  const found = await rows(db)
    .where(
      and(
        readable(asker, filter.today),
        filter.upOnly ? isUp(filter.today) : undefined,
        filter.village ? inDivision(households.villageCode, filter.village) : undefined,
        filter.cursor ? lt(notices.id, filter.cursor) : undefined,
      ),
    )
    .orderBy(desc(notices.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(masked);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * @throws Refusal not-found when there is none, notice-over (410) when it was public and no longer is, unless
 * the asker may read past ones.
 */
export async function getNotice(asker: Asker, id: string, today: string, from: Source = db): Promise<Notice> {
  const [row] = await rows(from).where(and(eq(notices.id, id), readable(asker, today)));
  if (row) return masked(row);
  const [past] = await from.select({ id: notices.id }).from(notices).where(eq(notices.id, id));
  return refuse(past ? "notice-over" : "not-found");
}

/** Whose hands a case went through. */
const hands = {
  invitedBy: applications.invitedBy,
  appliedBy: applications.appliedBy,
  onBehalfBy: applications.onBehalfBy,
  consentBy: applications.consentBy,
  slipBy: applications.slipBy,
  answeredBy: applications.answeredBy,
  approvedBy: applications.approvedBy,
};

/** The objections that wait for a decision, with what they are about; the objector's contact stays sealed. */
export async function listOpenObjections(asker: Asker) {
  const grant = permit(asker, "objection", "read");
  const found = await db
    .select({
      id: objections.id,
      noticeId: notices.id,
      noticeNumber: notices.number,
      applicationId: applications.id,
      postingTitle: postings.title,
      body: objections.body,
      via: objections.via,
      createdAt: objections.createdAt,
      answerDueOn: objections.answerDueOn,
      recordedBy: objections.recordedBy,
      hands,
      hasContact: sql<number>`case when ${objections.contactSealed} is null then 0 else 1 end`.mapWith(
        Boolean,
      ),
    })
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .innerJoin(applications, eq(applications.id, notices.applicationId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .where(
      and(
        eq(objections.state, "open"),
        // Of a match taken back meanwhile there is nothing left to decide.
        eq(applications.state, "held"),
        within(asker, grant, {
          village: households.villageCode,
          household: households.code,
          enterprise: projects.enterpriseId,
        }),
      ),
    )
    .orderBy(objections.createdAt);
  return found.map(({ hands: by, ...row }) => ({
    ...row,
    /** Who had a part in the case, or wrote it down, does not decide it; the screen says so before the button does. */
    ownCase: asker.userId !== null && [row.recordedBy, ...Object.values(by)].includes(asker.userId),
  }));
}
