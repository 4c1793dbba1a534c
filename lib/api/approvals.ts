import { z } from "zod";
import { ident } from "@/lib/api/list";
import type { ApplyManyResult } from "@/lib/applications/apply-many";
import { type Assessment, warnings } from "@/lib/approvals/assess";
import type { BatchResult } from "@/lib/approvals/batch";

/** Why one of many was refused: the code a request of its own would have been answered with, and what it names. */
const problem = z
  .strictObject({ code: z.string(), data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })
  .nullable();

export const batchAnswer = z.strictObject({
  results: z.array(z.strictObject({ id: ident, state: z.string().nullable(), problem })),
});
export const batchShown = (results: readonly BatchResult[]) => ({
  results: results.map(({ id, refusal }) => ({
    id,
    state: refusal ? null : "approved",
    problem: refusal && { code: refusal.code, data: refusal.data },
  })),
});

export const applyManyAnswer = z.strictObject({
  results: z.array(z.strictObject({ household: ident, id: ident.nullable(), problem })),
});
export const applyManyShown = (results: readonly ApplyManyResult[]) => ({
  results: results.map(({ household, id, refusal }) => ({
    household,
    id,
    problem: refusal && {
      code: refusal.code,
      // Of a form, the field at fault.
      data: { ...refusal.data, ...fieldOf(refusal.fields) },
    },
  })),
});
const fieldOf = (fields: object) => {
  const [field] = Object.keys(fields);
  return field ? { field } : {};
};

export const assessmentAnswer = z.strictObject({
  id: ident,
  version: z.int(),
  posting: ident,
  household: ident,
  score: z.number().nullable(),
  /** What approving it would be refused with now. */
  problem,
  warnings: z.array(z.enum(warnings)),
});
export const assessmentShown = ({ application: a, problem, warnings }: Assessment) => ({
  id: a.id,
  version: a.version,
  posting: a.postingId,
  household: a.householdCode,
  score: "score" in a && typeof a.score === "number" ? a.score : null,
  problem: problem && { code: problem.code, data: problem.data },
  warnings,
});
