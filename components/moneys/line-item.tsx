import type { ReactNode } from "react";
import { KindTag, LightTag } from "@/components/moneys/kind-tag";
import { dueSays, missingFen, partPaid, whatFor } from "@/components/moneys/words";
import { Tag } from "@/components/ui/tag";
import type { Locale } from "@/db/words";
import { daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney } from "@/lib/i18n/format";
import type { Line } from "@/lib/moneys/queries/lines";

type Props = {
  line: Line;
  locale: Locale;
  today: string;
  /** Whom it concerns, where the list is of many. */
  whose?: ReactNode;
  /** On the enterprise's own pages its name need not stand at every line. */
  own?: boolean;
  children?: ReactNode;
};

/** One line of money: how much, from whom, by when, for what, from which agreement; and what can be done. */
export function LineItem({ line, locale, today, whose, own, children }: Props) {
  const { moneys: t } = dictionary(locale);
  const part = partPaid(locale, line);
  const lateDays = daysBetween(line.dueOn, today);
  const isMissing = missingFen(line) > 0;
  return (
    <li className="grid gap-1 py-4">
      {whose && <div className="font-semibold">{whose}</div>}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-lg font-semibold whitespace-nowrap">{formatMoney(locale, line.amountFen)}</span>
        <KindTag kind={line.kind} locale={locale} />
        <LightTag light={line.light} locale={locale} />
        {line.estimated && <Tag>{t.estimated}</Tag>}
      </div>
      <p>
        {dueSays(locale, line, today)}
        {isMissing && lateDays > 0 && ` · ${t.daysLate(lateDays)}`}
        {!own && ` · ${line.enterpriseName}`}
      </p>
      {part && <p>{part}</p>}
      <p className="text-sm text-ink-soft">
        {whatFor(locale, line)}
        {line.memberName && ` · ${t.ofMember(line.memberName)}`} · {t.fromAgreement(line.agreementNumber)}
      </p>
      {children}
    </li>
  );
}
