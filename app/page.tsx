import { connection } from "next/server";
import { Done } from "@/app/done";
import { Doors } from "@/components/county/doors";
import { FindProject } from "@/components/county/find-project";
import { Meters } from "@/components/county/meters";
import { OpenNeeds } from "@/components/county/needs";
import { OverviewMap } from "@/components/county/overview-map";
import { RecentNotices } from "@/components/county/recent-notices";
import { TownTable } from "@/components/county/town-table";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { countyDrawing } from "@/lib/county/drawing";
import { countyOverview } from "@/lib/county/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { listNotices } from "@/lib/notices/queries";
import { currentAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** The county on one sheet. Its facts are the same for everyone, so it asks for them as the public. */
export default async function FrontPage({ searchParams }: Props) {
  await connection();
  const day = today();
  const [locale, asker, overview, notices, { done }] = await Promise.all([
    currentLocale(),
    currentAsker(),
    countyOverview(day),
    listNotices(publicAsker, { today: day, upOnly: true, limit: 5 }),
    searchParams,
  ]);
  const t = dictionary(locale);
  const { home, frame } = t;
  return (
    <Page>
      <Done done={done} locale={locale} />
      <PageHeader title={home.title(frame.county)} lead={frame.tagline} />
      <div className="grid gap-6">
        {asker.role === "public" && <Doors t={t} />}
        <div className="grid items-start gap-6 lg:grid-cols-5">
          <div className="grid gap-6 lg:col-span-3">
            <Card>
              <OverviewMap t={t} locale={locale} overview={overview} drawing={countyDrawing()} />
            </Card>
            <Card
              title={home.noticesTitle}
              aside={
                <TextLink href="/notices" className="target">
                  {home.allNotices}
                </TextLink>
              }
            >
              <RecentNotices t={t} locale={locale} notices={notices.items} />
            </Card>
          </div>
          <div className="grid gap-6 max-lg:row-start-1 lg:col-span-2">
            <Card title={home.needsTitle}>
              <OpenNeeds t={t} locale={locale} needs={overview.needs} />
            </Card>
            <Card title={home.directoryTitle}>
              <FindProject t={t} locale={locale} overview={overview} />
            </Card>
            <Card title={home.metersTitle}>
              <Meters t={t} locale={locale} overview={overview} />
            </Card>
          </div>
        </div>
        <Card id="towns" title={home.tableTitle}>
          <TownTable t={t} locale={locale} towns={overview.towns} />
        </Card>
      </div>
    </Page>
  );
}
