import { Card } from "@/components/ui/card";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { listNotices } from "@/lib/notices/queries";

/** The latest applications and what is on notice. */
export async function Changes({ asker, locale }: { asker: Asker; locale: Locale }) {
  const { officer: o, words } = dictionary(locale);
  const [{ items: lately }, { items: notices }] = await Promise.all([
    listApplications(asker, { limit: 6 }),
    listNotices(asker, { today: today(), upOnly: true, limit: 5 }),
  ]);
  return (
    <Card title={o.desk.changed}>
      <h3 className="text-base">{o.desk.lately}</h3>
      {lately.length === 0 && <p className="text-ink-soft">{o.desk.noneLately}</p>}
      <ul className="divide-y divide-line text-sm">
        {lately.map((a) => (
          <li key={a.id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <TextLink href={`/officer/applications/${a.id}`} className="target">
              {a.view === "full" ? a.headName : a.townName} · {a.postingTitle}
            </TextLink>
            <StateTag state={a.state} label={words.applicationState[a.state]} />
            <span className="text-ink-soft">{formatInstant(locale, a.stateAt)}</span>
          </li>
        ))}
      </ul>
      <h3 className="mt-4 text-base">{o.desk.onNotice}</h3>
      {notices.length === 0 && <p className="text-ink-soft">{o.desk.noneOnNotice}</p>}
      <ul className="divide-y divide-line text-sm">
        {notices.map((n) => (
          <li key={n.id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <TextLink href={`/notices/${n.id}`} className="target">
              {n.maskedName} · {n.postingTitle}
            </TextLink>
            <span className="text-ink-soft">
              {dictionary(locale).applications.onNotice(formatDay(locale, n.endsOn))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
