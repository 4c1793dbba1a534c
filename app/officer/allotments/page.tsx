import { Done } from "@/app/done";
import { Bindings, Frozen } from "@/app/officer/allotments/bindings";
import { Sections } from "@/app/officer/sections";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { listBindings, listFrozen, listRounds, type Round } from "@/lib/allotments/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney, formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** Rounds with what is left of their funds; shares by what binds them; who may post nothing new. */
export default async function AllotmentsPage({ searchParams }: Props) {
  const [asker, locale, { done }] = await Promise.all([
    requireAsker("county", "town", "auditor"),
    currentLocale(),
    searchParams,
  ]);
  const [rounds, bindings, frozen] = await Promise.all([
    listRounds(asker),
    listBindings(asker),
    listFrozen(asker),
  ]);
  const { allotments: t, words } = dictionary(locale);
  const persons = (fen: number, each: number) => t.persons(formatNumber(locale, Math.floor(fen / each)));
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={asker.role === "county" && <LinkButton href="/officer/allotments/new">{t.add}</LinkButton>}
      />
      {asker.role !== "auditor" && <Sections current="allotments" locale={locale} />}
      <Done done={done} locale={locale} />
      <h2 className="mb-3 text-lg">{t.rounds}</h2>
      {rounds.length === 0 ? (
        <EmptyState title={t.none}>{t.noneNote}</EmptyState>
      ) : (
        <ResponsiveTable<Round>
          caption={t.rounds}
          dense
          rows={rounds}
          rowKey={(round) => round.id}
          columns={[
            {
              key: "name",
              label: t.name,
              look: "lead",
              cell: (r) => (
                <TextLink href={`/officer/allotments/${r.id}`} className="target font-semibold">
                  {r.name}
                </TextLink>
              ),
            },
            { key: "fund", label: t.fund, look: "number", cell: (r) => formatMoney(locale, r.fundFen) },
            {
              key: "spent",
              label: t.spent,
              look: "number",
              cell: (r) => `${formatMoney(locale, r.spentFen)} · ${persons(r.spentFen, r.fenPerPerson)}`,
            },
            {
              key: "left",
              label: t.left,
              look: "number",
              cell: (r) => formatMoney(locale, r.fundFen - r.spentFen),
            },
            {
              key: "days",
              label: t.days,
              cell: (r) =>
                t.fromTo(formatDayWithYear(locale, r.startsOn), formatDayWithYear(locale, r.closesOn)),
            },
            {
              key: "state",
              label: t.state,
              cell: (r) => <StateTag state={r.state} label={words.roundState[r.state]} />,
            },
          ]}
        />
      )}
      <div className="mt-8 grid gap-6">
        <Card title={t.bindings}>
          <Bindings rows={bindings} locale={locale} />
        </Card>
        <Card title={t.frozen}>
          <Frozen rows={frozen} locale={locale} />
        </Card>
      </div>
    </Page>
  );
}
