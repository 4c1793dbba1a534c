import { asked } from "@/app/asked";
import { ApplicationList } from "@/components/households/application-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listApplications } from "@/lib/applications/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** All applications of the village, newest first. */
export default async function VillageApplicationsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string }>;
}) {
  const [{ cursor }, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("village"),
    currentLocale(),
  ]);
  const { items, next } = await listApplications(asker, { limit: 40, cursor });
  const { village, households, ui } = dictionary(locale);
  return (
    <Page>
      <PageHeader
        title={households.applications}
        crumbs={[{ href: "/village", label: village.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      <ApplicationList items={items} locale={locale} withHousehold />
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: "/village/applications", label: ui.first } : undefined}
        next={next ? { href: `/village/applications?cursor=${next}`, label: ui.next } : undefined}
      />
    </Page>
  );
}
