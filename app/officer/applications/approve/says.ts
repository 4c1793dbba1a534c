import type { Assessment, Problem, Warning } from "@/lib/approvals/assess";
import type { Dictionary } from "@/lib/i18n/dictionary";
import type { RefusalRule } from "@/lib/matching/county";
import { refusalSentence } from "@/lib/refusal/words";

/** What stands against approving, with the rule of matching by its name. */
export function refusedText(t: Dictionary, problem: Problem): string {
  const { batch: b } = t.cases;
  if (problem.code === "not-eligible") {
    const { rule } = problem.data;
    if (rule === "brings-less") return b.bringsLess;
    const named = t.matching.rule[rule as RefusalRule];
    return named ? b.rule(named) : refusalSentence(t, problem);
  }
  return problem.code === "full" ? b.full : refusalSentence(t, problem);
}

export const problemText = (t: Dictionary, { problem }: Assessment): string =>
  problem ? refusedText(t, problem) : "";

/** What to look at, in a sentence. */
export function warningText(t: Dictionary, warning: Warning, { rival }: Assessment): string {
  const { warning: says } = t.cases.batch;
  return warning === "asked-elsewhere" ? says[warning](rival ?? "") : says[warning];
}
