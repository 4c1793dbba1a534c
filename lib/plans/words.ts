import type { PlanSummary } from "@/db/schema";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatNumber, formatShare } from "@/lib/i18n/format";
import { leftOutSentence } from "@/lib/matching/sentences";
import type { LineProblem } from "@/lib/plans/orders";
import type { Unkept } from "@/lib/plans/unkept";
import type { RefusalCode } from "@/lib/refusal/refusal";
import { refusalSentence } from "@/lib/refusal/words";

/** How far from the best possible a plan is at most: the smaller the gap, the more decimals. */
export function gapSentence(
  t: Dictionary,
  locale: Locale,
  { value, bound, gap }: Pick<PlanSummary, "value" | "bound" | "gap">,
): string {
  // Values are whole numbers: nothing lies between a value and a bound less than one above it.
  if (bound - value < 1) return t.plans.optimum;
  return t.plans.bound(formatShare(locale, Math.ceil(gap * 1e6) / 1e6, gap < 0.001 ? 4 : 2));
}

/** The words of the form that starts a plan. */
export const ruleWords = (t: Dictionary, start: string) => ({
  start,
  rules: t.plans.rules,
  note: t.plans.rulesNote,
  hint: t.plans.rulesHint,
  working: t.ui.working,
  optional: t.ui.optional,
  errorsTitle: t.ui.errorsTitle,
});

/** Why a "must" had no effect. */
export function unkeptSentence(t: Dictionary, locale: Locale, why: Unkept["why"]): string {
  const say = t.plans.unkept;
  const n = (value: number) => formatNumber(locale, value);
  switch (why.rule) {
    case "kind":
    case "parcel":
    case "link":
      return say[why.rule];
    case "projects":
      return say.projects(n(why.projects));
    case "shares":
      return say.shares(n(why.persons), n(why.left));
    default:
      return leftOutSentence(t, locale, why);
  }
}

/** A row that could not become an invitation, and why. @param code of the refusal, as it was kept. */
export function skippedSentence(t: Dictionary, code: string): string {
  const known = Object.hasOwn(t.refusal, code) ? (code as RefusalCode) : null;
  return known ? t.ui.said(t.plans.skipped, refusalSentence(t, { code: known, data: {} })) : t.plans.skipped;
}

/** What is wrong with the orders, line by line; of many the first few. */
export function orderSentences(t: Dictionary, locale: Locale, problems: readonly LineProblem[]): string {
  const { bad } = t.plans;
  const said = (found: LineProblem): string => {
    switch (found.problem) {
      case "verb":
      case "short":
        return bad[found.problem];
      case "household":
      case "posting":
        return bad[found.problem](found.typed);
      case "several":
        return bad.several(found.typed, found.count, found.ways);
      case "left-out":
        return bad.leftOut(leftOutSentence(t, locale, found.leftOut));
    }
  };
  const inOrder = [...problems].sort((a, b) => a.line - b.line);
  return inOrder
    .slice(0, 5)
    .map((found) => bad.line(found.line, said(found)))
    .join(" ");
}
