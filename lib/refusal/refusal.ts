/**
 * The one error for what a user may expect to be refused. It carries a code and data, never words and never
 * a personal value; the edge turns it into the user's language (the refusal.ts of each language in lib/i18n) and an HTTP status.
 */

/** Each code with the HTTP status it answers at the API's door. */
export const refusalStatus = {
  "sign-in-needed": 401,
  "wrong-password": 401,
  "start-code": 409,
  "too-many-tries": 429,
  forbidden: 403,
  "own-case": 403,
  "not-found": 404,
  input: 422,
  "bad-request": 400,
  "too-large": 413,
  "media-type": 415,
  file: 422,
  "rows-refused": 409,
  "nothing-to-do": 409,
  "file-gone": 409,
  "too-many-files": 429,
  "too-many-exports": 429,
  "not-open": 409,
  "posting-closed": 409,
  full: 409,
  "already-applied": 409,
  "not-eligible": 409,
  "word-missing": 409,
  "code-registered": 409,
  "enterprise-not-verified": 409,
  "project-not-listed": 409,
  "postings-open": 409,
  "already-bound": 409,
  "binding-missing": 409,
  "terms-bound": 409,
  "more-than-due": 409,
  "not-late": 409,
  "days-stand": 409,
  "delivery-paid": 409,
  "delivery-stands": 409,
  "profit-due": 409,
  "profit-lower": 409,
  "terms-changed": 409,
  "already-disputed": 409,
  "annex-open": 409,
  "annex-past": 409,
  "enterprise-frozen": 409,
  "fund-spent": 409,
  changed: 409,
  "live-matches": 409,
  "code-taken": 409,
  "start-past": 409,
  "same-value": 409,
  "key-reused": 409,
  "notice-over": 410,
  "not-sent": 409,
  "slip-session": 403,
  "phone-changed": 409,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** What is wrong with one field; the words are in the dictionary's `fields`. */
export type FieldProblem = {
  code:
    | "missing"
    | "not-a-number"
    | "not-whole"
    | "too-small"
    | "too-big"
    | "too-short"
    | "too-long"
    | "bad-date"
    | "in-the-past"
    | "in-the-future"
    | "no-round"
    | "over-fund"
    | "too-soon"
    | "too-late"
    | "not-in-list"
    | "bad-characters"
    | "unknown-field"
    | "unknown"
    | "below-wage-floor"
    | "below-guaranteed"
    | "below-second"
    | "below-surplus"
    | "plot-loses"
    | "co-ops-only"
    | "not-allotment"
    | "min-over-max"
    | "bad-phone"
    | "bad-email"
    | "bad-id-number"
    | "registered-already"
    | "household-rule"
    | "parcel-agreed"
    | "bad-credit-code"
    | "not-same"
    | "not-hundred"
    | "weak-password"
    | "file-kind"
    | "bad-code"
    | "bad-username"
    | "slip-username"
    | "taken"
    | "ended"
    | "before-start"
    | "file-size"
    | "wrong-code"
    | "same-person"
    | "is-asker"
    | "of-household"
    | "wrong";
  min?: number;
  max?: number;
  unit?: string;
  /** Of registered-already: town and village, and the household where the asker may know it. */
  place?: string;
  household?: string;
  /** Of household-rule: which check (lib/households/rule-codes.ts), and the age it names. */
  rule?: string;
  age?: number;
};
export type FieldProblems = Record<string, FieldProblem>;

export class Refusal extends Error {
  readonly mark = "sanjin.refusal";
  constructor(
    readonly code: RefusalCode,
    readonly data: Record<string, string | number | null> = {},
    readonly fields: FieldProblems = {},
  ) {
    super(code);
  }
}

/** @throws Refusal always. `data` fills the sentence; it must not hold personal values. */
export function refuse(code: RefusalCode, data: Record<string, string | number | null> = {}): never {
  throw new Refusal(code, data);
}

/** @throws Refusal with code `input`: what is wrong, field by field (paths joined by dots). */
export function refuseFields(fields: FieldProblems): never {
  throw new Refusal("input", {}, fields);
}

/** Recognised by its mark, because a production build may hold this module twice. */
export function isRefusal(error: unknown): error is Refusal {
  return typeof error === "object" && error !== null && "mark" in error && error.mark === "sanjin.refusal";
}
