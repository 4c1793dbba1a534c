import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { asked } from "@/app/asked";
import { accountFields, contactFields, licenseFields } from "@/app/enterprise/entry-fields";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { choosablePlaces } from "@/app/record/places";
import { register } from "@/app/register/actions";
import { mayEnter } from "@/app/register/may-enter";
import { Banner } from "@/components/ui/banner";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { publicAsker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryOptions } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { parseCreditCode } from "@/lib/numbers/credit-code";
import { presentWorld } from "@/lib/numbers/world";

type Props = { searchParams: Promise<{ code?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).enterprises.register.newTitle };
}

/** The rest of a registration, once the code is known to be new. */
export default async function RegisterNew({ searchParams }: Props) {
  const [asker, { code }] = await Promise.all([mayEnter(), searchParams.then(asked)]);
  const read = parseCreditCode(code ?? "", presentWorld());
  if (!read.ok) return redirect("/register");
  const [locale, industries, places] = await Promise.all([
    currentLocale(),
    listIndustries(),
    choosablePlaces(publicAsker),
  ]);
  const t = dictionary(locale);
  const { fields, register: r } = t.enterprises;
  const { creditCode, subjectCheckHolds } = read.value;
  return (
    <Page width="text">
      <PageHeader
        title={r.newTitle}
        lead={r.newLead}
        crumbs={[{ href: "/register", label: r.title }]}
        crumbsLabel={t.ui.breadcrumb}
      />
      {asker.role === "county" && <Banner tone="info">{r.counter}</Banner>}
      {!subjectCheckHolds && <Banner tone="waiting">{r.doubt}</Banner>}
      <div className="mb-6">
        <DefinitionList items={[{ term: fields.creditCode, value: creditCode }]} />
      </div>
      <FieldsForm
        action={register}
        words={formWords(t)}
        submit={r.submit}
        hidden={{ creditCode }}
        places={places}
        parts={[
          { title: r.license, fields: licenseFields(t) },
          { title: r.contact, fields: contactFields(t, industryOptions(industries, locale)) },
          { title: r.account, fields: accountFields(t) },
        ]}
      />
    </Page>
  );
}
