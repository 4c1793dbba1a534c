import type { ReactNode } from "react";
import { KindTag } from "@/components/moneys/kind-tag";
import { whatFor } from "@/components/moneys/words";
import { StateTag } from "@/components/ui/state-tag";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney } from "@/lib/i18n/format";
import type { Payment } from "@/lib/moneys/queries/payments";

type Props = {
  payment: Payment;
  locale: Locale;
  whose?: ReactNode;
  /** On the enterprise's own pages its name need not stand at every payment. */
  own?: boolean;
  children?: ReactNode;
};

/** One payment as it was recorded, and what the household says of it. */
export function PaymentItem({ payment, locale, whose, own, children }: Props) {
  const { moneys: t, words } = dictionary(locale);
  return (
    <li className="grid gap-1 py-4">
      {whose && <div className="font-semibold">{whose}</div>}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-lg font-semibold whitespace-nowrap">
          {formatMoney(locale, payment.amountFen)}
        </span>
        <KindTag kind={payment.kind} locale={locale} />
        <StateTag state={payment.state} label={words.paymentState[payment.state]} />
      </div>
      <p>
        {formatDayWithYear(locale, payment.paidOn)} · {words.paymentMethod[payment.method]}
        {!own && ` · ${payment.enterpriseName}`}
      </p>
      <p className="text-sm text-ink-soft">
        {whatFor(locale, payment)}
        {payment.memberName && ` · ${t.ofMember(payment.memberName)}`} ·{" "}
        {t.fromAgreement(payment.agreementNumber)}
        {payment.reference && ` · ${payment.reference}`}
        {payment.reason && ` · ${payment.reason}`}
      </p>
      {payment.confirmedSlipBy && (
        <p className="text-sm text-amber">{t.confirmedSlip(payment.confirmedSlipBy)}</p>
      )}
      {children}
    </li>
  );
}
