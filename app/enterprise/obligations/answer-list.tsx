import { type Decision, Decisions } from "@/app/decisions";
import { decideAtLine } from "@/app/enterprise/obligations/actions";
import { whatFor } from "@/components/moneys/words";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dayOf } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney } from "@/lib/i18n/format";
import { openDisputeMoves } from "@/lib/moneys/moves";
import type { Dispute } from "@/lib/moneys/queries/payments";

/** What households say did not come, each answered where it stands. */
export function AnswerList({ disputes, locale }: { disputes: readonly Dispute[]; locale: Locale }) {
  const { moneys, ui, words } = dictionary(locale);
  const t = moneys.enterprise;
  const answer: Decision = {
    move: "answer",
    label: t.answer,
    question: t.answerQuestion,
    confirmLabel: t.answer,
    reason: { label: t.answerField },
  };
  return (
    <ul className="divide-y divide-line">
      {disputes.map((one) => (
        <li key={one.id} className="grid gap-1 py-3">
          <p className="font-semibold">
            <TextLink href={`/enterprise/obligations/${one.dueId}`} className="target">
              {one.headName} · {one.villageName} · {formatMoney(locale, one.amountFen)}
            </TextLink>
          </p>
          <p>
            {words.disputeReason[one.reason]}
            {one.note && ` · ${one.note}`}
          </p>
          <p className="text-sm text-ink-soft">
            {whatFor(locale, one)} · {formatDayWithYear(locale, dayOf(one.openedAt))}
          </p>
          {one.answer && <p className="border-l-4 border-line pl-3">{one.answer}</p>}
          <Decisions
            action={decideAtLine}
            hidden={{ id: one.id, due: one.dueId }}
            decisions={openDisputeMoves("enterprise", one.state).includes("answer") ? [answer] : []}
            pendingLabel={ui.working}
          />
        </li>
      ))}
    </ul>
  );
}
