import { whyDecided } from "@/components/notices/words";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { DeclineReason, Locale, ReasonCode } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { noticesOfCase, stepsOf } from "@/lib/applications/case";
import type { WholeApplication } from "@/lib/applications/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type Props = { asker: Asker; application: WholeApplication; locale: Locale };

/** All that happened to the case, by whom and why: nothing is overwritten. */
export async function History({ asker, application, locale }: Props) {
  const steps = await stepsOf(asker, application);
  const { applications: w, cases: c, ui, words } = dictionary(locale);
  const coded: Partial<Record<string, string>> = { ...words.reasonCode, ...words.declineReason };
  const why = (text: string) => coded[text as ReasonCode | DeclineReason] ?? text;
  return (
    <Card title={c.steps.title}>
      {steps.length === 0 && <p className="text-ink-soft">{c.steps.none}</p>}
      <ol className="divide-y divide-line">
        {steps.map((step) => (
          <li key={`${step.at.getTime()}-${step.move}`} className="grid gap-0.5 py-2">
            <p className="font-semibold">{c.steps.did[step.move]}</p>
            <p className="text-sm text-ink-soft">
              {formatInstant(locale, step.at, true)} · {step.name ?? c.steps.byClock}
            </p>
            {step.word && (
              <p className="text-sm">
                {ui.said(
                  w.word,
                  [words.consentWay[step.word.how], step.word.evidence].filter(Boolean).join(" · "),
                )}
              </p>
            )}
            {step.why && <p>{why(step.why)}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The notices a case had, and what was objected to them. */
export async function NoticesOfCase({ asker, application, locale }: Props) {
  const rows = await noticesOfCase(asker, application);
  if (rows.length === 0) return null;
  const t = dictionary(locale);
  const { cases: c, officer: o, ui, words } = t;
  return (
    <Card title={c.noticesOf.title}>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.objection ?? row.noticeId} className="grid gap-1 py-2">
            <p className="flex flex-wrap items-center gap-2">
              <TextLink href={`/notices/${row.noticeId}`} className="target">
                {o.objections.notice(row.number)}
              </TextLink>
              <Tag>{words.noticeState[row.state]}</Tag>
              <span className="text-sm text-ink-soft">
                {c.noticesOf.period(formatDay(locale, row.publishedOn), formatDay(locale, row.endsOn))}
              </span>
            </p>
            {row.objection && row.objectionState && row.via && (
              <>
                <p>{ui.said(words.objectionVia[row.via], row.body ?? "")}</p>
                <p className="text-ink-soft">
                  {[
                    words.objectionState[row.objectionState],
                    whyDecided(t, row.objectionState, row.decisionReason),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
