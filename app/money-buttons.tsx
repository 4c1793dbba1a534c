import { ConfirmButton } from "@/components/ui/confirm-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney } from "@/lib/i18n/format";
import { openDisputeMoves, openPaymentMoves } from "@/lib/moneys/moves";
import type { HouseholdLedger } from "@/lib/moneys/queries/household";
import type { Line } from "@/lib/moneys/queries/lines";
import type { Payment } from "@/lib/moneys/queries/payments";

type Action = (form: FormData) => Promise<void>;
type Shared = {
  asker: Asker;
  ledger: HouseholdLedger;
  locale: Locale;
  actions: { came: Action; didNotCome: Action; insist: Action; settle: Action };
  /** Where to come back to. */
  hidden?: Record<string, string>;
  /** Asked with “it came”: how the household told the village. */
  how?: { label: string; hint: string };
};

/** What can be said of a late line: that it did not come; once asked, that it still did not, or is settled. */
export function LineButtons({ line, asker, ledger, locale, actions, hidden: back }: Shared & { line: Line }) {
  const { moneys, ui } = dictionary(locale);
  const t = moneys.household;
  const dispute = ledger.disputes.find((one) => one.dueId === line.id);
  const open = openDisputeMoves(asker.role, dispute?.state ?? null);
  const hidden: Record<string, string> = { ...back, ...(dispute ? { id: dispute.id } : { due: line.id }) };
  const shared = { pendingLabel: ui.working, hidden };
  const reason = { label: t.words, required: true };
  return (
    <div className="mt-2 flex flex-wrap gap-3 print:hidden">
      {open.includes("open") && (
        <ConfirmButton
          {...shared}
          label={t.no}
          tone="danger"
          question={t.noQuestion(line.enterpriseName)}
          confirmLabel={t.no}
          action={actions.didNotCome}
        >
          <Note id={line.id} locale={locale} />
        </ConfirmButton>
      )}
      {open.includes("insist") && (
        <ConfirmButton
          {...shared}
          label={t.insist}
          tone="danger"
          question={t.insistQuestion}
          confirmLabel={t.insist}
          action={actions.insist}
          reason={{ ...reason, name: `insist-${hidden.id}` }}
        />
      )}
      {open.includes("close") && (
        <ConfirmButton
          {...shared}
          label={t.settle}
          tone="plain"
          question={t.settleQuestion}
          confirmLabel={t.settle}
          action={actions.settle}
          reason={{ ...reason, name: `settle-${hidden.id}` }}
        />
      )}
    </div>
  );
}

/** What can be said of a payment: it came, or it did not. */
export function PaymentButtons(given: Shared & { payment: Payment }) {
  const { payment, asker, locale, actions, how } = given;
  const { moneys, ui } = dictionary(locale);
  const t = moneys.household;
  // Nobody confirms what they recorded.
  const open = payment.own ? [] : openPaymentMoves(asker.role, payment.state);
  const hidden = { ...given.hidden, payment: payment.id, due: payment.dueId };
  return (
    <div className="mt-2 flex flex-wrap gap-3 print:hidden">
      {open.includes("confirm") && (
        <ConfirmButton
          label={t.yes}
          question={t.yesQuestion(formatMoney(locale, payment.amountFen))}
          confirmLabel={t.yes}
          pendingLabel={ui.working}
          action={actions.came}
          hidden={hidden}
        >
          {how && <TextField name={`how-${payment.id}`} {...how} maxLength={200} required />}
        </ConfirmButton>
      )}
      {open.includes("dispute") && (
        <ConfirmButton
          label={payment.state === "confirmed" ? t.noAfterAll : t.no}
          tone={payment.state === "confirmed" ? "quiet" : "danger"}
          question={t.noQuestion(payment.enterpriseName)}
          confirmLabel={t.no}
          pendingLabel={ui.working}
          action={actions.didNotCome}
          hidden={hidden}
        >
          <Note id={payment.id} locale={locale} />
        </ConfirmButton>
      )}
    </div>
  );
}

function Note({ id, locale }: { id: string; locale: Locale }) {
  const { household: t } = dictionary(locale).moneys;
  return (
    <TextArea
      name={`note-${id}`}
      label={t.noNote}
      hint={t.noNoteHint}
      optional={t.optional}
      rows={2}
      maxLength={500}
    />
  );
}
