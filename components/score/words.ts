import type { ScoreBarProps } from "@/components/score/score-bar";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { type Factors, factorNames } from "@/lib/policy/policy";

/**
 * What a ScoreBar shows, as plain strings, so that it can also be handed to a client component.
 * @param score 0…100, unrounded; `parts` the factors in [0, 1]; `weights` sum to 1
 */
export function scoreBarWords(
  t: Dictionary,
  locale: Locale,
  { score, parts, weights }: { score: number; parts: Factors; weights: Factors },
  withSums = true,
): ScoreBarProps {
  const w = t.ui.score;
  const rows = factorNames.map((key) => {
    const points = 100 * weights[key] * parts[key];
    return {
      key,
      label: w.parts[key],
      points,
      factorText: formatNumber(locale, parts[key], 2),
      weightText: formatNumber(locale, weights[key], 2),
      pointsText: formatNumber(locale, points, 1),
    };
  });
  const total = Math.round(score);
  const said = formatList(
    locale,
    rows.map((row) => w.partAnd(row.label, row.pointsText)),
  );
  const sums = { open: w.sums, factor: w.factor, weight: w.weight, points: w.points, total: w.total };
  return { total, parts: rows, says: w.says(total, said), ...(withSums && { sums }) };
}
