import { Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { dropDocument, moveOwnProject, uploadDocument } from "@/app/enterprise/projects/actions";
import { ownProject } from "@/app/enterprise/projects/own-project";
import { FieldsForm } from "@/app/fields-form";
import { FileLines } from "@/app/file-lines";
import { formWords } from "@/app/form-words";
import { refusedSentence } from "@/app/refused";
import { ProjectFacts } from "@/components/directory/project-facts";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { openProjectMoves } from "@/lib/projects/moves";
import { requireAsker } from "@/lib/users/session";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; refused?: string }>;
};

/** A project of one's own: what it says, its documents, and whether it is public. */
export default async function OwnProject({ params, searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ id }, { done, refused }, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const project = await ownProject(asker, id);
  const t = dictionary(locale);
  const { projects: p, enterprise: e, ui, words } = t;
  const sentence = await refusedSentence(refused);
  const moves = openProjectMoves(asker.role, project.state);
  return (
    <Page>
      <PageHeader
        title={project.name}
        crumbs={[
          { href: "/enterprise", label: e.back },
          { href: "/enterprise/projects", label: p.title },
        ]}
        crumbsLabel={ui.breadcrumb}
        tags={<StateTag state={project.state} label={words.projectState[project.state]} />}
        lead={<span className="whitespace-pre-line">{project.summary}</span>}
        actions={
          <LinkButton tone="plain" href={`/enterprise/projects/${id}/edit`}>
            {p.edit}
          </LinkButton>
        }
      />
      <Done done={done} locale={locale} />
      {sentence && <Banner tone="refused">{sentence}</Banner>}
      {project.state === "hidden" && project.stateReason && (
        <Banner tone="waiting">{p.said(project.stateReason)}</Banner>
      )}
      <div className="mb-6">
        <Decisions
          action={moveOwnProject}
          hidden={{ id, version: project.version }}
          pendingLabel={ui.working}
          decisions={moves.flatMap((move) =>
            move === "hide" || move === "show"
              ? []
              : [
                  {
                    move,
                    label: p.moves[move],
                    question: p.asks[move],
                    confirmLabel: p.moves[move],
                    ...(move === "end" && { tone: "plain" as const }),
                  },
                ],
          )}
        />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t.directory.about}>
          <ProjectFacts t={t} locale={locale} project={{ ...project, documents: [] }} />
          {project.state === "listed" && project.enterpriseState === "verified" && (
            <TextLink href={`/directory/${id}`} className="target">
              {p.seePublic}
            </TextLink>
          )}
        </Card>
        <Card title={p.documents}>
          <FileLines
            files={project.documents}
            none={p.noDocuments}
            remove={{
              action: dropDocument,
              label: p.remove,
              ask: p.removeAsk,
              working: ui.working,
              hidden: { project: id },
            }}
          />
          <div className="mt-4">
            <FieldsForm
              action={uploadDocument}
              words={formWords(t)}
              submit={p.upload}
              tone="plain"
              hidden={{ id }}
              parts={[{ fields: [{ as: "file", name: "file", label: p.fields.file, hint: p.hints.file }] }]}
            />
          </div>
        </Card>
      </div>
    </Page>
  );
}
