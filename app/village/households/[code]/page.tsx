import { Done } from "@/app/done";
import { found } from "@/app/found";
import { refusedSentence } from "@/app/refused";
import { withdraw } from "@/app/village/households/[code]/actions";
import { Reveal } from "@/app/village/households/[code]/reveal";
import { ApplicationList } from "@/components/households/application-list";
import { FittingList } from "@/components/households/fitting-list";
import { HouseholdFacts } from "@/components/households/household-facts";
import { MembersTable } from "@/components/households/members-table";
import { ParcelsTable } from "@/components/households/parcels-table";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { postingKinds } from "@/db/words";
import { openMoves, underWay } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { getHousehold, type HouseholdRecord } from "@/lib/households/record";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { fittingPostings } from "@/lib/matching/queries";
import { requireAsker } from "@/lib/users/session";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ kind?: string; done?: string; refused?: string }>;
};

/** A household at a glance: which needs fit it, what it applied for, and its record. */
export default async function VillageHouseholdPage({ params, searchParams }: Props) {
  const [{ code }, { kind, done, refused }, asker, locale] = await Promise.all([
    params,
    searchParams,
    requireAsker("village"),
    currentLocale(),
  ]);
  const record: HouseholdRecord = await found(getHousehold(asker, code));
  const [fitting, { items: applications }] = await Promise.all([
    fittingPostings(asker, code, { today: today() }),
    listApplications(asker, { household: code }),
  ]);
  const t = dictionary(locale);
  const { households: h, ui } = t;
  const problem = await refusedSentence(refused);
  return (
    <Page>
      <PageHeader
        title={record.headName}
        lead={`${record.townName} ${record.villageName} · ${h.persons(record.members.length)}`}
        crumbs={[{ href: "/village", label: t.village.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={done} locale={locale} />
      {problem && <Banner tone="refused">{problem}</Banner>}
      <div className="grid gap-6">
        <Card title={h.fitting}>
          <FittingList
            items={fitting}
            locale={locale}
            applied={applications.filter((a) => underWay.includes(a.state)).map((a) => a.postingId)}
            applyHref={(posting) => `/village/households/${code}/apply?posting=${posting}`}
            applyLabel={h.apply}
            kind={postingKinds.find((k) => k === kind)}
            kindHref={(k) => `/village/households/${code}?kind=${k}`}
          />
        </Card>
        <Card title={h.applications}>
          <ApplicationList
            items={applications}
            locale={locale}
            action={(a) =>
              openMoves(asker.role, a.state).includes("withdraw") && (
                <ConfirmButton
                  label={h.withdraw}
                  tone="plain"
                  question={h.withdrawQuestion}
                  confirmLabel={h.withdraw}
                  pendingLabel={ui.working}
                  action={withdraw}
                  hidden={{ id: a.id, household: code }}
                />
              )
            }
          />
        </Card>
        <Card title={h.household}>
          <HouseholdFacts record={record} locale={locale} />
        </Card>
        <Card title={h.members}>
          <MembersTable
            record={record}
            locale={locale}
            beside={(m) => (
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
            )}
          />
        </Card>
        <Card title={h.parcels}>
          <ParcelsTable parcels={record.parcels ?? []} locale={locale} />
        </Card>
      </div>
    </Page>
  );
}
