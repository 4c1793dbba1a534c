import { Done } from "@/app/done";
import { FileLines } from "@/app/file-lines";
import { found } from "@/app/found";
import { CorrectEntry, OpenAccount } from "@/app/officer/enterprises/[id]/mending";
import { Profits } from "@/app/officer/enterprises/[id]/profits";
import { OwnedProjects } from "@/app/officer/enterprises/[id]/projects";
import { Verdict } from "@/app/officer/enterprises/[id]/verdict";
import { EnterpriseFacts } from "@/components/directory/enterprise-facts";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StateTag } from "@/components/ui/state-tag";
import { Tag } from "@/components/ui/tag";
import { getEnterprise, peopleOf, placesOf } from "@/lib/enterprises/queries";
import { filesOf } from "@/lib/files/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoneyRounded } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { industryLabel } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

/** An enterprise's whole entry, to be verified or otherwise decided about. */
export default async function OneEnterprise({ params, searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ id }, { done }, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const enterprise = await found(getEnterprise(asker, id));
  const [industries, places, people, papers] = await Promise.all([
    listIndustries(),
    placesOf(asker, id),
    peopleOf(asker, id),
    filesOf("enterprise", [id]),
  ]);
  const t = dictionary(locale);
  const { enterprises: e, officer: o, ui, words } = t;
  const w = e.officer;
  const decides = asker.role === "county";
  return (
    <Page>
      <PageHeader
        title={enterprise.name}
        crumbs={[
          { href: "/officer", label: o.title },
          { href: "/officer/enterprises", label: w.title },
        ]}
        crumbsLabel={ui.breadcrumb}
        tags={<StateTag state={enterprise.state} label={words.enterpriseState[enterprise.state]} />}
        lead={decides ? undefined : o.readOnly}
      />
      <Done done={done} locale={locale} />
      <Verdict asker={asker} enterprise={enterprise} locale={locale} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={w.facts}>
          <EnterpriseFacts
            t={t}
            locale={locale}
            enterprise={enterprise}
            industry={industryLabel(industries, locale, enterprise.industry)}
          />
          <DefinitionList
            items={[
              {
                term: e.fields.outputFen,
                value:
                  enterprise.outputFen === null ? null : formatMoneyRounded(locale, enterprise.outputFen),
              },
              { term: e.fields.contactName, value: enterprise.contactName },
              { term: e.fields.phone, value: enterprise.phone },
              { term: w.verifier, value: enterprise.verifierName },
              {
                term: e.fields.summary,
                value: enterprise.summary && (
                  <span className="whitespace-pre-line">{enterprise.summary}</span>
                ),
              },
            ]}
          />
          {decides && <CorrectEntry enterprise={enterprise} t={t} />}
        </Card>
        <div className="grid gap-6">
          <Card title={e.profile.papers}>
            <FileLines files={papers} none={e.profile.noPapers} />
          </Card>
          {decides && <Profits asker={asker} enterpriseId={id} locale={locale} />}
          <OwnedProjects asker={asker} enterpriseId={id} locale={locale} />
          {places.length > 0 && (
            <Card title={e.profile.places}>
              <ul className="divide-y divide-line">
                {places.map((place) => (
                  <li key={place.id} className="py-2">
                    {place.name} <Tag>{words.placeKind[place.kind]}</Tag>
                    <span className="block text-ink-soft">
                      {[place.townName, place.villageName, place.address].filter(Boolean).join(" ")}
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title={w.people}>
            {people.length === 0 && <p className="text-ink-soft">{w.noPeople}</p>}
            <ul className="divide-y divide-line">
              {people.map((person) => (
                <li key={person.id} className="flex flex-wrap items-center gap-x-3 py-2">
                  <span>{person.name}</span>
                  <span translate="no" className="text-ink-soft">
                    {person.username}
                  </span>
                  <StateTag state={person.state} label={words.userState[person.state]} />
                </li>
              ))}
            </ul>
            {decides && <OpenAccount id={id} t={t} />}
          </Card>
        </div>
      </div>
    </Page>
  );
}
