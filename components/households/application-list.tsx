import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { NoticeSeal, Seal } from "@/components/ui/seal";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Application } from "@/lib/applications/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type Props = {
  items: readonly Application[];
  locale: Locale;
  /** Buttons of a row: withdraw. */
  action?: (application: Application) => ReactNode;
  /** Name the household too, where the list is of many. */
  withHousehold?: boolean;
};

/** Applications with their state, when it came about, and why, in the words the household is shown. */
export function ApplicationList({ items, locale, action, withHousehold }: Props) {
  const { households: h, words, ui, notices } = dictionary(locale);
  if (items.length === 0) return <EmptyState title={h.applicationsNone}>{h.applicationsNoneNote}</EmptyState>;
  return (
    <ul className="divide-y divide-line">
      {items.map((a) => {
        const why = a.declineReason ? words.declineReason[a.declineReason] : a.stateReason;
        return (
          <li key={a.id} className="grid gap-2 py-4 sm:grid-cols-[1fr_auto]">
            <div className="grid gap-1">
              <div className="flex flex-wrap items-center gap-2">
                <TextLink href={`/postings/${a.postingId}`} className="inline-block py-1 font-semibold">
                  {a.postingTitle}
                </TextLink>
                {a.state === "final" ? (
                  <Seal sign={ui.final} label={ui.finalLong} />
                ) : (
                  <StateTag state={a.state} label={words.applicationState[a.state]} />
                )}
                {a.state === "approved" && a.noticeId && a.noticeEndsOn && (
                  <TextLink href={`/notices/${a.noticeId}`}>
                    <NoticeSeal label={ui.onNotice} left={notices.upTo(formatDay(locale, a.noticeEndsOn))} />
                  </TextLink>
                )}
              </div>
              <p className="text-ink-soft">
                {withHousehold && a.view === "full" && `${a.headName} · ${a.villageName} · `}
                {a.enterpriseName} · {words.postingKind[a.postingKind]} · {formatInstant(locale, a.stateAt)}
              </p>
              {why && (
                <p>
                  {ui.reason}: {why}
                </p>
              )}
            </div>
            <div className="self-center">{action?.(a)}</div>
          </li>
        );
      })}
    </ul>
  );
}
