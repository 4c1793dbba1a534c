import { rewriteProject } from "@/app/enterprise/projects/actions";
import { projectFields, typedProject } from "@/app/enterprise/projects/fields";
import { ownProject } from "@/app/enterprise/projects/own-project";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { choosablePlaces } from "@/app/record/places";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryOptions } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ incomplete?: string }> };

/** A project, changed. */
export default async function EditProject({ params, searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ id }, { incomplete }] = await Promise.all([params, searchParams]);
  const project = await ownProject(asker, id);
  const [locale, industries, places] = await Promise.all([
    currentLocale(),
    listIndustries(),
    choosablePlaces(asker),
  ]);
  const t = dictionary(locale);
  const { projects: p, enterprise: e, ui } = t;
  return (
    <Page width="text">
      <PageHeader
        title={p.editTitle}
        crumbs={[
          { href: "/enterprise", label: e.back },
          { href: "/enterprise/projects", label: p.title },
          { href: `/enterprise/projects/${id}`, label: project.name },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      {incomplete && <Banner tone="waiting">{p.incomplete}</Banner>}
      <FieldsForm
        action={rewriteProject}
        words={formWords(t)}
        submit={p.save}
        places={places}
        chosen={p.chosen}
        hidden={{ id, version: project.version }}
        initial={typedProject(project)}
        parts={[{ fields: projectFields(t, industryOptions(industries, locale, project.industry)) }]}
      />
    </Page>
  );
}
