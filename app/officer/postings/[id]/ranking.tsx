import { withPicked } from "@/app/officer/postings/[id]/actions";
import { Legend } from "@/app/officer/postings/[id]/legend";
import { RankingMap } from "@/app/officer/postings/[id]/map";
import { WhatIf } from "@/app/officer/postings/[id]/what-if";
import { ScoreBar } from "@/components/score/score-bar";
import { scoreBarWords } from "@/components/score/words";
import { addressOf } from "@/components/ui/address";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { SubmitButton } from "@/components/ui/submit-button";
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
import { placesOf } from "@/lib/matching/queries/places";
import { reasonSentence } from "@/lib/matching/sentences";
import { type Factors, type Policy, weightsOf } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";

type Props = {
  asker: Asker;
  ranking: Ranking;
  /** The policy on trial the ranking was made with, if one was. */
  trial: Policy | null;
  limit: number;
  step: number;
  most: number;
  /** What of the address stays: the weights on trial, how many are shown. */
  kept: Record<string, string>;
  locale: Locale;
};

/** Who fits, best first: place, household, the score with its four parts, and why, in a sentence. */
export async function RankingList({ asker, ranking, trial, limit, step, most, kept, locale }: Props) {
  const { posting, rows, eligible } = ranking;
  const codes = rows.map((row) => row.household);
  const [names, policy, stood, place] = await Promise.all([
    namesOf(asker, codes),
    policyFor(today()),
    trial ? placesOf(asker, posting.id, codes, { today: today() }) : null,
    asker.role === "town" ? scopeName(asker.divisionScope ?? "") : null,
  ]);
  const { officer: o, ui } = dictionary(locale);
  const w = o.ranking;
  const n = (count: number) => formatNumber(locale, count);
  const county = weightsOf(policy, posting.kind);
  const weights = weightsOf(trial ?? policy, posting.kind);
  const more = Math.min(step, Math.min(most, eligible) - rows.length);
  return (
    <section id="ranking" className="mt-8">
      <h2 className="text-lg">{w.title(n(eligible))}</h2>
      <p className="text-ink-soft">{place ? w.scope(place) : w.lead}</p>
      <Legend weights={weights} locale={locale} />
      <WhatIf
        path={`/officer/postings/${posting.id}`}
        weights={weights}
        county={county}
        open={trial !== null}
        show={kept.show}
        locale={locale}
      />
      {trial && <Banner tone="waiting">{w.whatIf.banner}</Banner>}
      {rows.length === 0 ? (
        <EmptyState title={w.none}>{w.noneNote}</EmptyState>
      ) : (
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <form action={withPicked} className="min-w-0">
            <input type="hidden" name="posting" value={posting.id} />
            {Object.entries(kept).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <ResponsiveTable
              caption={w.title(n(eligible))}
              dense
              rows={rows}
              rowKey={(row) => row.household}
              columns={columnsOf(posting.id, kept, names, weights, stood, locale)}
            />
            <p className="mt-4 text-sm text-ink-soft">{w.pickNote}</p>
            <div className="mt-2 flex flex-wrap gap-3">
              <SubmitButton tone="plain" name="do" value="compare" pendingLabel={ui.working}>
                {w.compareTwo}
              </SubmitButton>
              {asker.role === "county" && !trial && (
                <SubmitButton name="do" value="invite" pendingLabel={ui.working}>
                  {w.invitePicked}
                </SubmitButton>
              )}
            </div>
          </form>
          <div className="xl:sticky xl:top-4 xl:self-start">
            <RankingMap asker={asker} ranking={ranking} locale={locale} />
          </div>
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-4">
        {more > 0 && (
          <LinkButton
            tone="plain"
            data-scroll="stay"
            href={addressOf(`/officer/postings/${posting.id}`, { ...kept, show: String(limit + step) })}
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
  posting: string,
  kept: Record<string, string>,
  names: Map<string, HouseholdName>,
  weights: Factors,
  stood: Map<string, number> | null,
  locale: Locale,
): Column<RankingRow>[] {
  const t = dictionary(locale);
  const w = t.officer.ranking;
  return [
    {
      key: "place",
      label: w.place,
      look: "number",
      cell: ({ household, place }) => (
        <label className="inline-flex min-h-11 min-w-11 items-center gap-2">
          <input
            type="checkbox"
            name="pick"
            value={household}
            aria-label={w.pick(names.get(household)?.headName ?? household)}
            className="size-6 accent-tea"
          />
          <span>
            {formatNumber(locale, place)}
            {stood && <Moved by={(stood.get(household) ?? place) - place} locale={locale} />}
          </span>
        </label>
      ),
    },
    {
      key: "household",
      label: w.household,
      look: "lead",
      cell: ({ household, covered }) => {
        const name = names.get(household);
        return (
          <>
            <TextLink href={`/officer/households/${household}`} className="mr-2 target font-semibold">
              {name?.headName ?? household}
            </TextLink>
            <span className="inline-block font-normal break-keep text-ink-soft">
              {name && `${name.townName} ${name.villageName}`}
            </span>
            {!covered && (
              <span className="block">
                <Tag tone="waiting">{w.uncovered}</Tag>
              </span>
            )}
          </>
        );
      },
    },
    {
      key: "score",
      label: w.score,
      look: "bare",
      cell: ({ score, parts, tier }) => (
        <>
          <ScoreBar {...scoreBarWords(t, locale, { score, parts, weights })} />
          <span className="text-ink-soft">{t.matching.tier[tier]}</span>
        </>
      ),
    },
    {
      key: "why",
      label: w.why,
      look: "bare",
      cell: ({ household, reasons }) => (
        <>
          {reasonSentence(t, locale, reasons)}{" "}
          <TextLink
            href={`${addressOf(`/officer/postings/${posting}`, { ...kept, why: household })}#why`}
            className="target"
          >
            {w.whyThis}
          </TextLink>
        </>
      ),
    },
  ];
}

/** How far a trial moves a row, as an arrow with its number. */
function Moved({ by, locale }: { by: number; locale: Locale }) {
  const w = dictionary(locale).officer.ranking.whatIf;
  const places = formatNumber(locale, Math.abs(by));
  const said = by > 0 ? w.up(places) : by < 0 ? w.down(places) : w.still;
  return (
    <span className="block text-xs text-ink-soft">
      <span aria-hidden>{by > 0 ? `↑${places}` : by < 0 ? `↓${places}` : "="}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
