import { Tag } from "@/components/ui/tag";
import type { ApplicationState, Locale } from "@/db/words";
import { daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";

type Props = {
  application: { state: ApplicationState; replyDueOn: string | null; remindedOn: string | null };
  today: string;
  locale: Locale;
  /** Read by whoever's turn it is. */
  ours?: boolean;
};

/** Until when whoever's turn it is answers; amber once reminded, red once it is past. */
export function ReplyDue({ application: a, today, locale, ours }: Props) {
  const { due } = dictionary(locale).cases;
  if (!a.replyDueOn) return null;
  const day = formatDay(locale, a.replyDueOn);
  const late = daysBetween(a.replyDueOn, today);
  if (late > 0)
    return (
      <span className="flex flex-wrap items-center gap-2">
        <Tag tone="refused">{due.overdue(late)}</Tag>
        <span className="text-sm text-ink-soft">{due.late(day)}</span>
      </span>
    );
  const says = ours
    ? a.state === "applied"
      ? due.ours(day)
      : due.oursCounty(day)
    : a.state === "applied"
      ? due.enterprise(day)
      : due.county(day);
  if (!a.remindedOn) return <span className="text-sm text-ink-soft">{says}</span>;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Tag tone="waiting">{says}</Tag>
      <span className="text-sm text-ink-soft">{due.reminded(formatDay(locale, a.remindedOn))}</span>
    </span>
  );
}
