import { asked } from "@/app/asked";
import { ApplicationList } from "@/components/households/application-list";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, pageRows } from "@/components/ui/pagination";
import { mayApply } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
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
  const { items, next } = await listApplications(asker, { limit: pageRows, cursor });
  const { cases, village, households, ui } = dictionary(locale);
  return (
    <Page>
      <PageHeader
        title={households.applications}
        crumbs={[{ href: "/village", label: village.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      <p className="mb-4 flex flex-wrap gap-3">
        <LinkButton tone="plain" href="/village/applications/new">
          {cases.apply.openFor}
        </LinkButton>
        <LinkButton tone="plain" href={`/notices/board/${asker.divisionScope}`}>
          {cases.board.link}
        </LinkButton>
        <LinkButton tone="plain" href="/notices/record">
          {cases.objection.record}
        </LinkButton>
      </p>
      <ApplicationList
        items={items}
        locale={locale}
        today={today()}
        withHousehold
        action={(a) =>
          a.view === "full" &&
          mayApply(asker.role, a.state) && (
            <LinkButton href={`/village/households/${a.householdCode}/apply?posting=${a.postingId}`}>
              {households.apply}
            </LinkButton>
          )
        }
      />
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: "/village/applications", label: ui.first } : undefined}
        next={next ? { href: `/village/applications?cursor=${next}`, label: ui.next } : undefined}
      />
    </Page>
  );
}
