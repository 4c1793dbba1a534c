import { asked } from "@/app/asked";
import { Done } from "@/app/done";
import { refusedSentence } from "@/app/refused";
import { searchHouseholds } from "@/app/register/search";
import { type ListAt, listQuery } from "@/app/village/address";
import { Rooms } from "@/app/village/rooms";
import { newsSince, ToTell } from "@/app/village/to-tell";
import { Welcome } from "@/app/welcome";
import { HouseholdTable } from "@/components/households/household-table";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { Stat } from "@/components/ui/stat";
import { countByState } from "@/lib/applications/counts";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { countDuplicates } from "@/lib/households/duplicates";
import { countHouseholds, type HouseholdFilter, listHouseholds } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Search = ListAt & { refused?: string; done?: string; row?: string };

const filters: Record<string, HouseholdFilter> = {
  all: {},
  "no-project": { covered: false },
  able: { covered: false, able: true },
  land: { covered: false, idle: true },
  off: { off: true },
};

/** The village worker's list: who has no project yet comes first. */
export default async function VillagePage({ searchParams }: { searchParams: Promise<Search> }) {
  const { q, show = "no-project", cursor, done, refused, row } = await searchParams.then(asked);
  const [asker, locale] = await Promise.all([requireAsker("village"), currentLocale()]);
  const t = dictionary(locale);
  const v = t.village;
  const [{ items, next }, counts, states, { items: applications }, doubles] = await Promise.all([
    listHouseholds(asker, { ...filters[show], q, cursor, limit: pageRows }),
    countHouseholds(asker),
    countByState(asker, ["applied", "accepted", "returned"]),
    listApplications(asker, { since: newsSince(today()), limit: 200 }),
    countDuplicates(asker),
  ]);
  const problem = await refusedSentence(refused);
  const waiting = (states.applied ?? 0) + (states.accepted ?? 0) + (states.returned ?? 0);
  const chip = (key: string, label: string) => ({
    label,
    href: `/village?show=${key}`,
    active: show === key,
  });
  const at = { show, ...(q && { q }) };
  const here = listQuery({ ...at, ...(cursor && { cursor }) });
  return (
    <Page>
      <PageHeader
        title={v.title}
        lead={v.lead}
        actions={<LinkButton href="/village/applications/new">{v.applyMany}</LinkButton>}
      />
      <Rooms village={asker.divisionScope ?? ""} doubles={doubles} locale={locale} />
      <Done done={done} locale={locale} />
      {problem && <Banner tone="refused">{problem}</Banner>}
      <Welcome asker={asker} locale={locale} />
      <div className="mb-6 grid grid-cols-2 gap-4 sm:grid-cols-3">
        <Stat
          label={v.figures.uncovered}
          value={formatNumber(locale, counts.uncovered)}
          href="/village?show=no-project"
        />
        <Stat
          label={v.figures.households}
          value={formatNumber(locale, counts.all)}
          href="/village?show=all"
        />
        <Stat label={v.figures.waiting} value={formatNumber(locale, waiting)} href="/village/applications" />
      </div>
      {!q && !cursor && (
        <div className="mb-6 empty:hidden">
          <ToTell applications={applications} today={today()} locale={locale} />
        </div>
      )}
      <div className="mb-4 grid gap-4">
        <FilterChips
          label={t.ui.filter}
          chips={[
            chip("no-project", v.noProject),
            chip("able", v.canWork),
            chip("land", v.hasLand),
            chip("all", v.all),
            chip("off", v.off),
          ]}
        />
        <SearchBox
          action={searchHouseholds}
          label={v.search}
          hint={v.searchHint}
          buttonLabel={t.ui.search}
          value={q ?? ""}
          keep={{ show }}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState title={v.none}>{v.noneNote}</EmptyState>
      ) : (
        <HouseholdTable
          rows={items}
          locale={locale}
          hrefOf={(code) => `/village/households/${code}`}
          applyLabel={t.households.apply}
          {...(show !== "off" && {
            quick: { label: v.quick, hrefOf: (code) => `/village/households/${code}/quick${here}` },
          })}
          {...(done && row && { changed: { code: row, says: v.saved } })}
        />
      )}
      <Pagination
        label={t.ui.pages}
        previous={cursor ? { href: `/village${listQuery(at)}`, label: t.ui.first } : undefined}
        next={next ? { href: `/village${listQuery({ ...at, cursor: next })}`, label: t.ui.next } : undefined}
      />
    </Page>
  );
}
