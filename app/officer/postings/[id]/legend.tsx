import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatShare } from "@/lib/i18n/format";
import { type Factors, factorNames } from "@/lib/policy/policy";

const textures = {
  labor: "part-labor",
  land: "part-land",
  distance: "part-distance",
  need: "part-need",
} as const;

/** What the four textures of the bars mean, and how much each counts. */
export function Legend({ weights, locale }: { weights: Factors; locale: Locale }) {
  const { officer: o, ui } = dictionary(locale);
  return (
    <dl className="my-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
      {factorNames
        .filter((name) => weights[name] > 0)
        .map((name) => (
          <div key={name} className="flex items-center gap-2">
            <span
              aria-hidden
              className={`${textures[name]} inline-block size-4 rounded-sm border border-line`}
            />
            <dt>{ui.score.parts[name]}</dt>
            <dd className="font-semibold">{formatShare(locale, weights[name])}</dd>
          </div>
        ))}
      <div className="text-ink-soft">
        <dt className="sr-only">{o.ranking.weights}</dt>
        <dd>{o.ranking.weightsNote}</dd>
      </div>
    </dl>
  );
}
