import { Done } from "@/app/done";
import { openOurs } from "@/app/household/record/ours";
import { RecordCards } from "@/app/record/record-cards";
import { FormMembers } from "@/components/households/form-members";
import { FormParcels } from "@/components/households/form-parcels";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";

/** What the register says of us; work, land and wishes are ours to change. */
export default async function OurRecordPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const [{ done }, record] = await Promise.all([searchParams, openOurs()]);
  const { said, form, day, locale } = record;
  const { household: h, households, frame, ui, record: r } = said.t;
  return (
    <Page>
      <PageHeader
        title={h.record}
        lead={r.ours.note}
        crumbs={[{ href: "/household", label: frame.go.household }]}
        crumbsLabel={ui.breadcrumb}
        actions={
          <LinkButton tone="plain" href="/household/record/history">
            {r.ours.history}
          </LinkButton>
        }
      />
      <Done done={done} locale={locale} />
      <div className="grid gap-6">
        <Card title={households.members}>
          <FormMembers
            members={form.members}
            said={said}
            today={day}
            beside={(m) =>
              m.state === "present" && (
                <TextLink href={`/household/record/work/${m.id}`} className="target">
                  {r.editOf(r.ours.labor)}
                </TextLink>
              )
            }
          />
        </Card>
        <Card
          title={households.parcels}
          aside={
            <TextLink href="/household/record/parcels" className="target">
              {r.edit}
            </TextLink>
          }
        >
          <FormParcels parcels={form.parcels} said={said} />
        </Card>
        <RecordCards
          record={record}
          editHref={(group) => (group === "wishes" ? "/household/record/wishes" : null)}
        />
      </div>
    </Page>
  );
}
