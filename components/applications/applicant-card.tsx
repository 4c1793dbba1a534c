import type { ReactNode } from "react";
import { ReplyDue } from "@/components/applications/reply-due";
import { whyOf } from "@/components/applications/why";
import { sizeText } from "@/components/postings/words";
import { DefinitionList } from "@/components/ui/definition-list";
import { NoticeSeal, Seal } from "@/components/ui/seal";
import { StateTag } from "@/components/ui/state-tag";
import type { Locale } from "@/db/words";
import type { ApplicationCard } from "@/lib/applications/queries";
import { dayOf, daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";

type Props = { application: ApplicationCard; today: string; locale: Locale; children?: ReactNode };

/** A household as the enterprise may see it: an outline in bands, and who it is once the match is final. */
export function ApplicantCard({ application: a, today, locale, children }: Props) {
  const { applications: w } = dictionary(locale);
  const waited = daysBetween(dayOf(a.stateAt), today);
  return (
    <li className="grid content-start gap-3 rounded border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="text-base">{a.household?.headName ?? w.from(a.townName)}</h3>
        <State application={a} today={today} locale={locale} />
      </div>
      <p className="text-sm text-ink-soft">
        {[
          !a.household && a.card && w.card(a.card.slice(-6)),
          w.appliedOn(formatDay(locale, dayOf(a.appliedAt))),
          a.state === "applied" && w.waitedDays(waited),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {a.state === "applied" && <ReplyDue application={a} today={today} locale={locale} ours />}
      <Facts application={a} locale={locale} />
      {children}
    </li>
  );
}

function State({ application: a, today, locale }: Omit<Props, "children">) {
  const { ui, words } = dictionary(locale);
  if (a.state === "final") return <Seal sign={ui.final} label={ui.finalLong} />;
  if (a.state === "approved" && a.noticeEndsOn)
    return <NoticeSeal label={ui.onNotice} left={ui.daysLeft(daysBetween(today, a.noticeEndsOn))} />;
  return <StateTag state={a.state} label={words.applicationState[a.state]} />;
}

function Facts({ application: a, locale }: { application: ApplicationCard; locale: Locale }) {
  const t = dictionary(locale);
  const { applications: w, matching: m } = t;
  const { household: known, bands } = a;
  // Frozen as JSON: the words are the bands' own.
  const say = (list: Record<string, string>, key: string | null | undefined) => (key && list[key]) || null;
  return (
    <DefinitionList
      items={[
        { term: w.member, value: known?.memberName },
        { term: w.phone, value: known?.phone },
        { term: w.village, value: known && `${a.townName} ${known.villageName}` },
        {
          term: w.brings,
          value: a.postingKind === "job" || a.size === null ? null : sizeText(locale, a.postingKind, a.size),
        },
        { term: w.bands.labor, value: say(m.band.labor, bands?.labor) },
        { term: w.bands.land, value: say(m.band.land, bands?.land) },
        { term: w.bands.distance, value: say(m.band.distance, bands?.distance) },
        { term: w.bands.tier, value: say(m.tier, a.tier) },
        { term: w.reasonFor.decline, value: whyOf(t, a) },
      ]}
    />
  );
}
