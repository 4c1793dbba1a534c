import { Card } from "@/components/ui/card";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { ApplicationState, Locale } from "@/db/words";
import type { Application } from "@/lib/applications/queries";
import { addDays, dayOf, daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";

/** News a household waits for; what asks something of it comes first. */
const asks: readonly ApplicationState[] = ["invited", "returned"];
const news: readonly ApplicationState[] = [
  ...asks,
  "accepted",
  "declined",
  "approved",
  "rejected",
  "held",
  "final",
  "expired",
];
const days = 7;
const most = 8;

/** From when on what happened is news on a day: a day more than is shown, wherever midnight lies. */
export const newsSince = (today: string): Date => new Date(`${addDays(today, -days - 1)}T00:00:00Z`);

type Props = { applications: readonly Application[]; today: string; locale: Locale };

/** What to tell whom: the week's news for households of the village, to be said at their door. */
export function ToTell({ applications, today, locale }: Props) {
  const { village: v, household, words } = dictionary(locale);
  const fresh = applications
    .flatMap((a) =>
      a.view === "full" && news.includes(a.state) && daysBetween(dayOf(a.stateAt), today) <= days ? [a] : [],
    )
    .sort(
      (a, b) =>
        Number(asks.includes(b.state)) - Number(asks.includes(a.state)) ||
        b.stateAt.getTime() - a.stateAt.getTime(),
    );
  if (fresh.length === 0) return null;
  return (
    <Card
      title={v.tell.title}
      aside={
        fresh.length > most && (
          <TextLink href="/village/applications" className="target">
            {v.tell.all(fresh.length)}
          </TextLink>
        )
      }
    >
      <ul className="divide-y divide-line">
        {fresh.slice(0, most).map((a) => (
          <li key={a.id} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[12rem_1fr_auto] sm:items-center">
            <TextLink href={`/village/households/${a.householdCode}`} className="target font-semibold">
              {household.home(a.headName)}
            </TextLink>
            <span className="flex flex-wrap items-center gap-2">
              {a.postingTitle}
              <StateTag state={a.state} label={words.applicationState[a.state]} />
              {asks.includes(a.state) && (
                <span>{v.tell.asks[a.state === "invited" ? "invited" : "returned"]}</span>
              )}
            </span>
            <span className="text-sm text-ink-soft">{formatInstant(locale, a.stateAt)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
