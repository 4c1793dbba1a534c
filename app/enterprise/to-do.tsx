import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/db/words";
import type { Application } from "@/lib/applications/queries";
import { dayOf, daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import type { Posting } from "@/lib/postings/queries";

type Props = {
  postings: readonly Posting[];
  waiting: readonly Application[];
  today: string;
  locale: Locale;
};

/** One line per thing that waits for the enterprise: answers first, then what was sent back, then drafts. */
export function ToDo({ postings, waiting, today, locale }: Props) {
  const { enterprise: e } = dictionary(locale);
  const lines = postings.flatMap((posting) => {
    const href = `/enterprise/postings/${posting.id}`;
    const here = waiting.filter((a) => a.postingId === posting.id);
    const longest = Math.max(0, ...here.map((a) => daysBetween(dayOf(a.stateAt), today)));
    if (here.length > 0)
      return [
        {
          key: posting.id,
          order: 0,
          title: posting.title,
          says: `${e.waiting(here.length)} · ${e.longest(longest)}`,
          to: `${href}#applicants`,
          verb: e.answer,
        },
      ];
    if (posting.state === "returned")
      return [
        {
          key: posting.id,
          order: 1,
          title: posting.title,
          says: posting.stateReason ? e.returnedWhy(posting.stateReason) : e.returned,
          to: `${href}/edit`,
          verb: e.mend,
        },
      ];
    if (posting.state !== "draft") return [];
    return [
      { key: posting.id, order: 2, title: posting.title, says: e.drafts, to: `${href}/edit`, verb: e.goOn },
    ];
  });
  return (
    <Card title={e.toDo}>
      {lines.length === 0 ? (
        <EmptyState title={e.nothingToDo}>{e.nothingToDoNote}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {lines
            .sort((a, b) => a.order - b.order)
            .map(({ key, ...line }) => (
              <Line key={key} {...line} />
            ))}
        </ul>
      )}
    </Card>
  );
}

function Line({ title, says, to, verb }: { title: string; says: string; to: string; verb: string }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-ink-soft">{says}</p>
      </div>
      <LinkButton href={to}>{verb}</LinkButton>
    </li>
  );
}
