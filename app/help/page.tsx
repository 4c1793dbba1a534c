import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { roles } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).help.title };
}

/** A guide for each role, for everybody to read. */
export default async function HelpPage() {
  const { help: t } = dictionary(await currentLocale());
  return (
    <Page width="text">
      <PageHeader title={t.title} lead={t.lead} />
      <ul className="grid gap-2">
        {roles.map((role) => (
          <li key={role}>
            <TextLink href={`/help/${role}`} className="target text-lg">
              {t.guides[role].title}
            </TextLink>
          </li>
        ))}
      </ul>
    </Page>
  );
}
