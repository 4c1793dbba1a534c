import { type Decision, Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { decideOnObjection } from "@/app/officer/actions";
import { Sections } from "@/app/officer/sections";
import { whyDecided } from "@/components/notices/words";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { grantOf } from "@/lib/access/table";
import { today } from "@/lib/clock/clock";
import { filesOf } from "@/lib/files/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { decidedObjections, objectorContact } from "@/lib/notices/objections";
import { listOpenObjections } from "@/lib/notices/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string; contact?: string }> };

/** The objections that wait, oldest first, each decided where it stands. */
export default async function Objections({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ done, contact }, locale] = await Promise.all([searchParams, currentLocale()]);
  const [objections, decided] = await Promise.all([listOpenObjections(asker), decidedObjections(asker)]);
  const decides = grantOf(asker.role, "objection", "decide") !== null;
  const photos = await filesOf(
    "objection",
    objections.map((x) => x.id),
  );
  // Only a press of the button asks for it: each look is written down.
  const shown = objections.find((x) => x.id === contact && x.hasContact && !x.ownCase);
  const reach = shown && decides ? await objectorContact(asker, shown.id) : null;
  const photoOf = (id: string) => photos.find((p) => p.subjectId === id)?.id;
  const day = today();
  const t = dictionary(locale);
  const { cases, officer: o, ui, words } = t;
  const w = o.objections;
  const decisions = (["dismiss", "uphold"] as const).map((move): Decision => {
    const { label, question, confirm: confirmLabel, reason } = w[move];
    const tone = move === "uphold" ? "danger" : "primary";
    return { move, label, question, confirmLabel, tone, reason: { label: reason } };
  });
  return (
    <Page>
      <PageHeader title={w.title} lead={decides ? w.lead : o.readOnly} />
      <Sections current="objections" locale={locale} />
      <Done done={done} locale={locale} />
      {objections.length === 0 && <EmptyState title={w.none}>{w.noneNote}</EmptyState>}
      <div className="grid gap-4">
        {objections.map((x) => (
          <Card key={x.id} id={x.id} title={`${w.notice(x.noticeNumber)} · ${x.postingTitle}`}>
            <DefinitionList
              items={[
                { term: w.body, value: <span className="whitespace-pre-line">{x.body}</span> },
                { term: w.via, value: words.objectionVia[x.via] },
                { term: w.on, value: formatInstant(locale, x.createdAt, true) },
                {
                  term: cases.objection.answer,
                  value: x.answerDueOn && (
                    <Tag tone={x.answerDueOn < day ? "refused" : "plain"}>
                      {cases.objection.due(formatDay(locale, x.answerDueOn))}
                    </Tag>
                  ),
                },
                {
                  term: cases.objection.photos,
                  value: photoOf(x.id) && (
                    <TextLink rel="external" href={`/files/${photoOf(x.id)}`} className="target">
                      {cases.objection.paper}
                    </TextLink>
                  ),
                },
                { term: cases.objection.contact, value: x.id === shown?.id && reach },
                {
                  term: w.about,
                  value: (
                    <TextLink className="target" href={`/officer/applications/${x.applicationId}`}>
                      {w.seeApplication}
                    </TextLink>
                  ),
                },
              ]}
            />
            {decides && x.hasContact && !x.ownCase && x.id !== shown?.id && (
              <form action="/officer/objections" className="mt-3 grid gap-1">
                <input type="hidden" name="contact" value={x.id} />
                <button type="submit" className={`${buttonLook("plain")} justify-self-start`}>
                  {cases.objection.seeContact}
                </button>
                <p className="text-sm text-ink-soft">{cases.objection.contactLogged}</p>
              </form>
            )}
            <div className="mt-3">
              {decides && x.ownCase ? (
                <p className="text-ink-soft">{w.ownCase}</p>
              ) : (
                <Decisions
                  action={decideOnObjection}
                  hidden={{ id: x.id }}
                  decisions={decides ? decisions : []}
                  pendingLabel={ui.working}
                />
              )}
            </div>
          </Card>
        ))}
      </div>
      <p className="my-4">
        <TextLink href="/notices/record" className="target">
          {cases.objection.record}
        </TextLink>
      </p>
      {decided.length > 0 && (
        <Card title={cases.objection.decided}>
          <ul className="divide-y divide-line">
            {decided.map((x) => (
              <li key={x.id} className="grid gap-1 py-2">
                <p>
                  <TextLink
                    href={`/officer/applications/${x.applicationId}`}
                    className="target font-semibold"
                  >
                    {w.notice(x.noticeNumber)} · {x.postingTitle}
                  </TextLink>{" "}
                  <Tag tone={x.state === "upheld" ? "refused" : "plain"}>{words.objectionState[x.state]}</Tag>
                </p>
                <p>{x.body}</p>
                <p className="text-ink-soft">{whyDecided(t, x.state, x.decisionReason)}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
