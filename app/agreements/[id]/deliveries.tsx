import { takeBackDelivery } from "@/app/agreements/[id]/deliveries-action";
import { type Decision, Decisions } from "@/app/decisions";
import { Card } from "@/components/ui/card";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { AgreementTerms } from "@/lib/agreements/terms";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney, formatNumber } from "@/lib/i18n/format";
import { deliveriesOf } from "@/lib/moneys/queries/facts";

type Props = { asker: Asker; id: string; terms: AgreementTerms; locale: Locale };

/** What was delivered; a mistake is taken back by the enterprise, or by the county where it may not. */
export async function Deliveries({ asker, id, terms, locale }: Props) {
  if (terms.kind !== "order" && terms.kind !== "contract") return null;
  const list = await deliveriesOf(asker, id);
  if (list.length === 0) return null;
  const { corrections, moneys, ui } = dictionary(locale);
  const t = corrections.delivered;
  const mends = asker.role === "enterprise" || asker.role === "county";
  const takeBack: Decision = {
    move: "take-back",
    label: t.takeBack,
    tone: "danger",
    question: t.question,
    confirmLabel: t.takeBack,
    reason: { label: t.reason },
  };
  return (
    <Card title={t.title}>
      <ul className="divide-y divide-line">
        {list.map((one) => (
          <li key={one.id} className="py-3">
            <p>
              {formatDayWithYear(locale, one.deliveredOn)} · {formatNumber(locale, one.quantity100 / 100)}{" "}
              {moneys.unit[terms.unit]} × {formatMoney(locale, one.priceFen)}
            </p>
            {one.takenBack !== null && <p className="text-ink-soft">{t.takenBack(one.takenBack)}</p>}
            <Decisions
              action={takeBackDelivery}
              hidden={{ id: one.id, agreement: id }}
              decisions={mends && one.takenBack === null ? [takeBack] : []}
              pendingLabel={ui.working}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
