import { type Decision, Decisions } from "@/app/decisions";
import { closeTheDispute } from "@/app/officer/arrears/actions";
import { whatFor } from "@/components/moneys/words";
import { EmptyState } from "@/components/ui/empty-state";
import { StateTag } from "@/components/ui/state-tag";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dayOf, daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney, formatNumber } from "@/lib/i18n/format";
import { openDisputeMoves } from "@/lib/moneys/moves";
import type { Dispute } from "@/lib/moneys/queries/payments";

type Props = { disputes: readonly Dispute[]; asker: Asker; locale: Locale; today: string };

/** As many as stand beside the clock; the rest unfolds. */
const few = 5;

/** What households say did not come, those that wait longest first; closed by an officer outside the match. */
export function OpenDisputes({ disputes, asker, locale, today }: Props) {
  const { moneys, ui, words } = dictionary(locale);
  const t = moneys.officer;
  if (disputes.length === 0) return <EmptyState title={t.disputesNone}>{t.disputesNoneNote}</EmptyState>;
  const close: Decision = {
    move: "close",
    label: t.close,
    tone: "plain",
    question: t.closeQuestion,
    confirmLabel: t.close,
    reason: { label: t.closeReason },
  };
  const rest = disputes.slice(few);
  const list = (part: readonly Dispute[]) => (
    <ul className="divide-y divide-line">
      {part.map((one) => (
        <li key={one.id} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {one.headName} · {one.townName} {one.villageName} · {formatMoney(locale, one.amountFen)}
            <StateTag state={one.state} label={words.disputeState[one.state]} />
          </p>
          <p>
            {one.enterpriseName} · {words.disputeReason[one.reason]}
            {one.note && ` · ${one.note}`}
          </p>
          {one.answer && (
            <p className="border-l-4 border-line pl-3">{moneys.household.answered(one.answer)}</p>
          )}
          <p className="text-sm text-ink-soft">
            {whatFor(locale, one)} · {t.waited(daysBetween(dayOf(one.openedAt), today))}
          </p>
          {one.inChain ? (
            <p className="text-ink-soft">{t.ownChain}</p>
          ) : (
            <Decisions
              action={closeTheDispute}
              hidden={{ id: one.id }}
              decisions={openDisputeMoves(asker.role, one.state).includes("close") ? [close] : []}
              pendingLabel={ui.working}
            />
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(disputes.slice(0, few))}
      {rest.length > 0 && (
        <details>
          <summary className="target text-tea underline underline-offset-4">
            {t.more} ({formatNumber(locale, rest.length)})
          </summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
