import { bringsText } from "@/components/households/brings";
import { LinkButton } from "@/components/ui/link-button";
import { MoneyTag, Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import type { FittingPosting } from "@/lib/matching/answers";
import { reasonSentence } from "@/lib/matching/sentences";

type Props = {
  item: FittingPosting;
  locale: Locale;
  applied: boolean;
  applyHref: string;
  applyLabel: string;
  large?: boolean | undefined;
};

/** One opening that fits a household: what, whose, how long, what it brings, and why it fits. */
export function FittingCard({ item, locale, applied, applyHref, applyLabel, large }: Props) {
  const t = dictionary(locale);
  const { households: h, words, household } = t;
  const { posting, tier, reasons, yearlyFen } = item;
  const brings = bringsText(locale, posting.kind, yearlyFen);
  return (
    <li
      className={
        large
          ? "grid gap-3 rounded border border-line bg-surface p-4"
          : "grid gap-2 py-4 sm:grid-cols-[1fr_auto]"
      }
    >
      <div className="grid gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <MoneyTag
            kind={posting.kind}
            sign={words.moneySign[posting.kind]}
            label={words.postingKind[posting.kind]}
          />
          <TextLink href={`/postings/${posting.id}`} className="target font-semibold">
            {posting.title}
          </TextLink>
          <Tag tone={tier === "A" ? "good" : "plain"}>{household.tiers[tier]}</Tag>
        </div>
        <p className="text-ink-soft">
          {posting.enterpriseName} · {h.until(formatDay(locale, posting.closesOn))}
          {brings && <> · {brings}</>}
        </p>
        <p>{reasonSentence(t, locale, reasons)}</p>
      </div>
      <div className="self-center">
        {applied ? (
          <Tag>{h.applied}</Tag>
        ) : (
          <LinkButton tone={large ? "primary" : "plain"} wide={large} href={applyHref}>
            {applyLabel}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
