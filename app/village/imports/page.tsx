import { asked } from "@/app/asked";
import { ImportsFrame, type ImportsSearch } from "@/app/imports/imports-frame";
import { buttonLook } from "@/components/ui/button-look";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** A village's own spreadsheets: in for the county to commit, out with numbers masked. */
export default async function VillageImportsPage({ searchParams }: { searchParams: Promise<ImportsSearch> }) {
  const [search, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("village"),
    currentLocale(),
  ]);
  const { imports: i, exports: e, village } = dictionary(locale);
  return (
    <Page>
      <PageHeader
        title={i.title}
        lead={i.villageLead}
        crumbs={[{ href: "/village", label: village.title }]}
        actions={
          <a href="/exports/masked" download className={buttonLook("plain")}>
            {i.toExports} · {e.masked}
          </a>
        }
      />
      <ImportsFrame asker={asker} locale={locale} search={search} />
    </Page>
  );
}
