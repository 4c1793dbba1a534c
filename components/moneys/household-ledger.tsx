import type { ReactNode } from "react";
import { LineItem } from "@/components/moneys/line-item";
import { MoneyStrip } from "@/components/moneys/money-strip";
import { PaymentItem } from "@/components/moneys/payment-item";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dayOf } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { monthsOfYear, stripParts } from "@/lib/moneys/months";
import type { HouseholdLedger as Ledger } from "@/lib/moneys/queries/household";
import type { Line } from "@/lib/moneys/queries/lines";
import type { Payment } from "@/lib/moneys/queries/payments";

type Props = {
  ledger: Ledger;
  locale: Locale;
  today: string;
  /** Buttons under a line that is late. */
  lineAction?: (line: Line) => ReactNode;
  /** Buttons under a payment. */
  paymentAction?: (payment: Payment) => ReactNode;
};

/** 明白账 on one page: what should have come, what comes, what came, whom to ask, and the year in one sum. */
export function HouseholdLedger({ ledger, locale, today, lineAction, paymentAction }: Props) {
  const { household: t } = dictionary(locale).moneys;
  const { late, coming, fees, payments } = ledger;
  return (
    <div className="grid gap-6">
      <Card title={t.owed}>
        {late.length === 0 ? (
          <EmptyState title={t.owedNone}>{t.owedNoneNote}</EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {late.map((line) => (
              <LineItem key={line.id} line={line} locale={locale} today={today}>
                <DisputeSays ledger={ledger} dueId={line.id} locale={locale} />
                {lineAction?.(line)}
              </LineItem>
            ))}
          </ul>
        )}
      </Card>
      <YearSum ledger={ledger} locale={locale} today={today} />
      <Card title={t.came}>
        {payments.length === 0 ? (
          <EmptyState title={t.cameNone}>{t.cameNoneNote}</EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {payments.map((payment) => (
              <PaymentItem key={payment.id} payment={payment} locale={locale}>
                {payment.state === "disputed" && (
                  <DisputeSays ledger={ledger} dueId={payment.dueId} locale={locale} />
                )}
                {paymentAction?.(payment)}
              </PaymentItem>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t.coming}>
        {coming.length === 0 ? (
          <EmptyState title={t.comingNone}>{t.comingNoneNote}</EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {coming.map((line) => (
              <LineItem key={line.id} line={line} locale={locale} today={today} />
            ))}
          </ul>
        )}
      </Card>
      {fees.length > 0 && (
        <Card title={t.fees}>
          <ul className="divide-y divide-line">
            {fees.map((line) => (
              <LineItem key={line.id} line={line} locale={locale} today={today} />
            ))}
          </ul>
        </Card>
      )}
      <Whom ledger={ledger} locale={locale} />
    </div>
  );
}

/** What became of “it did not come”. */
function DisputeSays({ ledger, dueId, locale }: { ledger: Ledger; dueId: string; locale: Locale }) {
  const { household: t } = dictionary(locale).moneys;
  const dispute = ledger.disputes.find((one) => one.dueId === dueId);
  if (!dispute) return null;
  return (
    <p className="border-l-4 border-amber pl-3">
      {dispute.state === "answered" && dispute.answer
        ? t.answered(dispute.answer)
        : t.asked(formatDay(locale, dayOf(dispute.openedAt)))}
    </p>
  );
}

/** The year: the strip, the four sums, and what it is a person and month against the income line. */
function YearSum({ ledger, locale, today }: { ledger: Ledger; locale: Locale; today: string }) {
  const { moneys } = dictionary(locale);
  const { household: t } = moneys;
  const money = (fen: number) => formatMoney(locale, fen);
  const { sums, persons, perPersonMonthFen, lineMonthFen } = ledger;
  return (
    <Card title={t.yearTitle(today.slice(0, 4))}>
      <div className="grid gap-4">
        <MoneyStrip parts={stripParts(ledger.year, today)} months={monthsOfYear(today)} locale={locale} />
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {(["due", "paid", "late", "open"] as const).map((name) => (
            <div key={name} className="flex flex-wrap justify-between gap-x-4 sm:block">
              <dt className="text-ink-soft">{moneys.sums[name]}</dt>
              <dd className="font-semibold whitespace-nowrap">{money(sums[`${name}Fen`])}</dd>
            </div>
          ))}
        </dl>
        <p>
          {t.inOneSum} · {t.perPerson(persons, money(perPersonMonthFen))}
          <span className="block text-ink-soft">
            {perPersonMonthFen >= lineMonthFen
              ? t.lineAbove(money(lineMonthFen))
              : t.lineBelow(money(lineMonthFen))}
          </span>
        </p>
      </div>
    </Card>
  );
}

/** Whom to call, with the number as a link a phone dials. */
function Whom({ ledger, locale }: { ledger: Ledger; locale: Locale }) {
  const { household: t } = dictionary(locale).moneys;
  return (
    <Card title={t.whom}>
      <ul className="divide-y divide-line">
        {ledger.enterprises.map((firm) => (
          <li key={firm.id} className="grid gap-0.5 py-3">
            <span className="font-semibold">{firm.name}</span>
            <span>{t.contact(firm.contactName)}</span>
            {firm.phone && (
              <TextLink href={`tel:${firm.phone}`} className="target">
                {firm.phone}
              </TextLink>
            )}
          </li>
        ))}
        {ledger.village.map((worker) => (
          <li key={worker.name} className="py-3">
            {t.villageWorker(worker.name)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
