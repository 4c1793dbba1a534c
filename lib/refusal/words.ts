import type { Dictionary } from "@/lib/i18n/dictionary";
import type { FieldProblem, FieldProblems, Refusal } from "@/lib/refusal/refusal";

/** The sentence a refusal is shown as, in the dictionary's language. */
export const refusalSentence = (t: Dictionary, refusal: Pick<Refusal, "code" | "data">): string =>
  t.refusal[refusal.code](refusal.data);

/** The sentence beside one field. */
export const problemSentence = (t: Dictionary, problem: FieldProblem): string =>
  t.fieldProblem[problem.code](problem);

/** All sentences of a refused form, by field path. */
export const problemSentences = (t: Dictionary, fields: FieldProblems): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, problem]) => [field, problemSentence(t, problem)]));
