import { Done } from "@/app/done";
import { declare, deliver } from "@/app/enterprise/obligations/actions";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { declaredProfits, sellingAgreements } from "@/lib/moneys/queries/facts";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** What only the enterprise knows and money turns on: what was delivered, what the year's profit was. */
export default async function RecordFrame({ searchParams }: Props) {
  const [{ done }, asker, locale] = await Promise.all([
    searchParams,
    requireAsker("enterprise"),
    currentLocale(),
  ]);
  const [selling, profits] = await Promise.all([sellingAgreements(asker, today()), declaredProfits(asker)]);
  const words = dictionary(locale);
  const { moneys, enterprise: e, ui } = words;
  const t = moneys.enterprise;
  const [only, another] = selling;
  return (
    <Page width="text">
      <PageHeader
        title={`${t.deliveries} · ${t.profit}`}
        crumbs={[
          { href: "/enterprise", label: e.title },
          { href: "/enterprise/obligations", label: t.title },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={done} locale={locale} />
      <div className="grid gap-6">
        <Card title={t.deliveries}>
          <p className="mb-4 text-ink-soft">{selling.length === 0 ? t.deliveriesNone : t.deliveriesLead}</p>
          {selling.length > 0 && (
            <FieldsForm
              action={deliver}
              words={formWords(words)}
              submit={t.save}
              initial={{ deliveredOn: [today()], ...(only && !another && { agreement: [only.id] }) }}
              parts={[
                {
                  fields: [
                    {
                      as: "select",
                      name: "agreement",
                      label: t.agreement,
                      options: selling.map((one) => ({
                        value: one.id,
                        label: `${one.headName} · ${one.product} · ${t.priceHint(formatMoney(locale, one.floorPriceFen))} / ${moneys.unit[one.unit]}`,
                      })),
                    },
                    { as: "date", name: "deliveredOn", label: t.deliveredOn },
                    { as: "number", name: "quantity", label: t.quantity, decimal: true },
                    { as: "number", name: "priceFen", label: t.price, unit: t.yuan, decimal: true },
                  ],
                },
              ]}
            />
          )}
        </Card>
        <Card title={t.profit}>
          <p className="mb-4 text-ink-soft">{t.profitLead}</p>
          <FieldsForm
            action={declare}
            words={formWords(words)}
            submit={t.declare}
            initial={{ year: [String(Number(today().slice(0, 4)) - 1)] }}
            parts={[
              {
                fields: [
                  { as: "number", name: "year", label: t.year },
                  { as: "number", name: "profitFen", label: t.profitField, unit: t.yuan, decimal: true },
                  { as: "text", name: "document", label: t.document, hint: t.documentHint },
                ],
              },
            ]}
          />
          {profits.length > 0 && <h3 className="mt-6 mb-1 text-base">{t.declared}</h3>}
          <ul className="divide-y divide-line">
            {profits.map(({ year, profitFen, declaredOn, document }) => (
              <li key={year} className="py-2">
                {t.declaredLine(year, formatMoney(locale, profitFen), formatDayWithYear(locale, declaredOn))}
                <span className="block text-sm text-ink-soft">{document}</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  );
}
