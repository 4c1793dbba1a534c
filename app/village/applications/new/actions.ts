"use server";
import { refresh } from "next/cache";
import { attempt } from "@/app/form-state";
import type { ManyState } from "@/app/village/applications/new/form";
import { type ApplyManyResult, applyMany } from "@/lib/applications/apply-many";
import { today } from "@/lib/clock/clock";
import { type Dictionary, dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { problemSentences, refusalSentence } from "@/lib/refusal/words";
import { requireAsker } from "@/lib/users/session";

function said(t: Dictionary, { refusal }: ApplyManyResult): string {
  if (!refusal) return t.cases.apply.manyDone;
  const [field] = Object.values(problemSentences(t, refusal.fields));
  return field ?? refusalSentence(t, refusal);
}

/** Applies for the ticked households, each with its own word, and says what became of each. */
export async function applyForTicked(_: ManyState, form: FormData): Promise<ManyState> {
  const asker = await requireAsker("village");
  const locale = await currentLocale();
  const t = dictionary(locale);
  const { apply: a } = t.cases;
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const ticked = form.getAll("household").map(String);
  if (ticked.length === 0) return { sentence: a.manyNothing, results: [], values };
  const applications = ticked.map((household) => {
    const evidence = text(`evidence-${household}`);
    return { household, consent: { how: text(`how-${household}`), ...(evidence && { evidence }) } };
  });
  let results: ApplyManyResult[] = [];
  const refused = await attempt(form, async () => {
    results = await applyMany(asker, { posting: text("posting"), applications }, today());
  });
  if (refused) return { sentence: refused.sentence ?? t.refusal.input(), results: [], values };
  refresh();
  const done = results.filter((r) => !r.refusal).length;
  return {
    sentence: a.manyResults(formatNumber(locale, done), formatNumber(locale, results.length)),
    results: results.map((result) => ({
      household: result.household,
      name: text(`name-${result.household}`),
      good: result.refusal === null,
      says: said(t, result),
    })),
    values,
  };
}
