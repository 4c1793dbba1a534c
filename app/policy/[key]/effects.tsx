import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { PolicyEffects } from "@/lib/county/policy-effects";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";

/** What a value would change, in sentences, with the postings it touches most. */
export function Effects({ effects, locale }: { effects: PolicyEffects; locale: Locale }) {
  const { policy: t } = dictionary(locale);
  const n = (value: number) => formatNumber(locale, value);
  if (effects.kind === "forward") return <p className="max-w-measure">{t.effectForward}</p>;
  if (effects.kind === "silent")
    return (
      <p className="max-w-measure">
        {t.effectSilent(n(effects.before), n(effects.after), n(effects.postings))}
      </p>
    );
  if (effects.kind === "floor")
    return effects.below.length === 0 ? (
      <p>{t.effectFloorNone}</p>
    ) : (
      <>
        <p className="max-w-measure">{t.effectFloor(n(effects.below.length), n(effects.postings))}</p>
        <ul className="mt-3 grid gap-2">
          {effects.below.slice(0, 10).map((posting) => (
            <li key={posting.id}>
              <TextLink className="target" href={`/officer/postings/${posting.id}`}>
                {posting.title}
              </TextLink>{" "}
              <span className="text-ink-soft">{posting.enterpriseName}</span>
            </li>
          ))}
        </ul>
      </>
    );
  if (effects.changed === 0) return <p>{t.effectNoMoves(n(effects.postings))}</p>;
  return (
    <>
      <p className="max-w-measure">
        {t.effectRanking(n(effects.changed), n(effects.postings))}{" "}
        {t.effectMoves(n(effects.entering), n(effects.leaving))}{" "}
        {t.effectUncovered(n(effects.uncovered.before), n(effects.uncovered.after))}
      </p>
      <h3 className="mt-4 mb-2 font-semibold">{t.effectMost}</h3>
      <ul className="grid gap-2">
        {effects.most.map((posting) => (
          <li key={posting.id}>
            <TextLink className="target" href={`/officer/postings/${posting.id}`}>
              {posting.title}
            </TextLink>{" "}
            <span className="text-ink-soft">
              {posting.enterpriseName} · {t.effectEntering(n(posting.entering), n(posting.of))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
