import type { Metadata } from "next";
import { cache } from "react";
import { found } from "@/app/found";
import { ProjectFacts } from "@/components/directory/project-facts";
import { PostingTable } from "@/components/postings/posting-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { listPostings } from "@/lib/postings/queries";
import { getProject } from "@/lib/projects/queries";

type Props = { params: Promise<{ project: string }> };

const read = cache(async (id: string) => found(getProject(publicAsker, id, today())));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).project)).name };
}

/** One project, its enterprise, its villages and what it looks for. */
export default async function ProjectPage({ params }: Props) {
  const [{ project: id }, locale] = await Promise.all([params, currentLocale()]);
  const project = await read(id);
  const { items } = await listPostings(publicAsker, { projectId: id, openOn: today(), limit: 50 });
  const t = dictionary(locale);
  const { directory: d, frame, ui, words } = t;
  return (
    <Page>
      <PageHeader
        title={project.name}
        crumbsLabel={ui.breadcrumb}
        crumbs={[
          { href: "/", label: frame.go.start },
          { href: "/directory", label: frame.go.directory },
        ]}
        tags={
          <>
            <Tag>{words.industry[project.industry]}</Tag>
            <Tag>{words.term[project.term]}</Tag>
          </>
        }
        lead={project.summary}
      />
      <div className="grid items-start gap-6 lg:grid-cols-5">
        <Card title={d.postingsOf} className="lg:col-span-3">
          {items.length === 0 ? (
            <EmptyState title={d.noPostings}>{d.noPostingsNote}</EmptyState>
          ) : (
            <PostingTable t={t} locale={locale} postings={items} caption={d.postingsOf} />
          )}
        </Card>
        <Card title={project.enterpriseName} className="lg:col-span-2">
          <ProjectFacts t={t} locale={locale} project={project} />
        </Card>
      </div>
    </Page>
  );
}
