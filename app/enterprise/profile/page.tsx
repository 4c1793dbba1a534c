import { Done } from "@/app/done";
import { licenseFields, profileParts } from "@/app/enterprise/entry-fields";
import { saveLicense, saveProfile } from "@/app/enterprise/profile/actions";
import { Papers } from "@/app/enterprise/profile/papers";
import { Places } from "@/app/enterprise/profile/places";
import { Standing } from "@/app/enterprise/profile/standing";
import { EnterpriseSections } from "@/app/enterprise/sections";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { found } from "@/app/found";
import { choosablePlaces } from "@/app/record/places";
import { refusedSentence } from "@/app/refused";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StateTag } from "@/components/ui/state-tag";
import { licenseOpenIn, profileOpenIn } from "@/lib/enterprises/moves";
import { type Enterprise, getEnterprise, placesOf } from "@/lib/enterprises/queries";
import { filesOf } from "@/lib/files/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryOptions } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string; refused?: string }> };

/** The enterprise's own entry: where it stands, what the license says, figures, papers, places. */
export default async function Profile({ searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const id = asker.enterpriseId ?? "";
  const enterprise = await found(getEnterprise(asker, id));
  const [{ done, refused }, locale, industries, villages, places, papers] = await Promise.all([
    searchParams,
    currentLocale(),
    listIndustries(),
    choosablePlaces(asker),
    placesOf(asker, id),
    filesOf("enterprise", [id]),
  ]);
  const t = dictionary(locale);
  const { profile: p } = t.enterprises;
  const isOpen = (profileOpenIn as readonly string[]).includes(enterprise.state);
  const licenseOpen = (licenseOpenIn as readonly string[]).includes(enterprise.state);
  const words = formWords(t);
  const sentence = await refusedSentence(refused);
  return (
    <Page>
      <PageHeader
        title={enterprise.name}
        lead={p.lead}
        tags={<StateTag state={enterprise.state} label={t.words.enterpriseState[enterprise.state]} />}
      />
      <EnterpriseSections current="profile" locale={locale} />
      <Done done={done} locale={locale} />
      {sentence && <Banner tone="refused">{sentence}</Banner>}
      <Standing enterprise={enterprise} locale={locale} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        {isOpen && (
          <Card title={p.entry}>
            <FieldsForm
              action={saveProfile}
              words={words}
              submit={p.save}
              hidden={{ version: enterprise.version }}
              places={villages}
              initial={typedProfile(enterprise)}
              parts={profileParts(
                t,
                enterprise.kind,
                industryOptions(industries, locale, enterprise.industry),
              )}
            />
          </Card>
        )}
        <div className="grid gap-6">
          <Card title={p.license}>
            {licenseOpen ? (
              <FieldsForm
                action={saveLicense}
                words={words}
                submit={p.save}
                tone="plain"
                hidden={{ version: enterprise.version }}
                initial={typedLicense(enterprise)}
                parts={[
                  {
                    fields: [
                      { as: "text", name: "creditCode", label: t.enterprises.fields.creditCode },
                      ...licenseFields(t),
                    ],
                  },
                ]}
              />
            ) : (
              <>
                <License enterprise={enterprise} t={t} />
                <p className="mt-2 text-sm text-ink-soft">{p.licenseLocked}</p>
              </>
            )}
          </Card>
          <Papers papers={papers} isOpen={isOpen} t={t} />
          <Places places={places} villages={villages} isOpen={isOpen} t={t} />
        </div>
      </div>
    </Page>
  );
}

type LicenseProps = { enterprise: Enterprise; t: ReturnType<typeof dictionary> };

function License({ enterprise, t }: LicenseProps) {
  const { fields } = t.enterprises;
  return (
    <DefinitionList
      items={[
        { term: fields.creditCode, value: enterprise.creditCode },
        { term: fields.name, value: enterprise.name },
        { term: fields.kind, value: t.words.enterpriseKind[enterprise.kind] },
        { term: fields.legalPerson, value: enterprise.legalPerson },
      ]}
    />
  );
}

const typedLicense = ({ creditCode, name, kind, legalPerson }: Enterprise): Record<string, string[]> => ({
  creditCode: [creditCode],
  name: [name],
  kind: [kind],
  legalPerson: [legalPerson],
});

/** The entry as it would be typed: 万元, mu. */
function typedProfile(e: Enterprise): Record<string, string[]> {
  const typed = {
    industry: e.industry,
    villageCode: e.villageCode,
    contactName: e.contactName,
    phone: e.phone,
    address: e.address,
    summary: e.summary,
    level: e.level,
    capitalFen: e.capitalFen === null ? null : e.capitalFen / 1_000_000,
    outputFen: e.outputFen === null ? null : e.outputFen / 1_000_000,
    baseMu100: e.baseMu100 === null ? null : e.baseMu100 / 100,
    workers: e.workers,
    memberHouseholds: e.memberHouseholds,
    tenants: e.tenants,
    floorM2: e.floorM2,
    pairedVillageCode: e.pairedVillageCode,
  };
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value === null ? [] : [[name, [String(value)]]])),
  );
}
