import { Done } from "@/app/done";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { saveNewIndustry } from "@/app/officer/industries/actions";
import { industryFields } from "@/app/officer/industries/fields";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { listIndustries } from "@/lib/industries/queries";
import { countByIndustry } from "@/lib/projects/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** The county's industries: added, renamed, put in order, retired; never deleted. */
export default async function Industries({ searchParams }: Props) {
  await requireAsker("county");
  const [{ done }, locale, industries, counts] = await Promise.all([
    searchParams,
    currentLocale(),
    listIndustries(),
    countByIndustry(),
  ]);
  const t = dictionary(locale);
  const { officer: o, ui, words } = t;
  const { industries: i, officer: w } = t.enterprises;
  return (
    <Page>
      <PageHeader
        title={i.title}
        lead={i.lead}
        crumbs={[
          { href: "/officer", label: o.title },
          { href: "/officer/enterprises", label: w.title },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={done} locale={locale} />
      <ResponsiveTable
        caption={i.title}
        rows={industries}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "name",
            label: i.one,
            look: "lead",
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-x-3">
                <TextLink href={`/officer/industries/${row.code}`} className="target">
                  {locale === "zh" ? row.nameZh : row.nameEn}
                </TextLink>
                {!row.active && <Tag tone="refused">{i.retired}</Tag>}
              </span>
            ),
          },
          {
            key: "other",
            label: locale === "zh" ? i.nameEn : i.nameZh,
            cell: (row) => (
              <span lang={locale === "zh" ? "en" : "zh-CN"}>{locale === "zh" ? row.nameEn : row.nameZh}</span>
            ),
          },
          {
            key: "group",
            label: i.group,
            cell: (row) => `${words.industryGroup[row.group]} · ${words.term[row.term]}`,
          },
          {
            key: "projects",
            label: i.projects,
            look: "number",
            cell: (row) => formatNumber(locale, counts.get(row.code) ?? 0),
          },
        ]}
      />
      <details className="mt-6">
        <summary className={`${buttonLook("plain")} list-none`}>{i.add}</summary>
        <Card title={i.add} className="mt-4">
          <FieldsForm
            action={saveNewIndustry}
            words={formWords(t)}
            submit={i.add}
            initial={{ sort: [String((industries.at(-1)?.sort ?? 0) + 10)] }}
            parts={[
              {
                fields: [{ as: "text", name: "code", label: i.code, hint: i.codeHint }, ...industryFields(t)],
              },
            ]}
          />
        </Card>
      </details>
    </Page>
  );
}
