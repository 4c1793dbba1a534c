import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { correctDeclared } from "@/app/officer/enterprises/actions";
import { Card } from "@/components/ui/card";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney } from "@/lib/i18n/format";
import { profitsOf } from "@/lib/moneys/queries/facts";

type Props = { asker: Asker; enterpriseId: string; locale: Locale };

/** What an enterprise declared, and the county's correction of it, folded away until it is needed. */
export async function Profits({ asker, enterpriseId, locale }: Props) {
  const profits = await profitsOf(asker, enterpriseId);
  if (profits.length === 0) return null;
  const t = dictionary(locale);
  const w = t.corrections.profits;
  return (
    <Card title={w.title}>
      <ul className="divide-y divide-line">
        {profits.map((one) => (
          <li key={one.id} className="py-2">
            {t.moneys.enterprise.declaredLine(
              one.year,
              formatMoney(locale, one.profitFen),
              formatDayWithYear(locale, one.declaredOn),
            )}
            {one.correctedOn && (
              <span className="block text-ink-soft">
                {w.corrected(formatDayWithYear(locale, one.correctedOn), one.correctedWhy ?? "")}
              </span>
            )}
          </li>
        ))}
      </ul>
      <details className="mt-2">
        <summary className="target text-tea underline underline-offset-4">{w.correct}</summary>
        <p className="my-2 text-ink-soft">{w.correctNote}</p>
        <FieldsForm
          action={correctDeclared}
          words={formWords(t)}
          submit={w.save}
          tone="plain"
          scope="profit"
          hidden={{ id: enterpriseId }}
          initial={{ year: [String(profits[0]?.year ?? "")] }}
          parts={[
            {
              fields: [
                {
                  as: "select",
                  name: "year",
                  label: t.moneys.enterprise.year,
                  options: profits.map(({ year }) => ({ value: String(year), label: String(year) })),
                },
                {
                  as: "number",
                  name: "profitFen",
                  label: w.profit,
                  unit: t.moneys.enterprise.yuan,
                  decimal: true,
                },
                { as: "area", name: "reason", label: w.reason, rows: 2 },
              ],
            },
          ]}
        />
      </details>
    </Card>
  );
}
