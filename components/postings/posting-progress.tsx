import type { ComponentProps } from "react";
import { ReplyDue } from "@/components/applications/reply-due";
import { PostingTags } from "@/components/postings/posting-tags";
import { needLine, progressSteps } from "@/components/postings/words";
import { StepsLine } from "@/components/ui/steps-line";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { StateCounts } from "@/lib/applications/counts";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import type { Posting } from "@/lib/postings/queries";

type Props = {
  posting: Posting;
  counts: StateCounts;
  today: string;
  locale: Locale;
  href: string;
  /** The application that must be answered first, for who answers. */
  first?: ComponentProps<typeof ReplyDue>["application"] | undefined;
};

/** One posting in a list: what it is, how far it has come, how many could come at all. */
export function PostingProgress({ posting, counts, today, locale, href, first }: Props) {
  const { postings: p } = dictionary(locale);
  const day = formatDay(locale, posting.closesOn);
  const over = posting.closesOn < today || posting.state === "closed";
  return (
    <li className="grid grid-cols-1 gap-2 rounded border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={href} className="target font-semibold">
          {posting.title}
        </TextLink>
        <PostingTags kind={posting.kind} state={posting.state} locale={locale} />
        <span className="text-sm text-ink-soft">
          {needLine(locale, posting)} · {over ? p.closed(day) : p.closesOn(day)}
        </span>
      </div>
      {(posting.state === "published" || posting.state === "closed") && (
        <div className="grid grid-cols-1 justify-between gap-x-6 sm:flex sm:flex-wrap sm:items-baseline gap-y-1">
          <StepsLine label={p.progress} steps={progressSteps(locale, posting, counts)} />
          {first && <ReplyDue application={first} today={today} locale={locale} ours />}
          {posting.reachBand && (
            <span className="text-sm text-ink-soft">{p.reachLine(p.reach[posting.reachBand])}</span>
          )}
        </div>
      )}
    </li>
  );
}
