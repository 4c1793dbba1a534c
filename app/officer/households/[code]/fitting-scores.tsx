import { bringsText } from "@/components/households/brings";
import { PostingTags } from "@/components/postings/posting-tags";
import { ScoreBar } from "@/components/score/score-bar";
import { scoreBarWords } from "@/components/score/words";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import type { FittingPosting } from "@/lib/matching/answers";
import { reasonSentence } from "@/lib/matching/sentences";
import { weightsOf } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";

/** Postings that fit a household with their scores, as officers see them. */
export async function FittingScores({ items, locale }: { items: readonly FittingPosting[]; locale: Locale }) {
  const t = dictionary(locale);
  const policy = await policyFor(today());
  const h = t.households;
  if (items.length === 0) return <EmptyState title={h.fittingNone}>{h.fittingNoneNote}</EmptyState>;
  return (
    <ul className="divide-y divide-line">
      {items.map(({ posting, score, parts, reasons, yearlyFen }) => (
        <li key={posting.id} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[1fr_18rem]">
          <div>
            <p className="flex flex-wrap items-center gap-x-2">
              <PostingTags kind={posting.kind} locale={locale} />
              <TextLink href={`/officer/postings/${posting.id}`} className="target font-semibold">
                {posting.title}
              </TextLink>
              <span className="text-sm text-ink-soft">
                {[posting.enterpriseName, bringsText(locale, posting.kind, yearlyFen)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </p>
            <p className="text-sm">{reasonSentence(t, locale, reasons)}</p>
          </div>
          <ScoreBar
            {...scoreBarWords(t, locale, { score, parts, weights: weightsOf(policy, posting.kind) })}
          />
        </li>
      ))}
    </ul>
  );
}
