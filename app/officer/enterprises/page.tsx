import { asked, divisionIn, oneOf } from "@/app/asked";
import { Sections } from "@/app/officer/sections";
import { addressOf } from "@/components/ui/address";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { FilterForm } from "@/components/ui/filter-form";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { SearchBox } from "@/components/ui/search-box";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { enterpriseKinds, enterpriseStates } from "@/db/words";
import { dayOf } from "@/lib/clock/clock";
import { listTowns } from "@/lib/divisions/queries";
import { type EnterpriseLine, listEnterprises } from "@/lib/enterprises/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<Partial<Record<"q" | "state" | "kind" | "town" | "cursor", string>>> };
const path = "/officer/enterprises";

/** Every enterprise, by state: those that wait to be verified are one tap away. */
export default async function Enterprises({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [question, locale, towns] = await Promise.all([
    searchParams.then(asked),
    currentLocale(),
    listTowns(asker),
  ]);
  const state = oneOf(question.state, enterpriseStates);
  const kind = oneOf(question.kind, enterpriseKinds);
  const town = divisionIn(question.town);
  const { q, cursor } = question;
  const filter = { ...(q && { q }), ...(state && { state }), ...(kind && { kind }), ...(town && { town }) };
  const { items, next, states } = await listEnterprises(asker, { ...filter, ...(cursor && { cursor }) });
  const { enterprises: e, officer: o, directory: d, ui, words } = dictionary(locale);
  const w = e.officer;
  const chip = (one: (typeof enterpriseStates)[number] | undefined) => ({
    label: one ? words.enterpriseState[one] : w.all,
    href: addressOf(path, { ...filter, state: one }),
    active: one === state,
    ...(one && { count: formatNumber(locale, states[one] ?? 0) }),
  });
  return (
    <Page>
      <PageHeader
        title={w.title}
        lead={asker.role === "town" ? o.readOnly : w.lead}
        actions={
          asker.role === "county" && (
            <>
              <LinkButton tone="plain" href="/officer/industries">
                {w.industries}
              </LinkButton>
              <LinkButton tone="plain" href="/register">
                {w.counter}
              </LinkButton>
            </>
          )
        }
      />
      <Sections current="enterprises" locale={locale} />
      <div className="mb-4 grid gap-4">
        <FilterChips label={w.state} chips={[undefined, ...enterpriseStates].map(chip)} />
        <SearchBox
          action={path}
          label={w.search}
          hint={w.searchHint}
          buttonLabel={ui.search}
          value={q ?? ""}
          keep={{ state, kind, town }}
        />
        <FilterForm
          action={path}
          title={ui.filter}
          allLabel={ui.all}
          applyLabel={ui.apply}
          keep={{ q, state }}
          clear={{ href: addressOf(path, { state }), label: ui.clear }}
          filters={[
            {
              name: "kind",
              label: d.filters.kind,
              value: kind ?? "",
              options: enterpriseKinds.map((value) => ({ value, label: words.enterpriseKind[value] })),
            },
            {
              name: "town",
              label: d.filters.town,
              value: town ?? "",
              options: towns.map(({ code, name }) => ({ value: code, label: name })),
            },
          ]}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState title={w.none}>{w.noneNote}</EmptyState>
      ) : (
        <ResponsiveTable<EnterpriseLine>
          caption={w.title}
          dense
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: w.name,
              look: "lead",
              cell: (one) => (
                <span className="flex flex-wrap items-center gap-x-2">
                  <TextLink href={`${path}/${one.id}`} className="target font-semibold">
                    {one.name}
                  </TextLink>
                  <StateTag state={one.state} label={words.enterpriseState[one.state]} />
                </span>
              ),
            },
            { key: "kind", label: d.filters.kind, cell: (one) => words.enterpriseKind[one.kind] },
            { key: "code", label: d.creditCode, cell: ({ creditCode }) => creditCode },
            { key: "place", label: w.place, cell: (one) => `${one.townName} ${one.villageName}` },
            { key: "since", label: w.since, cell: (one) => formatDayWithYear(locale, dayOf(one.stateAt)) },
          ]}
        />
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: addressOf(path, filter), label: ui.first } : null}
        next={next ? { href: addressOf(path, { ...filter, cursor: next }), label: ui.next } : null}
      />
    </Page>
  );
}
