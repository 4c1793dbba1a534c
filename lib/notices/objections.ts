import { and, desc, eq, inArray, like, ne, type SQL } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { applications, households, notices, objections, postings, projects } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { listOpenObjections } from "@/lib/notices/queries";
import { readReceipt } from "@/lib/notices/receipt";
import { refuse } from "@/lib/refusal/refusal";
import { unseal } from "@/lib/sealing/sealing";

const readable = (asker: Asker): SQL =>
  within(asker, permit(asker, "objection", "read"), {
    village: households.villageCode,
    household: households.code,
    enterprise: projects.enterpriseId,
  });

const rows = () =>
  db
    .select({
      id: objections.id,
      state: objections.state,
      noticeNumber: notices.number,
      applicationId: applications.id,
      householdCode: households.code,
      postingTitle: postings.title,
      body: objections.body,
      via: objections.via,
      decisionReason: objections.decisionReason,
      decidedAt: objections.decidedAt,
    })
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .innerJoin(applications, eq(applications.id, notices.applicationId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(projects, eq(projects.id, postings.projectId));

/** The last decided objections, with the written reason. */
export const decidedObjections = (asker: Asker, limit = 10) =>
  rows()
    .where(and(ne(objections.state, "open"), readable(asker)))
    .orderBy(desc(objections.decidedAt))
    .limit(limit);

/** One objection within reach. @throws Refusal not-found. */
export async function getObjection(asker: Asker, id: string) {
  const [row] = await rows().where(and(eq(objections.id, id), readable(asker)));
  return row ?? refuse("not-found");
}

/** The open notice with a number, as whoever records an objection reads it off the board. */
export async function noticeOfNumber(asker: Asker, number: string): Promise<string> {
  permit(asker, "notice", "read");
  const [row] = await db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.number, number.trim()), inArray(notices.state, ["open", "over"])));
  return row?.id ?? refuse("not-found");
}

/** What became of an objection, for whoever holds its receipt: nobody's name, whatever else they may read. */
export async function objectionOfReceipt(typed: string) {
  const receipt = readReceipt(typed);
  if (!receipt) return null;
  const [row] = await db
    .select({
      state: objections.state,
      createdAt: objections.createdAt,
      answerDueOn: objections.answerDueOn,
      decidedAt: objections.decidedAt,
      decisionReason: objections.decisionReason,
      noticeNumber: notices.number,
    })
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .where(and(eq(notices.number, receipt.number), like(objections.id, `%${receipt.end}`)));
  return row ?? null;
}

/**
 * How to reach who objected: for whoever may decide it and had no part in the case; each look leaves its row.
 * @throws Refusal forbidden, not-found, own-case.
 */
export async function objectorContact(asker: Asker, id: string): Promise<string | null> {
  permit(asker, "objection", "decide");
  const mine = (await listOpenObjections(asker)).find((one) => one.id === id);
  if (!mine) return refuse("not-found");
  if (mine.ownCase) refuse("own-case");
  return tx(async (w) => {
    const [row] = await w
      .select({ sealed: objections.contactSealed })
      .from(objections)
      .where(eq(objections.id, id));
    if (!row?.sealed) return null;
    await record(w, asker, { action: "objection.contact", subject: "objection", subjectId: id });
    return unseal(row.sealed, { table: "objections", row: id, column: "contact" });
  });
}
