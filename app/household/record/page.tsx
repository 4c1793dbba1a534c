import { HouseholdFacts } from "@/components/households/household-facts";
import { MembersTable } from "@/components/households/members-table";
import { ParcelsTable } from "@/components/households/parcels-table";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { getHousehold } from "@/lib/households/record";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** What the register says of us. */
export default async function OurRecordPage() {
  const [asker, locale] = await Promise.all([requireAsker("household"), currentLocale()]);
  const record = await getHousehold(asker, asker.householdCode ?? "");
  const { household: h, households, frame, ui } = dictionary(locale);
  return (
    <Page>
      <PageHeader
        title={h.record}
        lead={h.who}
        crumbs={[{ href: "/household", label: frame.go.household }]}
        crumbsLabel={ui.breadcrumb}
      />
      <div className="grid gap-6">
        <Card title={households.household}>
          <HouseholdFacts record={record} locale={locale} />
        </Card>
        <Card title={households.members}>
          <MembersTable record={record} locale={locale} />
        </Card>
        <Card title={households.parcels}>
          <ParcelsTable parcels={record.parcels ?? []} locale={locale} />
        </Card>
      </div>
    </Page>
  );
}
