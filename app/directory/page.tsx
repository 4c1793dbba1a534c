import type { Metadata } from "next";
import { DirectoryFilters } from "@/components/directory/directory-filters";
import { DirectoryMap } from "@/components/directory/directory-map";
import { ProjectGroups } from "@/components/directory/project-groups";
import { addressOf } from "@/components/ui/address";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { TextLink } from "@/components/ui/text-link";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { countyDrawing } from "@/lib/county/drawing";
import { listTowns, listVillages } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { industryOptions } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { directoryQuestion } from "@/lib/projects/filter";
import { type DirectoryPage, listProjects } from "@/lib/projects/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).directory.title };
}

/** The directory of enterprises' projects: the same for everyone, so it asks as the public. */
export default async function Directory({ searchParams }: Props) {
  const params = await searchParams;
  const { page: _, ...filters } = directoryQuestion(params);
  const onMap = params.view === "map";
  const [locale, industries, towns, villages, found] = await Promise.all([
    currentLocale(),
    listIndustries(),
    listTowns(publicAsker),
    filters.town ? listVillages(publicAsker, { town: filters.town }) : [],
    listProjects(publicAsker, today(), { ...directoryQuestion(params), size: pageRows }),
  ]);
  const t = dictionary(locale);
  const { directory: d, ui } = t;
  const view = onMap ? "map" : undefined;
  const at = (page: number) => addressOf("/directory", { ...filters, page: page > 1 ? page : undefined });
  const { items, total, page, pages, counts } = found;
  return (
    <Page>
      <PageHeader title={d.title} lead={d.lead} />
      <div className="mb-6 grid gap-4">
        <SearchBox
          action="/directory"
          label={d.search}
          hint={d.searchHint}
          buttonLabel={ui.search}
          value={filters.q ?? ""}
          keep={{ ...filters, q: undefined, view }}
        />
        <DirectoryFilters
          t={t}
          locale={locale}
          question={filters}
          counts={counts}
          towns={towns}
          villages={villages}
          industries={industryOptions(industries, locale, filters.industry)}
          keep={{ q: filters.q, view }}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <FilterChips
            label={d.views}
            chips={[
              { label: d.asList, href: addressOf("/directory", filters), active: !onMap },
              { label: d.asMap, href: addressOf("/directory", { ...filters, view: "map" }), active: onMap },
            ]}
          />
          <TextLink
            href={addressOf("/directory/print", { place: filters.village ?? filters.town })}
            className="target"
          >
            {d.printSheet}
          </TextLink>
        </div>
      </div>
      {total === 0 ? (
        <EmptyState title={d.none} action={<LinkButton href="/directory">{d.clear}</LinkButton>}>
          {d.noneNote}
        </EmptyState>
      ) : onMap ? (
        <DirectoryMap
          t={t}
          locale={locale}
          drawing={countyDrawing()}
          question={filters}
          total={total}
          spots={await spotsOf(found)}
          towns={towns.map(({ code, name }) => ({ code, name, projects: counts.town[code] ?? 0 }))}
        />
      ) : (
        <ProjectGroups
          t={t}
          locale={locale}
          projects={items}
          industries={industries}
          counts={counts.industry}
        />
      )}
      {!onMap && total > 0 && (
        <Pagination
          label={ui.pages}
          previous={page > 1 ? { href: at(page - 1), label: ui.previous } : null}
          next={page < pages ? { href: at(page + 1), label: ui.next } : null}
          note={`${ui.results(total)} · ${d.pageOf(formatNumber(locale, page), formatNumber(locale, pages))}`}
        />
      )}
    </Page>
  );
}

/** The villages the found projects work in, with how many. */
async function spotsOf({ places }: DirectoryPage) {
  const villages = await listVillages(publicAsker);
  return villages.flatMap((village) => {
    const projects = places.get(village.code) ?? 0;
    const { code, name, townName, lat, lon } = village;
    return projects > 0 ? [{ code, name, townName, lat, lon, projects }] : [];
  });
}
