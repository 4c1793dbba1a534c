import type { Metadata } from "next";
import { DirectoryFilters } from "@/components/directory/directory-filters";
import { ProjectTable } from "@/components/directory/project-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { listTowns } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { addressOf, directoryQuestion } from "@/lib/projects/filter";
import { listProjects } from "@/lib/projects/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).directory.title };
}

/** The directory of enterprises' projects: the same for everyone, so it asks as the public. */
export default async function DirectoryPage({ searchParams }: Props) {
  const question = directoryQuestion(await searchParams);
  const { cursor, ...filters } = question;
  const [locale, towns, { items, total, next }] = await Promise.all([
    currentLocale(),
    listTowns(publicAsker),
    listProjects(publicAsker, today(), question),
  ]);
  const t = dictionary(locale);
  const { directory: d, ui } = t;
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
          keep={{ ...filters, q: undefined }}
        />
        <DirectoryFilters t={t} question={filters} towns={towns} />
      </div>
      {items.length === 0 ? (
        <EmptyState title={d.none} action={<LinkButton href="/directory">{d.clear}</LinkButton>}>
          {d.noneNote}
        </EmptyState>
      ) : (
        <ProjectTable t={t} locale={locale} projects={items} />
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: addressOf("/directory", filters), label: ui.first } : null}
        next={next ? { href: addressOf("/directory", { ...filters, cursor: next }), label: ui.next } : null}
        note={ui.results(total)}
      />
    </Page>
  );
}
