import type { Metadata } from "next";
import { cache } from "react";
import { found } from "@/app/found";
import { hereOf } from "@/app/here";
import { ProjectFacts } from "@/components/directory/project-facts";
import { ScanHere } from "@/components/directory/scan-here";
import { PostingTable } from "@/components/postings/posting-table";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryLabel } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { listPostings } from "@/lib/postings/queries";
import { getProject } from "@/lib/projects/queries";

type Props = { params: Promise<{ project: string }> };

const read = cache(async (id: string) => found(getProject(publicAsker, id, today())));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).project)).name };
}

/** One project, its enterprise, its villages and what it looks for. */
export default async function ProjectPage({ params }: Props) {
  const { project: id } = await params;
  const project = await read(id);
  const [locale, industries, here, { items }] = await Promise.all([
    currentLocale(),
    listIndustries(),
    hereOf(`/directory/${id}`),
    listPostings(publicAsker, { projectId: id, openOn: today(), limit: 50 }),
  ]);
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
            <Tag>{industryLabel(industries, locale, project.industry)}</Tag>
            <Tag>{words.term[project.term]}</Tag>
          </>
        }
        lead={<span className="whitespace-pre-line">{project.summary}</span>}
      />
      {project.state === "ended" && <Banner tone="info">{d.endedNote}</Banner>}
      <div className="grid items-start gap-6 lg:grid-cols-5">
        <Card title={d.postingsOf} className="lg:col-span-3">
          {items.length === 0 ? (
            <EmptyState title={d.noPostings}>{d.noPostingsNote}</EmptyState>
          ) : (
            <PostingTable t={t} locale={locale} postings={items} caption={d.postingsOf} />
          )}
        </Card>
        <div className="grid gap-6 lg:col-span-2">
          <Card title={d.about}>
            <ProjectFacts t={t} locale={locale} project={project} />
          </Card>
          <Card title={project.enterpriseName}>
            <p className="text-ink-soft">
              {words.enterpriseKind[project.enterpriseKind]} · {project.seatTownName} {project.seatName}
            </p>
            <p className="mt-1 whitespace-pre-line">{project.enterpriseSummary}</p>
            <TextLink href={`/directory/enterprises/${project.enterpriseId}`} className="target mt-2">
              {d.allOf(project.enterpriseName)}
            </TextLink>
          </Card>
          <ScanHere address={here} label={d.qr} large={{ open: d.qrLarge, close: ui.close }} />
        </div>
      </div>
    </Page>
  );
}
