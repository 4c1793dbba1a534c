import type { IdNumberProblem } from "@/lib/numbers/id-number";

/**
 * What counties check on a whole household (statistics.md §4). An error contradicts itself and cannot stand; a
 * warning is missing or unlikely and wants a look. The words and the remedy of each code
 * stand in the dictionaries (householdRules).
 */
export const ruleCodes = [
  "no-head",
  "two-heads",
  "two-spouses",
  "couple-of-one-sex",
  "id-number-wrong",
  "id-number-twice",
  "id-number-birth",
  "id-number-sex",
  "birth-in-future",
  "education-and-schooling",
  "education-missing",
  "schooling-age",
  "health-missing",
  "healthy-and-ill",
  "labor-missing",
  "able-age-no-labor",
  "healthy-but-lost",
  "too-young-to-work",
  "work-without-labor",
  "work-place-and-months",
  "work-months-range",
  "work-while-at-school",
  "medical-twice",
  "medical-none",
  "insurance-missing",
  "card-not-own",
  "disabled-without-card",
  "parent-too-young",
  "phone-wrong",
  "phone-missing",
  "cause-missing",
  "cause-twice",
  "causes-too-many",
  "type-without-member",
] as const;
export type RuleCode = (typeof ruleCodes)[number];

const warnings: readonly RuleCode[] = [
  ...(["education-missing", "schooling-age", "healthy-but-lost", "work-while-at-school"] as const),
  ...(["insurance-missing", "disabled-without-card", "parent-too-young", "phone-missing"] as const),
  "type-without-member",
];

export type RuleProblem = {
  code: RuleCode;
  level: "error" | "warning";
  /** The member it is about, by the id it was given; none: the household. */
  member?: string;
  /** Where to mend it. */
  field: string;
  /** What the sentence names, never a personal number. */
  data?: { problem?: IdNumberProblem; missing?: readonly string[]; age?: number };
};

export const problem = (
  code: RuleCode,
  field: string,
  member?: { id: string },
  data?: RuleProblem["data"],
): RuleProblem => ({
  code,
  level: warnings.includes(code) ? "warning" : "error",
  ...(member && { member: member.id }),
  field,
  ...(data && { data }),
});
