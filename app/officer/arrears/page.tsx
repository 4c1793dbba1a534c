import { asked } from "@/app/asked";
import { Done } from "@/app/done";
import { DividendClockCard } from "@/app/officer/arrears/clock";
import { OpenDisputes } from "@/app/officer/arrears/disputes";
import { ByEnterprise, ByName, ByVillage } from "@/app/officer/arrears/tables";
import { Sections } from "@/app/officer/sections";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { arrearsByEnterprise, arrearsByVillage, dividendClock } from "@/lib/moneys/queries/arrears";
import { listDues } from "@/lib/moneys/queries/lines";
import { listDisputes } from "@/lib/moneys/queries/payments";
import { requireAsker } from "@/lib/users/session";

type Search = { enterprise?: string; village?: string; cursor?: string; done?: string };

/** As many as can be read at once; an enterprise or a village narrows them down. */
const mostDisputes = 50;

/** 拖欠: the dividend clock, who is behind, where households wait, down to each name; and what is disputed. */
export default async function ArrearsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const asker = await requireAsker("county", "town");
  const [{ enterprise, village, cursor, done }, locale] = await Promise.all([
    searchParams.then(asked),
    currentLocale(),
  ]);
  const division = village && /^\d{12}$/.test(village) ? village : undefined;
  const filter = { ...(enterprise && { enterprise }), ...(division && { division }) };
  const [firms, villages, clock, disputes, lines] = await Promise.all([
    arrearsByEnterprise(asker, today()),
    arrearsByVillage(asker, today()),
    dividendClock(asker, today()),
    listDisputes(asker, { ...filter, states: ["open", "answered"], limit: mostDisputes }),
    listDues(asker, { ...filter, show: "late", limit: 50, ...(cursor && { cursor }) }, today()),
  ]);
  const { moneys, officer: o, ui } = dictionary(locale);
  const t = moneys.officer;
  const query = new URLSearchParams(filter.division ? { ...filter, village: filter.division } : filter);
  query.delete("division");
  const here = `/officer/arrears?${query}`;
  return (
    <Page>
      <PageHeader title={t.title} lead={asker.role === "town" ? o.readOnly : t.lead} />
      <Sections current="arrears" locale={locale} />
      <Done done={done} locale={locale} />
      <div className="grid gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <DividendClockCard clock={clock} locale={locale} />
          <Card id="disputes" title={t.disputes}>
            <OpenDisputes disputes={disputes} asker={asker} locale={locale} today={today()} />
            {disputes.length === mostDisputes && <p className="mt-3 text-ink-soft">{t.disputesMore}</p>}
          </Card>
        </div>
        {firms.length === 0 ? (
          <EmptyState title={t.none}>{t.noneNote}</EmptyState>
        ) : (
          <>
            <Card title={t.byEnterprise} id="enterprises">
              <ByEnterprise rows={firms} locale={locale} chosen={enterprise} />
            </Card>
            <Card title={t.byVillage} id="villages">
              <ByVillage rows={villages} locale={locale} chosen={division} />
            </Card>
            <Card title={t.byName} id="names">
              <ByName lines={lines.items} locale={locale} today={today()} />
              <Pagination
                label={ui.pages}
                previous={cursor ? { href: `${here}#names`, label: ui.first } : null}
                next={lines.next ? { href: `${here}&cursor=${lines.next}#names`, label: ui.next } : null}
              />
            </Card>
          </>
        )}
      </div>
    </Page>
  );
}
