import type { ReactNode } from "react";
import type { WaitingLine } from "@/app/enterprise/waiting";
import { ReplyDue } from "@/components/applications/reply-due";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/db/words";
import { firstDue } from "@/lib/applications/first-due";
import type { Application } from "@/lib/applications/queries";
import { dayOf, daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import type { Posting } from "@/lib/postings/queries";

type Props = {
  postings: readonly Posting[];
  waiting: readonly Application[];
  /** What waits besides postings: money, signatures. */
  others: readonly WaitingLine[];
  today: string;
  locale: Locale;
};

/** One line per thing that waits for the enterprise: answers first, then what was sent back, then drafts. */
export function ToDo({ postings, waiting, others, today, locale }: Props) {
  const { enterprise: e } = dictionary(locale);
  const ofPostings = postings.flatMap((posting) => {
    const href = `/enterprise/postings/${posting.id}`;
    const here = waiting.filter((a) => a.postingId === posting.id);
    const longest = Math.max(0, ...here.map((a) => daysBetween(dayOf(a.stateAt), today)));
    const first = firstDue(here, posting.id);
    if (here.length > 0)
      return [
        {
          key: posting.id,
          order: `0 ${first?.replyDueOn ?? "9"}`,
          title: posting.title,
          says: `${e.waiting(here.length)} · ${e.longest(longest)}`,
          when: first && <ReplyDue application={first} today={today} locale={locale} ours />,
          to: `${href}#applicants`,
          verb: e.answer,
        },
      ];
    if (posting.state === "returned")
      return [
        {
          key: posting.id,
          order: "2",
          title: posting.title,
          says: posting.stateReason ? e.returnedWhy(posting.stateReason) : e.returned,
          to: `${href}/edit`,
          verb: e.mend,
        },
      ];
    if (posting.state !== "draft") return [];
    return [
      { key: posting.id, order: "3", title: posting.title, says: e.drafts, to: `${href}/edit`, verb: e.goOn },
    ];
  });
  const lines: Order[] = [...others, ...ofPostings];
  return (
    <Card title={e.toDo}>
      {lines.length === 0 ? (
        <EmptyState title={e.nothingToDo}>{e.nothingToDoNote}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {lines
            .sort((a, b) => a.order.localeCompare(b.order))
            .map(({ key, order: _, ...line }) => (
              <Line key={key} {...line} />
            ))}
        </ul>
      )}
    </Card>
  );
}

type Order = WaitingLine & { when?: ReactNode };
type LineProps = { title: string; says: string; when?: ReactNode; to: string; verb: string };

function Line({ title, says, when, to, verb }: LineProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-ink-soft">{says}</p>
        {when && <p>{when}</p>}
      </div>
      <LinkButton href={to}>{verb}</LinkButton>
    </li>
  );
}
