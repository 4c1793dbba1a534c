import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import type { PostingNames } from "@/lib/plans/orders";
import type { PlanSummary } from "@/lib/plans/queries";
import type { Unkept } from "@/lib/plans/unkept";
import { unkeptSentence } from "@/lib/plans/words";

type Props = { summary: PlanSummary; named: PostingNames; locale: Locale };

/** As many as are read; a thousand lines say nothing more. */
const shown = 20;

/** Orders "must" that had no effect, and why, for the officer who gave them. */
export function UnkeptOrders({ summary, named, locale }: Props) {
  const list = (summary.unkept ?? []) as Unkept[];
  if (list.length === 0) return null;
  const t = dictionary(locale);
  const u = t.plans.unkept;
  const rest = list.length - shown;
  return (
    <Banner tone="waiting">
      <p className="font-semibold">{u.title(formatNumber(locale, list.length))}</p>
      <ul className="mt-1 grid list-disc gap-1 pl-5">
        {list.slice(0, shown).map(({ household, posting, why }) => (
          <li key={`${household} ${posting}`} className="wrap-anywhere">
            <TextLink href={`/officer/households/${household}`} className="target">
              {household}
            </TextLink>
            {u.of(named.nameOf(posting), unkeptSentence(t, locale, why))}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{u.more(formatNumber(locale, rest))}</p>}
      <p className="mt-2 text-ink-soft">{u.note}</p>
    </Banner>
  );
}
