import { MoneyTag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { type Locale, postingKinds } from "@/db/words";
import type { Needs } from "@/lib/county/overview";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatMu, formatNumber } from "@/lib/i18n/format";

/** What enterprises look for, by kind: one line each, with the money it brings. */
export function OpenNeeds({ t, locale, needs }: { t: Dictionary; locale: Locale; needs: Needs }) {
  return (
    <ul className="divide-y divide-line">
      {postingKinds.map((kind) => {
        const { postings, left } = needs[kind];
        const amount =
          kind === "land" ? formatMu(locale, Math.round(left / 100) * 100) : formatNumber(locale, left);
        return (
          <li key={kind} className="flex flex-wrap items-center gap-x-3 py-2">
            <MoneyTag kind={kind} sign={t.words.moneySign[kind]} label={t.words.postingKind[kind]} />
            <span className="order-last basis-full text-lg font-semibold sm:order-none sm:basis-auto">
              {postings ? t.home.needs[kind](amount) : t.home.noNeeds}
            </span>
            <TextLink href={`/postings?kind=${kind}`} className="ml-auto target">
              {t.home.postings(formatNumber(locale, postings))}
            </TextLink>
          </li>
        );
      })}
    </ul>
  );
}
