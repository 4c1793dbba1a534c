import { PostingTags } from "@/components/postings/posting-tags";
import { needLine, progressSteps } from "@/components/postings/words";
import { StepsLine } from "@/components/ui/steps-line";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { StateCounts } from "@/lib/applications/counts";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import type { Posting } from "@/lib/postings/queries";

type Props = { posting: Posting; counts: StateCounts; today: string; locale: Locale; href: string };

/** One posting in a list: what it is, how far it has come, how many could come at all. */
export function PostingProgress({ posting, counts, today, locale, href }: Props) {
  const { postings: p } = dictionary(locale);
  const day = formatDay(locale, posting.closesOn);
  const over = posting.closesOn < today || posting.state === "closed";
  return (
    <li className="grid gap-2 rounded border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={href} className="inline-block py-1 font-semibold">
          {posting.title}
        </TextLink>
        <PostingTags kind={posting.kind} state={posting.state} locale={locale} />
        <span className="text-sm text-ink-soft">
          {needLine(locale, posting)} · {over ? p.closed(day) : p.closesOn(day)}
        </span>
      </div>
      {(posting.state === "published" || posting.state === "closed") && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <StepsLine label={p.progress} steps={progressSteps(locale, posting, counts)} />
          {posting.reachBand && (
            <span className="text-sm text-ink-soft">{p.reachLine(p.reach[posting.reachBand])}</span>
          )}
        </div>
      )}
    </li>
  );
}
