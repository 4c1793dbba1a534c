import { asked } from "@/app/asked";
import { ImportsFrame, type ImportsSearch } from "@/app/imports/imports-frame";
import { Sections } from "@/app/officer/sections";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** Spreadsheets in: what was brought in, and the form to bring one. */
export default async function ImportsPage({ searchParams }: { searchParams: Promise<ImportsSearch> }) {
  const [search, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("county", "town"),
    currentLocale(),
  ]);
  const { imports: i } = dictionary(locale);
  return (
    <Page>
      <PageHeader
        title={i.title}
        lead={i.lead}
        actions={
          <LinkButton tone="plain" href="/officer/exports">
            {i.toExports}
          </LinkButton>
        }
      />
      <Sections current="imports" locale={locale} />
      <ImportsFrame asker={asker} locale={locale} search={search} />
    </Page>
  );
}
