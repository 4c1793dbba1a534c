import { AcceptButton } from "@/app/officer/plan/[id]/accept-button";
import { Compare } from "@/app/officer/plan/[id]/compare";
import type { PlanSearch } from "@/app/officer/plan/[id]/page";
import { PlanRows } from "@/app/officer/plan/[id]/rows";
import { CoverageTable } from "@/components/plans/coverage-table";
import { PlanMap } from "@/components/plans/plan-map";
import { PostingOutcomes } from "@/components/plans/posting-outcomes";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Stat } from "@/components/ui/stat";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { countyDrawing } from "@/lib/county/drawing";
import { listTowns } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber, formatShare } from "@/lib/i18n/format";
import { outcomesOf } from "@/lib/plans/outcomes";
import { countPairs, type PlanRow, type PlanSummary } from "@/lib/plans/queries";
import { gapSentence } from "@/lib/plans/words";

type Props = { asker: Asker; plan: PlanRow; summary: PlanSummary; search: PlanSearch; locale: Locale };

/** What a finished plan proposes, from the whole to the rows, with its proof at the end. */
export async function FinishedPlan({ asker, plan, summary, search, locale }: Props) {
  const [counts, towns, outcomes] = await Promise.all([
    countPairs(asker, plan.id),
    listTowns(asker),
    outcomesOf(summary),
  ]);
  const t = dictionary(locale);
  const { plans: p } = t;
  const n = (value: number) => formatNumber(locale, value);
  const nameOf = (code: string) => towns.find((town) => town.code.startsWith(code))?.name ?? code;
  const mayAccept =
    grantOf(asker.role, "plan", "decide") !== null && counts.accepted + counts.skipped < counts.all;
  const showsRows = asker.role !== "auditor"; // a row is its household's code
  const { households } = summary;
  return (
    <div className="grid gap-6">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Stat
          label={p.before}
          value={n(households.coveredBefore)}
          note={formatShare(locale, households.coveredBefore / Math.max(1, households.all), 1)}
        />
        <Stat
          label={p.after}
          value={n(households.coveredAfter)}
          note={formatShare(locale, households.coveredAfter / Math.max(1, households.all), 1)}
        />
        <Stat
          label={p.rows}
          value={n(counts.all)}
          note={p.accepted(n(counts.accepted), n(counts.all))}
          {...(showsRows && { href: "#rows" })}
        />
        <Stat
          label={p.proof}
          value={formatShare(locale, 1 - summary.gap, 2)}
          note={gapSentence(t, locale, summary)}
          href="#proof"
        />
      </div>
      {mayAccept && (
        <AcceptButton
          plan={plan.id}
          label={p.acceptAll}
          rows={n(counts.all - counts.accepted - counts.skipped)}
          locale={locale}
          primary
        />
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_20rem]">
        <Card title={p.coverage} id="coverage">
          <CoverageTable summary={summary} townName={nameOf} locale={locale} />
        </Card>
        <PlanMap summary={summary} drawing={countyDrawing()} locale={locale} />
      </div>
      <Card title={p.postings}>
        <PostingOutcomes
          rows={outcomes}
          locale={locale}
          {...(showsRows && { hrefOf: (id: string) => `/officer/plan/${plan.id}?posting=${id}#rows` })}
        />
      </Card>
      {showsRows && (
        <PlanRows asker={asker} plan={plan.id} search={search} mayAccept={mayAccept} locale={locale} />
      )}
      <Compare asker={asker} plan={plan} summary={summary} other={search.with} locale={locale} />
      <Card title={p.proof} id="proof">
        <DefinitionList
          items={[
            { term: p.value, value: n(summary.value / 100) },
            { term: p.upper, value: n(summary.bound / 100) },
            { term: p.result, value: gapSentence(t, locale, summary) },
            { term: p.made, value: p.seconds(formatNumber(locale, summary.seconds, 1)) },
            { term: p.hash, value: <code className="text-sm break-all">{plan.inputsHash}</code> },
          ]}
        />
        <p className="mt-2 text-ink-soft">{p.hashNote}</p>
      </Card>
    </div>
  );
}
