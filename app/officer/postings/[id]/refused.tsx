import { oneOf } from "@/app/asked";
import { addressOf } from "@/components/ui/address";
import { Card } from "@/components/ui/card";
import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import type { Ranking, RefusedRow } from "@/lib/matching/answers";
import { refusalRules } from "@/lib/matching/county";
import { refusedFor } from "@/lib/matching/queries";
import { leftOutSentence, ruleLabel } from "@/lib/matching/sentences";

type Props = {
  asker: Asker;
  ranking: Ranking;
  rule: string | undefined;
  kept: Record<string, string>;
  locale: Locale;
};
const limit = 100;

/** Who does not fit: how many by which rule; a rule opens to its list of names. */
export async function Refused({ asker, ranking, rule: asked, kept, locale }: Props) {
  const t = dictionary(locale);
  const w = t.officer.ranking;
  const rule = oneOf(asked, refusalRules);
  const path = `/officer/postings/${ranking.posting.id}`;
  const all = ranking.refused.reduce((sum, { count }) => sum + count, 0);
  const counted = ranking.refused.filter(({ count }) => count > 0);
  return (
    <Card id="refused" title={w.refused(formatNumber(locale, all))} className="mt-8">
      <p className="mb-2 text-ink-soft">{w.refusedLead}</p>
      <ul className="max-w-measure divide-y divide-line">
        {counted.map(({ rule: own, count }) => (
          <li key={own} className="flex items-baseline justify-between gap-4 py-2">
            <TextLink href={`${addressOf(path, { ...kept, refused: own })}#refused`} className="target">
              {ruleLabel(t, own)}
            </TextLink>
            <span className="font-semibold">{formatNumber(locale, count)}</span>
          </li>
        ))}
      </ul>
      {rule && (
        <RefusedBy
          asker={asker}
          posting={ranking.posting.id}
          rule={rule}
          back={`${addressOf(path, kept)}#refused`}
          locale={locale}
        />
      )}
    </Card>
  );
}

type ListProps = {
  asker: Asker;
  posting: string;
  rule: (typeof refusalRules)[number];
  back: string;
  locale: Locale;
};

async function RefusedBy({ asker, posting, rule, back, locale }: ListProps) {
  const { items, next } = await refusedFor(asker, posting, { today: today(), rule, limit });
  const names = await namesOf(
    asker,
    items.map((row) => row.household),
  );
  const t = dictionary(locale);
  const w = t.officer.ranking;
  const columns: Column<RefusedRow>[] = [
    {
      key: "household",
      label: w.household,
      look: "lead",
      cell: ({ household }) => {
        const name = names.get(household);
        return (
          <TextLink href={`/officer/households/${household}`} className="target">
            {name ? `${name.headName} · ${name.townName} ${name.villageName}` : household}
          </TextLink>
        );
      },
    },
    { key: "because", label: w.because, cell: ({ leftOut }) => leftOutSentence(t, locale, leftOut) },
  ];
  const title = w.refusedOf(ruleLabel(t, rule));
  return (
    <div className="mt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base">{title}</h3>
        <TextLink href={back} className="target">
          {w.close}
        </TextLink>
      </div>
      <ResponsiveTable caption={title} dense rows={items} rowKey={(row) => row.household} columns={columns} />
      {next && <p className="mt-2 text-ink-soft">{w.refusedShowing(formatNumber(locale, items.length))}</p>}
    </div>
  );
}
