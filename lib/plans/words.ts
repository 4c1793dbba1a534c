import type { PlanRule, PlanSummary } from "@/db/schema";
import { type Locale, locales } from "@/db/words";
import { type Dictionary, dictionary } from "@/lib/i18n/dictionary";
import { formatShare } from "@/lib/i18n/format";

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

/**
 * Officers' orders as they are typed, one a line: the word for must or never in either language, household code, posting id.
 * @returns the rules, or the number of the first line that cannot be read.
 */
export function readRules(text: string): { rules: PlanRule[] } | { badLine: number } {
  const verbs: Record<string, PlanRule["rule"]> = {};
  for (const { plans: p } of locales.map(dictionary))
    Object.assign(verbs, { [p.pin]: "pin", [p.forbid]: "forbid" });
  const rules: PlanRule[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [verb = "", household, posting, ...rest] = line.trim().split(/\s+/);
    const rule = Object.hasOwn(verbs, verb.toLowerCase()) ? verbs[verb.toLowerCase()] : undefined;
    if (!rule || !household || !posting || rest.length > 0) return { badLine: i + 1 };
    rules.push({ household, posting, rule });
  }
  return { rules };
}
