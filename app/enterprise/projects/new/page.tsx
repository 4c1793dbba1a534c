import { writeProject } from "@/app/enterprise/projects/actions";
import { projectFields } from "@/app/enterprise/projects/fields";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { found } from "@/app/found";
import { choosablePlaces } from "@/app/record/places";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { getEnterprise } from "@/lib/enterprises/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryOptions } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { requireAsker } from "@/lib/users/session";

/** A new project, in the enterprise's own industry and village unless it says otherwise. */
export default async function NewProject() {
  const asker = await requireAsker("enterprise");
  const [locale, industries, places, own] = await Promise.all([
    currentLocale(),
    listIndustries(),
    choosablePlaces(asker),
    found(getEnterprise(asker, asker.enterpriseId ?? "")),
  ]);
  const t = dictionary(locale);
  const { projects: p, enterprise: e, ui } = t;
  return (
    <Page width="text">
      <PageHeader
        title={p.newTitle}
        lead={p.noneNote}
        crumbs={[
          { href: "/enterprise", label: e.back },
          { href: "/enterprise/projects", label: p.title },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <FieldsForm
        action={writeProject}
        words={formWords(t)}
        submit={p.save}
        places={places}
        chosen={p.chosen}
        initial={{
          industry: [own.industry],
          villages: [own.villageCode],
          term: ["short"],
          sector: ["primary"],
        }}
        parts={[{ fields: projectFields(t, industryOptions(industries, locale)) }]}
      />
    </Page>
  );
}
