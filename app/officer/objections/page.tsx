import { type Decision, Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { decideOnObjection } from "@/app/officer/actions";
import { Sections } from "@/app/officer/sections";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { grantOf } from "@/lib/access/table";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { listOpenObjections } from "@/lib/notices/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** The objections that wait, oldest first, each decided where it stands. */
export default async function Objections({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ done }, locale] = await Promise.all([searchParams, currentLocale()]);
  const objections = await listOpenObjections(asker);
  const { officer: o, ui, words } = dictionary(locale);
  const w = o.objections;
  const decides = grantOf(asker.role, "objection", "decide") !== null;
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
                  term: w.about,
                  value: (
                    <TextLink href={`/officer/applications/${x.applicationId}`}>{w.seeApplication}</TextLink>
                  ),
                },
              ]}
            />
            <div className="mt-3">
              {decides && x.recordedBy === asker.userId ? (
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
    </Page>
  );
}
