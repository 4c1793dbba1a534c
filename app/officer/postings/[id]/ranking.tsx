import { address } from "@/app/officer/address";
import { Legend } from "@/app/officer/postings/[id]/legend";
import { ScoreBar } from "@/components/score/score-bar";
import { scoreBarWords } from "@/components/score/words";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { scopeName } from "@/lib/divisions/queries";
import { type HouseholdName, namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import type { Ranking, RankingRow } from "@/lib/matching/answers";
import { reasonSentence } from "@/lib/matching/sentences";
import { type Factors, weightsOf } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";

type Props = { asker: Asker; ranking: Ranking; limit: number; step: number; most: number; locale: Locale };

/** Who fits, best first: place, household, the score with its four parts, and why, in a sentence. */
export async function RankingList({ asker, ranking, limit, step, most, locale }: Props) {
  const { posting, rows, eligible } = ranking;
  const codes = rows.map((row) => row.household);
  const [names, policy, place] = await Promise.all([
    namesOf(asker, codes),
    policyFor(today()),
    asker.role === "town" ? scopeName(asker.divisionScope ?? "") : null,
  ]);
  const { officer: o } = dictionary(locale);
  const w = o.ranking;
  const n = (count: number) => formatNumber(locale, count);
  const weights = weightsOf(policy, posting.kind);
  const more = Math.min(step, Math.min(most, eligible) - rows.length);
  return (
    <section id="ranking" className="mt-8">
      <h2 className="text-lg">{w.title(n(eligible))}</h2>
      <p className="text-ink-soft">{place ? w.scope(place) : w.lead}</p>
      <Legend weights={weights} locale={locale} />
      {rows.length === 0 ? (
        <EmptyState title={w.none}>{w.noneNote}</EmptyState>
      ) : (
        <ResponsiveTable
          caption={w.title(n(eligible))}
          dense
          rows={rows}
          rowKey={(row) => row.household}
          columns={columnsOf(names, weights, locale)}
        />
      )}
      <div className="mt-4 flex flex-wrap items-center gap-4">
        {more > 0 && (
          <LinkButton
            tone="plain"
            scroll={false}
            href={address(`/officer/postings/${posting.id}`, { show: String(limit + step) })}
          >
            {w.more(n(more))}
          </LinkButton>
        )}
        {rows.length > 0 && <span className="text-ink-soft">{w.showing(n(rows.length), n(eligible))}</span>}
        {rows.length >= most && eligible > most && <span className="text-ink-soft">{w.most}</span>}
      </div>
    </section>
  );
}

function columnsOf(
  names: Map<string, HouseholdName>,
  weights: Factors,
  locale: Locale,
): Column<RankingRow>[] {
  const t = dictionary(locale);
  const w = t.officer.ranking;
  return [
    { key: "place", label: w.place, look: "number", cell: (row) => formatNumber(locale, row.place) },
    {
      key: "household",
      label: w.household,
      look: "lead",
      cell: ({ household }) => {
        const name = names.get(household);
        return (
          <>
            <TextLink
              href={`/officer/households/${household}`}
              className="mr-2 inline-block py-1 font-semibold"
            >
              {name?.headName ?? household}
            </TextLink>
            <span className="inline-block font-normal text-ink-soft">
              {name && `${name.townName} ${name.villageName}`}
            </span>
          </>
        );
      },
    },
    {
      key: "score",
      label: w.score,
      look: "bare",
      cell: ({ score, parts }) => <ScoreBar {...scoreBarWords(t, locale, { score, parts, weights })} />,
    },
    { key: "why", label: w.why, look: "bare", cell: ({ reasons }) => reasonSentence(t, locale, reasons) },
    {
      key: "tier",
      label: w.tier,
      look: "bare",
      cell: ({ tier, covered }) => (
        <span className="flex items-center gap-2 whitespace-nowrap">
          {t.matching.tier[tier]}
          {!covered && <Tag tone="waiting">{w.uncovered}</Tag>}
        </span>
      ),
    },
  ];
}
