import { ChevronRight } from "lucide-react";
import { bringsText } from "@/components/households/brings";
import { MoneyTag, Tag } from "@/components/ui/tag";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import type { FittingPosting } from "@/lib/matching/answers";
import { reasonSentence } from "@/lib/matching/sentences";

type Props = { item: FittingPosting; locale: Locale; href: string; applied: boolean };

/** One opening on a household's own list: the whole card is the way to it. */
export function OpeningCard({ item, locale, href, applied }: Props) {
  const t = dictionary(locale);
  const { posting, tier, reasons, yearlyFen } = item;
  const brings = bringsText(locale, posting.kind, yearlyFen);
  return (
    <li>
      <a
        href={href}
        className="flex items-center gap-3 rounded border border-line bg-surface p-4 hover:border-tea"
      >
        <span className="grid grow gap-1">
          <span className="flex flex-wrap items-center gap-2">
            <MoneyTag
              kind={posting.kind}
              sign={t.words.moneySign[posting.kind]}
              label={t.words.postingKind[posting.kind]}
            />
            <Tag tone={applied ? "waiting" : tier === "A" ? "good" : "plain"}>
              {applied ? t.households.applied : t.household.tiers[tier]}
            </Tag>
          </span>
          <span className="font-semibold">{posting.title}</span>
          {brings && <span className="font-semibold text-tea">{brings}</span>}
          <span className="text-base">{reasonSentence(t, locale, reasons)}</span>
          <span className="text-base text-ink-soft">
            {posting.enterpriseName} · {t.households.until(formatDay(locale, posting.closesOn))}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-6 shrink-0 text-ink-soft" />
      </a>
    </li>
  );
}
