import type { Metadata } from "next";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { checkCode } from "@/app/register/actions";
import { mayEnter } from "@/app/register/may-enter";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).enterprises.register.title };
}

/** An enterprise registers itself, or an officer does it at the counter: the credit code comes first. */
export default async function Register() {
  const [asker, locale] = await Promise.all([mayEnter(), currentLocale()]);
  const t = dictionary(locale);
  const { fields, hints, register: r } = t.enterprises;
  return (
    <Page width="text">
      <PageHeader title={r.title} lead={r.lead} />
      {asker.role === "county" && <Banner tone="info">{r.counter}</Banner>}
      <FieldsForm
        action={checkCode}
        words={formWords(t)}
        submit={r.next}
        parts={[
          {
            fields: [{ as: "text", name: "creditCode", label: fields.creditCode, hint: hints.creditCode }],
          },
        ]}
      />
      {asker.role === "public" && (
        <p className="mt-6">
          <TextLink href="/sign-in" className="target">
            {r.already}
          </TextLink>
        </p>
      )}
    </Page>
  );
}
