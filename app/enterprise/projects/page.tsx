import { Done } from "@/app/done";
import { EnterpriseSections } from "@/app/enterprise/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryLabel } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { livePostings, ownProjects } from "@/lib/projects/own";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** The enterprise's projects, with where each stands. */
export default async function Projects({ searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ done }, locale, industries, own] = await Promise.all([
    searchParams,
    currentLocale(),
    listIndustries(),
    ownProjects(asker),
  ]);
  const live = await livePostings(own.map(({ id }) => id));
  const { projects: p, directory: d, words } = dictionary(locale);
  const add = <LinkButton href="/enterprise/projects/new">{p.add}</LinkButton>;
  return (
    <Page>
      <PageHeader title={p.title} lead={p.lead} actions={own.length > 0 && add} />
      <EnterpriseSections current="projects" locale={locale} />
      <Done done={done} locale={locale} />
      {own.length === 0 ? (
        <EmptyState title={p.none} action={add}>
          {p.noneNote}
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={p.title}
          rows={own}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: p.fields.name,
              look: "lead",
              cell: ({ id, name, state }) => (
                <span className="flex flex-wrap items-center gap-x-3">
                  <TextLink href={`/enterprise/projects/${id}`} className="target">
                    {name}
                  </TextLink>
                  <StateTag state={state} label={words.projectState[state]} />
                </span>
              ),
            },
            {
              key: "industry",
              label: d.industry,
              cell: ({ industry }) => industryLabel(industries, locale, industry),
            },
            { key: "term", label: d.term, cell: ({ term }) => words.term[term] },
            { key: "needs", label: d.openNow, cell: ({ id }) => p.live(live.get(id) ?? 0) },
          ]}
        />
      )}
    </Page>
  );
}
