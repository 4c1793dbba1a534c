import { connection } from "next/server";
import { Done } from "@/app/done";
import { Doors } from "@/components/county/doors";
import { Meters } from "@/components/county/meters";
import { OpenNeeds } from "@/components/county/needs";
import { OverviewMap } from "@/components/county/overview-map";
import { RecentNotices } from "@/components/county/recent-notices";
import { TownTable } from "@/components/county/town-table";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { SearchBox } from "@/components/ui/search-box";
import { TextLink } from "@/components/ui/text-link";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { countyDrawing } from "@/lib/county/drawing";
import { countyOverview } from "@/lib/county/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { listNotices } from "@/lib/notices/queries";

type Props = { searchParams: Promise<{ done?: string }> };

/** The county on one sheet. The same for everyone, so it asks as the public. */
export default async function FrontPage({ searchParams }: Props) {
  await connection();
  const day = today();
  const [locale, overview, notices, { done }] = await Promise.all([
    currentLocale(),
    countyOverview(day),
    listNotices(publicAsker, { today: day, upOnly: true, limit: 5 }),
    searchParams,
  ]);
  const t = dictionary(locale);
  const { home, ui, frame } = t;
  return (
    <Page>
      <Done done={done} locale={locale} />
      <PageHeader title={home.title(frame.county)} lead={frame.tagline} />
      <div className="grid gap-6">
        <Doors t={t} />
        <div className="grid items-start gap-6 lg:grid-cols-5">
          <Card className="lg:col-span-3">
            <OverviewMap t={t} locale={locale} overview={overview} drawing={countyDrawing()} />
          </Card>
          <div className="grid gap-6 lg:col-span-2">
            <Card title={home.needsTitle}>
              <OpenNeeds t={t} locale={locale} needs={overview.needs} />
            </Card>
            <Card title={home.metersTitle}>
              <Meters t={t} locale={locale} overview={overview} />
            </Card>
          </div>
        </div>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title={home.noticesTitle} aside={<TextLink href="/notices">{home.allNotices}</TextLink>}>
            <RecentNotices t={t} locale={locale} notices={notices.items} />
          </Card>
          <Card title={home.directoryTitle}>
            <p className="mb-3">
              {home.directoryLead(
                formatNumber(locale, overview.enterprises),
                formatNumber(locale, overview.projects),
              )}
            </p>
            <SearchBox
              action="/directory"
              label={home.searchLabel}
              hint={home.searchHint}
              buttonLabel={ui.search}
              value=""
            />
          </Card>
        </div>
        <Card id="towns" title={home.tableTitle}>
          <TownTable t={t} locale={locale} towns={overview.towns} />
        </Card>
      </div>
    </Page>
  );
}
