import { z } from "zod";
import { noticeStates, objectionVias, postingKinds } from "@/db/words";
import { day, division, ident, instant, listQuery } from "@/lib/api/list";
import type { listOpenObjections, Notice } from "@/lib/notices/queries";
import { prose } from "@/lib/postings/input";

export const noticesQuery = z.strictObject({
  ...listQuery,
  village: division.optional(),
  /** Past ones too, for those who may read them. */
  past: z.enum(["true", "false"]).optional(),
});

/** The whitelist of design/access.md and nothing else. */
export const noticeAnswer = z.strictObject({
  id: ident,
  number: z.string(),
  state: z.enum(noticeStates),
  publishedOn: day,
  /** Its last day. */
  endsOn: day,
  kind: z.enum(postingKinds),
  postingTitle: z.string(),
  enterpriseName: z.string(),
  maskedName: z.string(),
  villageCode: z.string(),
  villageName: z.string(),
  townName: z.string(),
  /** An objection waits for its decision. */
  held: z.boolean(),
});
export const noticeShown = (notice: Notice): z.input<typeof noticeAnswer> => notice;

export const objectionAnswer = z.strictObject({
  id: ident,
  notice: ident,
  noticeNumber: z.string(),
  application: ident,
  postingTitle: z.string(),
  body: z.string(),
  via: z.enum(objectionVias),
  createdAt: instant,
  /** Last day to answer it. */
  answerDueOn: day.nullable(),
});

/** Who recorded it, and whether it can be answered to somebody, stays inside. */
export const objectionShown = ({
  noticeId,
  applicationId,
  recordedBy: _,
  hasContact: __,
  ownCase: ___,
  createdAt,
  ...row
}: Awaited<ReturnType<typeof listOpenObjections>>[number]): z.input<typeof objectionAnswer> => ({
  ...row,
  notice: noticeId,
  application: applicationId,
  createdAt: createdAt.toISOString(),
});

export const decisionBody = z.strictObject({
  verdict: z.enum(["uphold", "dismiss"]),
  reason: prose(500).min(1, "code:missing"),
});
