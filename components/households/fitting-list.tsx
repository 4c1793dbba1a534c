import { FittingCard } from "@/components/households/fitting-card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { type Locale, type PostingKind, postingKinds } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import type { FittingPosting } from "@/lib/matching/answers";

type Props = {
  items: readonly FittingPosting[];
  locale: Locale;
  /** Posting ids with an application of this household. */
  applied: readonly string[];
  applyHref: (postingId: string) => string;
  applyLabel: string;
  /** Where one kind is shown whole. */
  kindHref: (kind: PostingKind) => string;
  /** The kind shown whole; none: the best few of each. */
  kind?: PostingKind | undefined;
  /** Larger type and one action a card, for the household's own pages. */
  large?: boolean;
};

const few = 3;
/** As many as anyone reads; the list is best first. */
const whole = 40;

/** Openings that fit a household, one list a kind, best first, each with why and what it brings in a year. */
export function FittingList({ items, locale, applied, applyHref, applyLabel, kindHref, kind, large }: Props) {
  const { households: h, words } = dictionary(locale);
  const kinds = postingKinds.filter((k) => (!kind || k === kind) && items.some((i) => i.posting.kind === k));
  if (kinds.length === 0) return <EmptyState title={h.fittingNone}>{h.fittingNoneNote}</EmptyState>;
  return (
    <div className="grid gap-6">
      {kinds.map((k) => {
        const ofKind = items.filter((i) => i.posting.kind === k);
        const shown = ofKind.slice(0, kind ? whole : few);
        return (
          <section key={k} className="grid gap-2">
            <h3 className="font-semibold">
              {words.postingKind[k]} · {words.moneyOf[k]}
            </h3>
            <ul className={large ? "grid gap-4 text-lg" : "divide-y divide-line"}>
              {shown.map((item) => (
                <FittingCard
                  key={item.posting.id}
                  item={item}
                  locale={locale}
                  applied={applied.includes(item.posting.id)}
                  applyHref={applyHref(item.posting.id)}
                  applyLabel={applyLabel}
                  large={large}
                />
              ))}
            </ul>
            {shown.length < ofKind.length && !kind && (
              <TextLink href={kindHref(k)} className="target">
                {h.moreOf(words.postingKind[k], ofKind.length)}
              </TextLink>
            )}
          </section>
        );
      })}
    </div>
  );
}
