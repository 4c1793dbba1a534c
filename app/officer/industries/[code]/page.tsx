import { notFound } from "next/navigation";
import { Decisions } from "@/app/decisions";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { saveIndustry, turnIndustry } from "@/app/officer/industries/actions";
import { industryFields } from "@/app/officer/industries/fields";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryLabel } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ code: string }> };

/** One industry: its names and place, and whether it is in use. */
export default async function Industry({ params }: Props) {
  await requireAsker("county");
  const [{ code }, locale, industries] = await Promise.all([params, currentLocale(), listIndustries()]);
  const row = industries.find((one) => one.code === code) ?? notFound();
  const t = dictionary(locale);
  const { officer: o, ui } = t;
  const { industries: i } = t.enterprises;
  const { nameZh, nameEn, group, term, sort, version, active } = row;
  const move = active ? "retire" : "restore";
  return (
    <Page width="text">
      <PageHeader
        title={industryLabel(industries, locale, code)}
        tags={<Tag tone={active ? "good" : "refused"}>{active ? i.inUse : i.retired}</Tag>}
        crumbs={[
          { href: "/officer", label: o.title },
          { href: "/officer/industries", label: i.title },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <FieldsForm
        action={saveIndustry}
        words={formWords(t)}
        submit={i.save}
        hidden={{ code, version }}
        initial={{
          nameZh: [nameZh],
          nameEn: [nameEn],
          group: [group],
          term: [term],
          sort: [String(sort)],
        }}
        parts={[{ fields: industryFields(t) }]}
      />
      <div className="mt-8 border-t border-line pt-5">
        <Decisions
          action={turnIndustry}
          hidden={{ id: code, version }}
          pendingLabel={ui.working}
          decisions={[
            {
              move,
              label: i[move],
              tone: active ? "danger" : "plain",
              question: active ? i.retireAsk : i.restoreAsk,
              confirmLabel: i[move],
            },
          ]}
        />
      </div>
    </Page>
  );
}
