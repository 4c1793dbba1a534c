import { found } from "@/app/found";
import { FittingScores } from "@/app/officer/households/[code]/fitting-scores";
import { ApplicationList } from "@/components/households/application-list";
import { HouseholdFacts } from "@/components/households/household-facts";
import { MembersTable } from "@/components/households/members-table";
import { ParcelsTable } from "@/components/households/parcels-table";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { getHousehold } from "@/lib/households/record";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { fittingPostings } from "@/lib/matching/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ code: string }> };

/** A household as far as the officer may know it; what fits it and what it applied for. */
export default async function HouseholdPage({ params }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ code }, locale] = await Promise.all([params, currentLocale()]);
  const record = await found(getHousehold(asker, code));
  const [fitting, { items: applications }] = await Promise.all([
    found(fittingPostings(asker, code, { today: today(), limit: 12 })),
    listApplications(asker, { household: code }),
  ]);
  const { households: h, officer: o, ui } = dictionary(locale);
  const w = o.households;
  return (
    <Page>
      <PageHeader
        title={record.headName}
        lead={`${record.townName} ${record.villageName} · ${h.persons(record.members.length)}`}
        crumbs={[
          { href: "/officer", label: o.title },
          { href: "/officer/households", label: w.back },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <div className="grid gap-6">
        <Card title={w.applications}>
          <ApplicationList
            items={applications}
            locale={locale}
            action={(a) => (
              <TextLink href={`/officer/applications/${a.id}`} className="inline-block py-2">
                {o.open}
              </TextLink>
            )}
          />
        </Card>
        <Card title={w.fitting}>
          <FittingScores items={fitting} locale={locale} />
        </Card>
        <Card title={h.household}>
          <HouseholdFacts record={record} locale={locale} />
        </Card>
        <Card title={h.members}>
          <MembersTable record={record} locale={locale} />
        </Card>
        <Card title={h.parcels}>
          <ParcelsTable parcels={record.parcels ?? []} locale={locale} />
        </Card>
      </div>
      <p className="mt-6 text-sm text-ink-soft">{w.logged}</p>
    </Page>
  );
}
