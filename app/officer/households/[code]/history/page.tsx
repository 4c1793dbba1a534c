import { found } from "@/app/found";
import { openRecord } from "@/app/record/open";
import { ChangeList } from "@/components/households/change-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { getHistory } from "@/lib/households/history";

type Props = { params: Promise<{ code: string }> };

/** Every change of a household, as far as the officer may read it. */
export default async function HouseholdHistory({ params }: Props) {
  const { code } = await params;
  const record = await openRecord(code, "county", "town");
  const history = await found(getHistory(record.asker, code));
  const { record: r, officer: o, ui } = record.said.t;
  return (
    <Page width="text">
      <PageHeader
        title={r.history.title}
        lead={r.history.lead}
        crumbs={[
          { href: "/officer/households", label: o.households.back },
          { href: `/officer/households/${code}`, label: record.form.household.headName ?? code },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <ChangeList history={history} said={record.said} />
      <p className="mt-6 text-sm text-ink-soft">{o.households.logged}</p>
    </Page>
  );
}
