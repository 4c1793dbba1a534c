import { type Decision, Decisions } from "@/app/decisions";
import { Done } from "@/app/done";
import { found } from "@/app/found";
import { decideRound } from "@/app/officer/allotments/actions";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { openRoundMoves } from "@/lib/allotments/moves";
import { getRound } from "@/lib/allotments/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney, formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

/** One round: its fund and what is left, the openings it pays for, and opening or closing it. */
export default async function RoundPage({ params, searchParams }: Props) {
  const [{ id }, { done }, asker, locale] = await Promise.all([
    params,
    searchParams,
    requireAsker("county", "town", "auditor"),
    currentLocale(),
  ]);
  const round = await found(getRound(asker, id));
  const { allotments: t, auditor, officer: o, ui, words } = dictionary(locale);
  const own = round.createdBy === asker.userId;
  const moves = openRoundMoves(asker.role, round.state).filter((move) => move !== "open" || !own);
  const leftFen = round.fundFen - round.spentFen;
  const persons = (fen: number) => formatNumber(locale, Math.floor(fen / round.fenPerPerson));
  return (
    <Page>
      <PageHeader
        title={round.name}
        crumbs={[
          asker.role === "auditor"
            ? { href: "/auditor", label: auditor.title }
            : { href: "/officer", label: o.title },
          { href: "/officer/allotments", label: t.title },
        ]}
        crumbsLabel={ui.breadcrumb}
        tags={<StateTag state={round.state} label={words.roundState[round.state]} />}
      />
      <Done done={done} locale={locale} />
      {own && round.state === "draft" && <p className="mb-4 font-semibold text-amber">{t.ownRound}</p>}
      <div className="mb-6">
        <Decisions
          action={decideRound}
          hidden={{ id }}
          pendingLabel={ui.working}
          decisions={moves.map((move): Decision => {
            const { label, question, confirm: confirmLabel } = t.moves[move];
            const asks = move === "close" ? { reason: { label: t.reason } } : {};
            return {
              move,
              label,
              question,
              confirmLabel,
              tone: move === "open" ? "primary" : "plain",
              ...asks,
            };
          })}
        />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card>
          <DefinitionList
            items={[
              { term: t.document, value: round.document },
              { term: t.fund, value: formatMoney(locale, round.fundFen) },
              { term: t.spent, value: formatMoney(locale, round.spentFen) },
              { term: t.left, value: t.leftFor(formatMoney(locale, leftFen), persons(leftFen)) },
              { term: t.perPerson, value: formatMoney(locale, round.fenPerPerson) },
              {
                term: t.days,
                value: t.fromTo(
                  formatDayWithYear(locale, round.startsOn),
                  formatDayWithYear(locale, round.closesOn),
                ),
              },
            ]}
          />
        </Card>
        <Card title={t.postings}>
          {round.postings.length === 0 && <p className="text-ink-soft">{t.postingsNone}</p>}
          <ul className="divide-y divide-line">
            {round.postings.map((posting) => (
              <li key={posting.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
                <TextLink href={`/officer/postings/${posting.id}`} className="target">
                  {`${posting.title} · ${posting.enterpriseName}`}
                </TextLink>
                <StateTag state={posting.state} label={words.postingState[posting.state]} />
                <span className="text-ink-soft">
                  {t.taken(formatNumber(locale, posting.taken), formatNumber(locale, posting.capacity))}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  );
}
