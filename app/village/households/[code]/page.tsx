import { Done } from "@/app/done";
import { openRecord } from "@/app/record/open";
import { RecordCards } from "@/app/record/record-cards";
import { refusedSentence } from "@/app/refused";
import { wordFieldWords } from "@/app/village/households/[code]/apply/word-words";
import { MemberButtons } from "@/app/village/households/[code]/member-buttons";
import { NextSteps } from "@/app/village/households/[code]/next-steps";
import { WithdrawForm } from "@/app/village/households/[code]/withdraw-form";
import { ApplicationList } from "@/components/households/application-list";
import { FittingList } from "@/components/households/fitting-list";
import { FormMembers } from "@/components/households/form-members";
import { FormParcels } from "@/components/households/form-parcels";
import { Glance } from "@/components/households/glance";
import { ProblemList } from "@/components/households/problem-list";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { postingKinds } from "@/db/words";
import { isAskedFor, isUnderWay, mayApply, openMoves } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { groupOf } from "@/lib/households/field-kinds";
import { fittingPostings } from "@/lib/matching/queries";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ kind?: string; done?: string; refused?: string }>;
};

/** A household at a glance for its village worker: what it can, has, waits for and needs; its record below. */
export default async function VillageHouseholdPage({ params, searchParams }: Props) {
  const [{ code }, { kind, done, refused }] = await Promise.all([params, searchParams]);
  const record = await openRecord(code, "village");
  const { asker, said, form, day, locale } = record;
  const [fitting, { items: applications }, problem] = await Promise.all([
    form.household.register === "listed" ? fittingPostings(asker, code, { today: day }) : [],
    listApplications(asker, { household: code }),
    refusedSentence(refused),
  ]);
  const { t } = said;
  const { households: h, ui, record: r, words } = t;
  const here = `/village/households/${code}`;
  const open = applications.filter((a) => isUnderWay(a) && a.state !== "final");
  const present = form.members.filter((m) => m.state === "present");
  const nameOf = (id: string) => form.members.find((m) => m.id === id)?.name ?? "";
  const waits: Partial<Record<string, string>> = r.glance.waitFor;
  const toMend = form.problems.slice(0, 12);
  const asked = (
    <Card title={h.applications}>
      <ApplicationList
        items={applications}
        locale={locale}
        action={(a) => (
          <div className="grid gap-3">
            {mayApply(asker.role, a.state) && (
              <LinkButton href={`${here}/apply?posting=${a.postingId}`}>{h.apply}</LinkButton>
            )}
            {openMoves(asker.role, a.state).includes("withdraw") && (
              <WithdrawForm
                id={a.id}
                household={code}
                words={{
                  ...wordFieldWords(locale),
                  label: h.withdraw,
                  question: h.withdrawQuestionFor,
                  working: ui.working,
                }}
              />
            )}
          </div>
        )}
      />
    </Card>
  );
  return (
    <Page>
      <PageHeader
        title={form.household.headName ?? code}
        named
        lead={`${form.townName} ${form.villageName} · ${h.persons(present.length)}`}
        crumbs={[{ href: "/village", label: t.village.title }]}
        crumbsLabel={ui.breadcrumb}
        actions={
          <>
            <LinkButton tone="plain" href={`${here}/events`}>
              {r.sections.events}
            </LinkButton>
            <LinkButton tone="plain" href={`${here}/history`}>
              {r.sections.history}
            </LinkButton>
            <LinkButton tone="plain" href={`${here}/slip`}>
              {t.slips.open}
            </LinkButton>
          </>
        }
      />
      <Done done={done} locale={locale} />
      {problem && <Banner tone="refused">{problem}</Banner>}
      {form.household.register !== "listed" && (
        <Banner tone="waiting">{words.registerState[form.household.register ?? "listed"]}</Banner>
      )}
      <div className="grid gap-6">
        <Glance
          form={form}
          said={said}
          open={open.map((a) => ({
            id: a.id,
            text: `${a.postingTitle} · ${waits[a.state] ?? words.applicationState[a.state]}`,
          }))}
          next={<NextSteps record={record} fits={fitting.length} />}
        />
        {form.problems.length > 0 && (
          <Card id="problems" title={r.sections.problems}>
            <ProblemList
              problems={toMend}
              said={said}
              nameOf={nameOf}
              hrefOf={({ member, field }) =>
                member ? `${here}/members/${member}#f-${field}` : `${here}/edit/${groupOf(field)}#f-${field}`
              }
            />
          </Card>
        )}
        {/* What goes on already comes before the many things that could be asked for. */}
        {applications.length > 0 && asked}
        <Card id="fitting" title={h.fitting}>
          <FittingList
            items={fitting}
            locale={locale}
            applied={applications.filter((a) => isAskedFor(a)).map((a) => a.postingId)}
            applyHref={(posting) => `${here}/apply?posting=${posting}`}
            applyLabel={h.apply}
            kind={postingKinds.find((k) => k === kind)}
            kindHref={(k) => `${here}?kind=${k}#fitting`}
          />
        </Card>
        {applications.length === 0 && asked}
        <Card
          title={`${h.members} · ${r.members.present(present.length)}`}
          aside={
            <TextLink href={`${here}/members/new`} className="target">
              {r.addMember}
            </TextLink>
          }
        >
          <FormMembers
            members={form.members}
            said={said}
            today={day}
            beside={(m) => <MemberButtons code={code} member={m} t={t} />}
          />
        </Card>
        <Card
          title={h.parcels}
          aside={
            <TextLink href={`${here}/parcels`} className="target">
              {r.edit}
            </TextLink>
          }
        >
          <FormParcels parcels={form.parcels} said={said} />
        </Card>
        <RecordCards
          record={record}
          editHref={(group) => (group === "income" ? `${here}/income` : `${here}/edit/${group}`)}
        />
      </div>
    </Page>
  );
}
