import { z } from "zod";
import { applicationAnswer, applicationsQuery } from "@/lib/api/applications";
import { applyManyAnswer, assessmentAnswer, batchAnswer } from "@/lib/api/approvals";
import {
  deliveriesQuery,
  deliveryAnswer,
  paymentAnswer,
  paymentsQuery,
  profitAnswer,
  profitCorrectionBody,
  reversedAnswer,
} from "@/lib/api/corrections";
import { householdAnswer, householdRowAnswer, householdsQuery } from "@/lib/api/households";
import { ident, listOf, nothingAsked } from "@/lib/api/list";
import { meAnswer } from "@/lib/api/me";
import { moneysAnswer } from "@/lib/api/moneys";
import { decisionBody, noticeAnswer, noticesQuery, objectionAnswer } from "@/lib/api/notices";
import { postingAnswer, postingChangeBody, postingMoveBody, postingsQuery } from "@/lib/api/postings";
import { fittingAnswer, fittingQuery, rankingAnswer, rankingQuery } from "@/lib/api/rankings";
import { applyManyInput } from "@/lib/applications/apply-many";
import { applyInput, moveInput } from "@/lib/applications/input";
import { batchInput } from "@/lib/approvals/batch";
import { reasonInput } from "@/lib/moneys/input";
import { objectionInput } from "@/lib/notices/object";
import { postingInput } from "@/lib/postings/input";

/**
 * Every operation of the API, with the schemas its route parses and its tests hold the answers to; the
 * OpenAPI document is made from this list. Paths are below /api/v1.
 */
export type Operation = {
  summary: string;
  /** Answered to those who have not signed in, too. */
  publicToo?: boolean;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** 200 unless said. */
  status?: 200 | 201;
  answer: z.ZodType;
};

const made = z.strictObject({ id: ident, state: z.string() });

export const operations = {
  "GET /me": { summary: "Who asks: user, role and scope", answer: meAnswer },
  "GET /openapi.json": { summary: "This document", publicToo: true, answer: z.looseObject({}) },
  "GET /postings": {
    summary: "Postings, newest first",
    publicToo: true,
    query: postingsQuery,
    answer: listOf(postingAnswer),
  },
  "POST /postings": {
    summary: "Write a posting as a draft (enterprise)",
    body: postingInput,
    status: 201,
    answer: made,
  },
  "GET /postings/{id}": {
    summary: "One posting",
    publicToo: true,
    query: nothingAsked,
    answer: postingAnswer,
  },
  "PUT /postings/{id}": {
    summary: "Change a posting; a published one goes back to review (enterprise)",
    body: postingChangeBody,
    answer: postingAnswer,
  },
  "POST /postings/{id}/moves": {
    summary: "Submit or close (enterprise); publish, return or close (county)",
    body: postingMoveBody,
    answer: made,
  },
  "GET /postings/{id}/ranking": {
    summary: "The households that fit, best first, with parts and reasons; who is refused by which rule",
    query: rankingQuery,
    answer: rankingAnswer,
  },
  "GET /households": {
    summary: "Households in scope, by code",
    query: householdsQuery,
    answer: listOf(householdRowAnswer),
  },
  "GET /households/{code}": {
    summary: "One household, as far as the role may read it; the reading is logged",
    query: nothingAsked,
    answer: householdAnswer,
  },
  "GET /households/{code}/postings": {
    summary: "The open postings that fit a household, best first",
    query: fittingQuery,
    answer: listOf(fittingAnswer),
  },
  "GET /households/{code}/moneys": {
    summary: "What a household is owed, by whom and when, and what came of it",
    query: nothingAsked,
    answer: moneysAnswer,
  },
  "GET /payments": {
    summary: "Payments in scope, newest first, with the entries that take others back",
    query: paymentsQuery,
    answer: listOf(paymentAnswer),
  },
  "POST /payments/{id}/reversal": {
    summary: "Take a payment back that was recorded by mistake (enterprise)",
    body: reasonInput,
    answer: reversedAnswer,
  },
  "GET /deliveries": {
    summary: "Deliveries in scope, newest first; what was taken back says why",
    query: deliveriesQuery,
    answer: listOf(deliveryAnswer),
  },
  "POST /deliveries/{id}/reversal": {
    summary: "Take a delivery back that was recorded by mistake (enterprise; late or disputed: county)",
    body: reasonInput,
    answer: reversedAnswer,
  },
  "POST /enterprises/{id}/profits/{year}/correction": {
    summary: "Correct a declared profit by the books, with the ground (county)",
    body: profitCorrectionBody,
    answer: profitAnswer,
  },
  "GET /applications": {
    summary: "Applications in scope, newest first; an enterprise is shown cards",
    query: applicationsQuery,
    answer: listOf(applicationAnswer),
  },
  "POST /applications": {
    summary: "Apply for a household, with its word (household, village)",
    body: applyInput,
    status: 201,
    answer: made,
  },
  "POST /applications/batch": {
    summary:
      "Apply to one posting for several households, each with its own word and its own result (village)",
    body: applyManyInput,
    answer: applyManyAnswer,
  },
  "POST /approvals": {
    summary:
      "Approve several applications, each on the version that was seen and with its own result (county)",
    body: batchInput,
    answer: batchAnswer,
  },
  "GET /approvals": {
    summary: "What waits for approval, judged as an approval would be now: problems first (county)",
    query: nothingAsked,
    answer: listOf(assessmentAnswer),
  },
  "GET /applications/{id}": { summary: "One application", query: nothingAsked, answer: applicationAnswer },
  "POST /applications/{id}/moves": {
    summary: "accept, decline (enterprise); return, approve, reject (county); withdraw (household, village)",
    body: moveInput,
    answer: made,
  },
  "GET /notices": {
    summary: "Notices that are up, masked, newest first",
    publicToo: true,
    query: noticesQuery,
    answer: listOf(noticeAnswer),
  },
  "GET /notices/{id}": {
    summary: "One notice; 410 for the public once it is over",
    publicToo: true,
    query: nothingAsked,
    answer: noticeAnswer,
  },
  "POST /notices/{id}/objections": {
    summary: "Object to a notice while it is up; few at a time from one address",
    publicToo: true,
    body: objectionInput,
    status: 201,
    answer: made.extend({ receipt: z.string() }),
  },
  "GET /objections": {
    summary: "Objections in scope that wait for a decision",
    query: nothingAsked,
    answer: listOf(objectionAnswer),
  },
  "POST /objections/{id}/decision": {
    summary: "Uphold or dismiss an objection, by someone outside its chain (county)",
    body: decisionBody,
    answer: made,
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
