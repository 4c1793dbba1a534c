import type { ReactNode } from "react";
import { ReplyDue } from "@/components/applications/reply-due";
import { whyOf } from "@/components/applications/why";
import { EmptyState } from "@/components/ui/empty-state";
import { NoticeSeal, Seal } from "@/components/ui/seal";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { ApplicationState, Locale } from "@/db/words";
import type { Application } from "@/lib/applications/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type Props = {
  items: readonly Application[];
  locale: Locale;
  /** Buttons of a row: withdraw. */
  action?: (application: Application) => ReactNode;
  /** Say until when whoever's turn it is answers. */
  today?: string;
  /** Name the household too, where the list is of many. */
  withHousehold?: boolean;
};

/** Came to nothing through no fault of the household's. */
const again: readonly ApplicationState[] = ["declined", "expired", "obsolete"];

/** Applications with their state, when it came about, and why, in the words the household is shown. */
export function ApplicationList({ items, locale, action, today, withHousehold }: Props) {
  const t = dictionary(locale);
  const { households: h, words, ui, notices, cases } = t;
  if (items.length === 0) return <EmptyState title={h.applicationsNone}>{h.applicationsNoneNote}</EmptyState>;
  return (
    <ul className="divide-y divide-line">
      {items.map((a) => {
        const why = whyOf(t, a);
        return (
          <li key={a.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
            <div className="grid grow basis-80 gap-1">
              <div className="flex flex-wrap items-center gap-2">
                <TextLink href={`/postings/${a.postingId}`} className="target font-semibold">
                  {a.postingTitle}
                </TextLink>
                {a.state === "final" ? (
                  <Seal sign={ui.final} label={ui.finalLong} />
                ) : (
                  <StateTag state={a.state} label={words.applicationState[a.state]} />
                )}
                {a.state === "approved" && a.noticeId && a.noticeEndsOn && (
                  <TextLink className="target" href={`/notices/${a.noticeId}`}>
                    <NoticeSeal label={ui.onNotice} left={notices.upTo(formatDay(locale, a.noticeEndsOn))} />
                  </TextLink>
                )}
              </div>
              <p className="text-ink-soft">
                {withHousehold && a.view === "full" && `${a.headName} · ${a.villageName} · `}
                {a.enterpriseName} · {words.postingKind[a.postingKind]} · {formatInstant(locale, a.stateAt)}
              </p>
              {today && <ReplyDue application={a} today={today} locale={locale} />}
              {why && <p>{ui.said(ui.reason, why)}</p>}
              {why && again.includes(a.state) && <p className="text-ink-soft">{cases.againHint}</p>}
            </div>
            {action?.(a)}
          </li>
        );
      })}
    </ul>
  );
}
