import { type Decision, Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { decideAtLine, recordDays } from "@/app/enterprise/obligations/actions";
import { AnswerList } from "@/app/enterprise/obligations/answer-list";
import { PayForm } from "@/app/enterprise/obligations/form";
import { methodOptions, payWords } from "@/app/enterprise/obligations/words";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { found } from "@/app/found";
import { LineItem } from "@/components/moneys/line-item";
import { PaymentItem } from "@/components/moneys/payment-item";
import { missingFen } from "@/components/moneys/words";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { Locale } from "@/db/words";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { openPaymentMoves } from "@/lib/moneys/moves";
import { getDue, type Line } from "@/lib/moneys/queries/lines";
import { listDisputes, listPayments, type Payment } from "@/lib/moneys/queries/payments";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ due: string }>; searchParams: Promise<{ done?: string }> };

/** One line: pay it or a part of it, what was paid, what the household says, the days worked. */
export default async function ObligationPage({ params, searchParams }: Props) {
  const [{ due: id }, { done }, asker, locale] = await Promise.all([
    params,
    searchParams,
    requireAsker("enterprise"),
    currentLocale(),
  ]);
  const line = await found(getDue(asker, id, today()));
  const [{ items: payments }, disputes] = await Promise.all([
    listPayments(asker, { due: id, limit: 100 }),
    listDisputes(asker, { due: id }),
  ]);
  const { moneys, enterprise: e, ui } = dictionary(locale);
  const t = moneys.enterprise;
  const missing = missingFen(line);
  return (
    <Page width="text">
      <PageHeader
        title={`${line.headName} · ${line.villageName}`}
        crumbs={[
          { href: "/enterprise", label: e.title },
          { href: "/enterprise/obligations", label: t.title },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={done} locale={locale} />
      <ul>
        <LineItem line={line} locale={locale} today={today()} own />
      </ul>
      <div className="grid gap-6">
        {disputes.length > 0 && (
          <Card title={t.disputes}>
            <AnswerList disputes={disputes} locale={locale} />
          </Card>
        )}
        {line.basis === "wage-days" && <Days line={line} locale={locale} />}
        {missing > 0 && (
          <PayForm
            one={{ due: line.id, missingYuan: String(missing / 100) }}
            methods={methodOptions(locale)}
            today={today()}
            words={payWords(locale, true)}
          />
        )}
        <Card title={t.history}>
          <History payments={payments} locale={locale} />
        </Card>
      </div>
    </Page>
  );
}

function Days({ line, locale }: { line: Line; locale: Locale }) {
  const words = dictionary(locale);
  const t = words.moneys.enterprise;
  return (
    <Card title={t.workTitle}>
      {line.estimated && <p className="mb-3">{t.workLead(formatMoney(locale, line.amountFen))}</p>}
      <FieldsForm
        action={recordDays}
        hidden={{ due: line.id }}
        words={formWords(words)}
        submit={t.save}
        tone="plain"
        parts={[{ fields: [{ as: "number", name: "days", label: t.workDays, unit: t.days, decimal: true }] }]}
      />
    </Card>
  );
}

function History({ payments, locale }: { payments: readonly Payment[]; locale: Locale }) {
  const { moneys, ui } = dictionary(locale);
  const t = moneys.enterprise;
  if (payments.length === 0) return <p className="text-ink-soft">{t.historyNone}</p>;
  const reverse: Decision = {
    move: "reverse",
    label: t.reverse,
    tone: "danger",
    question: t.reverseQuestion,
    confirmLabel: t.reverse,
    reason: { label: t.reverseReason },
  };
  const takenBack = (payment: Payment) => payments.find((one) => one.id === payment.reversalOf);
  return (
    <ul className="divide-y divide-line">
      {payments.map((payment) => {
        const original = takenBack(payment);
        return (
          <PaymentItem key={payment.id} payment={payment} locale={locale} own>
            {original && <p>{t.reversalOf(formatDayWithYear(locale, original.paidOn))}</p>}
            <Decisions
              action={decideAtLine}
              hidden={{ id: payment.id, due: payment.dueId }}
              decisions={openPaymentMoves("enterprise", payment.state).includes("reverse") ? [reverse] : []}
              pendingLabel={ui.working}
            />
          </PaymentItem>
        );
      })}
    </ul>
  );
}
