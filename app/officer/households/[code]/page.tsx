import { found } from "@/app/found";
import { FittingScores } from "@/app/officer/households/[code]/fitting-scores";
import { openRecord } from "@/app/record/open";
import { RecordCards } from "@/app/record/record-cards";
import { Reveal } from "@/app/village/households/[code]/reveal";
import { ApplicationList } from "@/components/households/application-list";
import { FormMembers } from "@/components/households/form-members";
import { FormParcels } from "@/components/households/form-parcels";
import { Glance } from "@/components/households/glance";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { isUnderWay } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { fittingPostings } from "@/lib/matching/queries";

type Props = { params: Promise<{ code: string }> };

/** A household as far as the officer may know it; what fits it and what it applied for. */
export default async function HouseholdPage({ params }: Props) {
  const { code } = await params;
  const record = await openRecord(code, "county", "town");
  const { asker, said, form, day, locale } = record;
  const [fitting, { items: applications }] = await Promise.all([
    form.household.register === "listed"
      ? found(fittingPostings(asker, code, { today: day, limit: 12 }))
      : [],
    listApplications(asker, { household: code }),
  ]);
  const { households: h, officer: o, ui, record: r, words } = said.t;
  const w = o.households;
  const present = form.members.filter((m) => m.state === "present");
  const open = applications.filter((a) => isUnderWay(a) && a.state !== "final");
  return (
    <Page>
      <PageHeader
        title={form.household.headName ?? code}
        named
        lead={`${form.townName} ${form.villageName} · ${h.persons(present.length)} · ${ui.said(h.code, code)}`}
        crumbs={[
          { href: "/officer", label: o.title },
          { href: "/officer/households", label: w.back },
        ]}
        crumbsLabel={ui.breadcrumb}
        actions={
          <LinkButton tone="plain" href={`/officer/households/${code}/history`}>
            {r.sections.history}
          </LinkButton>
        }
      />
      <div className="grid gap-6">
        <Glance
          form={form}
          said={said}
          open={open.map((a) => ({
            id: a.id,
            text: `${a.postingTitle} · ${words.applicationState[a.state]}`,
          }))}
          next={<p>{fitting.length > 0 ? w.fits(fitting.length) : r.glance.noFit}</p>}
        />
        <Card title={w.applications}>
          <ApplicationList
            items={applications}
            locale={locale}
            action={(a) => (
              <TextLink href={`/officer/applications/${a.id}`} className="target">
                {o.open}
              </TextLink>
            )}
          />
        </Card>
        <Card title={w.fitting}>
          <FittingScores items={fitting} locale={locale} />
        </Card>
        <Card title={`${h.members} · ${r.members.present(present.length)}`}>
          <FormMembers
            members={form.members}
            said={said}
            today={day}
            beside={(m) =>
              m.state === "present" && (
                <Reveal
                  household={code}
                  member={m.id}
                  words={{
                    open: h.reveal,
                    note: h.revealQuestion,
                    reason: h.revealReason,
                    show: h.reveal,
                    working: ui.working,
                  }}
                />
              )
            }
          />
        </Card>
        <Card title={h.parcels}>
          <FormParcels parcels={form.parcels} said={said} />
        </Card>
        <RecordCards record={record} />
      </div>
      <p className="mt-6 text-sm text-ink-soft">{w.logged}</p>
    </Page>
  );
}
