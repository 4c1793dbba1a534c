import { Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { accountFields } from "@/app/enterprise/entry-fields";
import { openAccount, setStanding } from "@/app/enterprise/people/actions";
import { EnterpriseSections } from "@/app/enterprise/sections";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StateTag } from "@/components/ui/state-tag";
import { dayOf } from "@/lib/clock/clock";
import { peopleOf } from "@/lib/enterprises/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** Everyone who acts for the enterprise, each with an account of their own. */
export default async function People({ searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ done }, locale, people] = await Promise.all([
    searchParams,
    currentLocale(),
    peopleOf(asker, asker.enterpriseId ?? ""),
  ]);
  const t = dictionary(locale);
  const { people: p, fields } = t.enterprises;
  const { admin } = t.users;
  return (
    <Page>
      <PageHeader title={p.title} lead={p.lead} />
      <EnterpriseSections current="people" locale={locale} />
      <Done done={done} locale={locale} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={p.title}>
          <ul className="divide-y divide-line">
            {people.map((person) => {
              const own = person.id === asker.userId;
              const move = person.state === "active" ? "suspend" : "restore";
              const words = {
                suspend: { label: admin.suspend, question: admin.suspendAsk, confirmLabel: admin.suspendDo },
                restore: { label: admin.restore, question: admin.restoreAsk, confirmLabel: admin.restoreDo },
              }[move];
              return (
                <li key={person.id} className="grid gap-2 py-3">
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <span className="font-semibold">
                      {person.name}
                      {own && p.you}
                    </span>
                    <span translate="no" className="text-ink-soft">
                      {person.username}
                    </span>
                    <StateTag state={person.state} label={t.words.userState[person.state]} />
                    <span className="text-sm text-ink-soft">
                      {formatDayWithYear(locale, dayOf(person.createdAt))}
                    </span>
                  </div>
                  {!own && (
                    <Decisions
                      action={setStanding}
                      hidden={{ id: person.id }}
                      pendingLabel={t.ui.working}
                      decisions={[
                        {
                          move,
                          ...words,
                          tone: move === "suspend" ? "danger" : "plain",
                          reason: { label: fields.reason },
                        },
                      ]}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </Card>
        <Card title={p.add}>
          <p className="mb-4 text-ink-soft">{p.addNote}</p>
          <FieldsForm
            action={openAccount}
            words={formWords(t)}
            submit={p.submit}
            parts={[{ fields: [{ as: "text", name: "name", label: p.name }, ...accountFields(t)] }]}
          />
        </Card>
      </div>
    </Page>
  );
}
