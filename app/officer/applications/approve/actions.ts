"use server";
import { refresh } from "next/cache";
import { attempt } from "@/app/form-state";
import type { BatchState } from "@/app/officer/applications/approve/form";
import { refusedText } from "@/app/officer/applications/approve/says";
import { approveMany, type BatchResult } from "@/lib/approvals/batch";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** Approves the ticked ones, each by itself, and says what became of each. */
export async function approveTicked(_: BatchState, form: FormData): Promise<BatchState> {
  const asker = await requireAsker("county");
  const ticked = form.getAll("row").map((value) => {
    const [id = "", version] = String(value).split(":");
    return { id, version: Number(version) };
  });
  const t = dictionary(await currentLocale());
  const { batch: b } = t.cases;
  if (ticked.length === 0) return { sentence: b.nothing, results: [] };
  let results: BatchResult[] = [];
  const refused = await attempt(form, async () => {
    results = await approveMany(asker, { applications: ticked }, today());
  });
  refresh();
  if (refused) return { sentence: refused.sentence ?? t.refusal.input(), results: [] };
  const locale = await currentLocale();
  const done = results.filter((r) => !r.refusal).length;
  return {
    sentence: b.results(formatNumber(locale, done), formatNumber(locale, results.length)),
    results: results.map(({ id, refusal }) => ({
      id,
      name: String(form.get(`name-${id}`) ?? ""),
      good: refusal === null,
      says: refusal ? refusedText(t, refusal) : b.done,
    })),
  };
}
