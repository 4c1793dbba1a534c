import { asked, divisionIn, oneOf } from "@/app/asked";
import { Sections } from "@/app/officer/sections";
import { refusedSentence } from "@/app/refused";
import { searchHouseholds } from "@/app/register/search";
import { HouseholdTable } from "@/components/households/household-table";
import { addressOf } from "@/components/ui/address";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { FilterForm } from "@/components/ui/filter-form";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { listTowns, listVillages } from "@/lib/divisions/queries";
import { countDuplicates } from "@/lib/households/duplicates";
import { countHouseholds, type HouseholdFilter, listHouseholds } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = {
  searchParams: Promise<Partial<Record<"q" | "refused" | "show" | "town" | "village" | "cursor", string>>>;
};
const path = "/officer/households";
const views = ["all", "no-project", "able", "land"] as const;
const filters: Record<(typeof views)[number], HouseholdFilter> = {
  all: {},
  "no-project": { covered: false },
  able: { able: true },
  land: { idle: true },
};

/** The register as far as the officer's division reaches: by words, by place, by what matters. */
export default async function Households({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [question, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const show = oneOf(question.show, views) ?? "all";
  const [towns, mine] = await Promise.all([
    listTowns(asker, { mine: true }),
    divisionIn(question.town) ?? (asker.role === "town" ? asker.divisionScope?.padEnd(12, "0") : undefined),
  ]);
  const villages = mine ? await listVillages(asker, { town: mine, mine: true }) : [];
  const village = villages.find(({ code }) => code === question.village)?.code;
  const q = question.q?.trim().slice(0, 60);
  const division = village ?? divisionIn(question.town)?.slice(0, 9);
  const filter = { ...filters[show], ...(q && { q }), ...(division && { village: division }) };
  const [{ items, next }, counts, doubles] = await Promise.all([
    listHouseholds(asker, {
      ...filter,
      limit: pageRows,
      ...(question.cursor && { cursor: question.cursor.slice(0, 40) }),
    }),
    countHouseholds(asker, filter),
    countDuplicates(asker),
  ]);
  const problem = await refusedSentence(question.refused);
  const { officer: o, record, ui } = dictionary(locale);
  const w = o.households;
  const keep = { q, show, town: divisionIn(question.town), village };
  const labels = { all: w.all, "no-project": w.noProject, able: w.able, land: w.idle };
  const options = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Page>
      <PageHeader
        title={w.title}
        lead={w.lead}
        actions={
          <LinkButton tone="plain" href="/officer/duplicates">
            {record.doubles.link(doubles)}
          </LinkButton>
        }
      />
      <Sections current="households" locale={locale} />
      {problem && <Banner tone="refused">{problem}</Banner>}
      <div className="mb-4 grid gap-4">
        <SearchBox
          action={searchHouseholds}
          label={w.search}
          hint={w.searchHint}
          buttonLabel={ui.search}
          value={q ?? ""}
          keep={{ show, town: keep.town, village }}
        />
        <FilterChips
          label={ui.filter}
          chips={views.map((view) => ({
            label: labels[view],
            href: addressOf(path, { ...keep, show: view }),
            active: view === show,
          }))}
        />
        <FilterForm
          action={path}
          title={ui.filter}
          allLabel={ui.all}
          applyLabel={ui.apply}
          keep={{ q, show }}
          clear={{ href: addressOf(path, { q, show }), label: ui.clear }}
          filters={[
            { name: "town", label: ui.town, value: keep.town ?? "", options: options(towns) },
            ...(villages.length > 0
              ? [{ name: "village", label: ui.village, value: village ?? "", options: options(villages) }]
              : []),
          ]}
        />
      </div>
      <p className="mb-2 text-ink-soft">{w.found(formatNumber(locale, counts.all))}</p>
      {items.length === 0 ? (
        <EmptyState title={w.none}>{w.noneNote}</EmptyState>
      ) : (
        <HouseholdTable rows={items} locale={locale} hrefOf={(code) => `${path}/${code}`} withPlace />
      )}
      <Pagination
        label={ui.pages}
        previous={question.cursor ? { href: addressOf(path, keep), label: ui.first } : null}
        next={next ? { href: addressOf(path, { ...keep, cursor: next }), label: ui.next } : null}
      />
    </Page>
  );
}
