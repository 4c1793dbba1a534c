import type { Locale, PostingKind } from "@/db/words";
import type { AskedAmount } from "@/lib/applications/size";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatJin, formatMoneyRounded } from "@/lib/i18n/format";

/** What an opening would bring in a year, in a phrase that says what is only estimated; null when nothing. */
export function bringsText(locale: Locale, kind: PostingKind, yearlyFen: number): string | null {
  const { brings } = dictionary(locale);
  if (kind === "membership") return brings.membership;
  if (yearlyFen <= 0) return null;
  const say = kind === "order" || kind === "contract" ? brings[kind] : brings.money;
  return say(formatMoneyRounded(locale, yearlyFen));
}

/** The field in which a household says how much of an order or how many plots it takes. */
export function amountField(locale: Locale, { name, least, most, usual }: AskedAmount) {
  const { brings, postings } = dictionary(locale);
  const hint =
    name === "jin"
      ? brings.jinHint(formatJin(locale, least), formatJin(locale, most))
      : brings.plotsHint(postings.plots(String(most)));
  const unit = name === "jin" ? postings.form.units.jin : postings.form.units.plots;
  return { name, label: brings[name], hint, unit, defaultValue: String(usual) };
}
