import { Sections } from "@/app/officer/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { TextLink } from "@/components/ui/text-link";
import { today } from "@/lib/clock/clock";
import { type VillageSight, villagesIn } from "@/lib/county/overview";
import { countyOverview } from "@/lib/county/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** The names behind 村村有产业: the villages that have no project yet, each with its households. */
export default async function VillagesPage() {
  const [asker, locale] = await Promise.all([requireAsker("county", "town"), currentLocale()]);
  const overview = await countyOverview(today());
  const without = villagesIn(overview, asker.divisionScope).filter((village) => !village.hasProject);
  const towns = new Map(overview.towns.map((town) => [town.code, town.name]));
  const { officer: o, ui } = dictionary(locale);
  return (
    <Page>
      <PageHeader title={o.desk.villagesTitle} lead={o.desk.villagesLead} />
      <Sections current="desk" locale={locale} />
      {without.length === 0 ? (
        <EmptyState title={o.desk.villagesNone} />
      ) : (
        <ResponsiveTable<VillageSight>
          caption={o.desk.villagesTitle}
          dense
          rows={without}
          rowKey={(village) => village.code}
          columns={[
            { key: "village", label: ui.village, look: "lead", cell: (village) => village.name },
            { key: "town", label: ui.town, cell: (village) => towns.get(village.townCode) },
            {
              key: "open",
              label: o.desk.villageOpen,
              look: "number",
              cell: (village) => formatNumber(locale, village.postings),
            },
            {
              key: "households",
              label: "",
              look: "bare",
              cell: (village) => (
                <TextLink
                  href={`/officer/households?show=no-project&village=${village.code}`}
                  className="target"
                >
                  {o.desk.seeHouseholds}
                </TextLink>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
