import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { PolicyEffects, Touched } from "@/lib/county/policy-effects";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatNumber } from "@/lib/i18n/format";

type Props = { effects: PolicyEffects; locale: Locale };

/** What a value would change in the whole county, in sentences, with the postings of the reader's area named. */
export function Effects({ effects, locale }: Props) {
  const { policy: t } = dictionary(locale);
  if (effects.kind === "forward") return <p className="max-w-measure">{t.effectForward}</p>;
  return (
    <>
      <p className="mb-2 max-w-measure text-ink-soft">{t.effectWhole}</p>
      <Counted effects={effects} locale={locale} />
      {"elsewhere" in effects && effects.elsewhere > 0 && (
        <p className="mt-3 text-ink-soft">{t.effectElsewhere(formatNumber(locale, effects.elsewhere))}</p>
      )}
    </>
  );
}

function Counted({
  effects,
  locale,
}: {
  effects: Exclude<PolicyEffects, { kind: "forward" }>;
  locale: Locale;
}) {
  const { policy: t } = dictionary(locale);
  const n = (value: number) => formatNumber(locale, value);
  if (effects.kind === "silent")
    return (
      <p className="max-w-measure">
        {t.effectSilent(n(effects.before), n(effects.after), n(effects.postings))}
      </p>
    );
  if (effects.kind === "floor")
    return effects.below === 0 ? (
      <p>{t.effectFloorNone}</p>
    ) : (
      <>
        <p className="max-w-measure">{t.effectFloor(n(effects.below), n(effects.postings))}</p>
        <ul className="mt-3 grid gap-2">
          {effects.most.map((posting) => (
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
  if (effects.kind === "tiers") return <TierEffects effects={effects} locale={locale} />;
  if (effects.kind === "notice") return <NoticeEffects effects={effects} locale={locale} />;
  if (effects.changed === 0) return <p>{t.effectNoMoves(n(effects.postings))}</p>;
  return (
    <>
      <p className="max-w-measure">
        {t.effectRanking(n(effects.changed), n(effects.postings))}{" "}
        {t.effectMoves(n(effects.entering), n(effects.leaving))}{" "}
        {t.effectUncovered(n(effects.uncovered.before), n(effects.uncovered.after))}
      </p>
      <Most
        locale={locale}
        postings={effects.most.map((posting) => ({
          ...posting,
          how: t.effectEntering(n(posting.entering), n(posting.of)),
        }))}
      />
    </>
  );
}

/** The postings a value touches most, each with how. */
function Most({ postings, locale }: { postings: (Touched & { how: string })[]; locale: Locale }) {
  const { policy: t } = dictionary(locale);
  if (postings.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 mb-2 font-semibold">{t.effectMost}</h3>
      <ul className="grid gap-2">
        {postings.map((posting) => (
          <li key={posting.id}>
            <TextLink className="target" href={`/officer/postings/${posting.id}`}>
              {posting.title}
            </TextLink>{" "}
            <span className="text-ink-soft">
              {posting.enterpriseName} · {posting.how}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

type Of<Kind> = { effects: Extract<PolicyEffects, { kind: Kind }>; locale: Locale };

function TierEffects({ effects, locale }: Of<"tiers">) {
  const { policy: t } = dictionary(locale);
  const n = (value: number) => formatNumber(locale, value);
  const { looked, postings, matches, applications, most } = effects;
  const moves = ({ up, down }: typeof matches) => up + down > 0;
  return (
    <>
      <p className="max-w-measure">
        {looked === postings ? t.effectTiersAll(n(postings)) : t.effectTiersSome(n(looked), n(postings))}{" "}
        {moves(matches)
          ? t.effectTiers(n(matches.of), n(matches.up), n(matches.down))
          : t.effectTiersNone(n(matches.of))}
      </p>
      <p className="mt-2 max-w-measure">
        {moves(applications)
          ? t.effectTierApplications(n(applications.of), n(applications.up), n(applications.down))
          : t.effectTierApplicationsNone(n(applications.of))}
      </p>
      <Most
        locale={locale}
        postings={most.map((posting) => ({
          ...posting,
          how: t.effectTierMoved(n(posting.moved), n(posting.of)),
        }))}
      />
    </>
  );
}

function NoticeEffects({ effects, locale }: Of<"notice">) {
  const { policy: t } = dictionary(locale);
  const n = (value: number) => formatNumber(locale, value);
  const day = (value: string) => formatDayWithYear(locale, value);
  const { up, lastEndsOn, waiting, endsOn } = effects;
  return (
    <>
      <p className="max-w-measure">
        {lastEndsOn === null ? t.effectNoticeUpNone : t.effectNoticeUp(n(up), day(lastEndsOn))}
      </p>
      <p className="mt-2 max-w-measure">
        {waiting > 0 ? t.effectNoticeWaiting(n(waiting)) : t.effectNoticeWaitingNone}{" "}
        {endsOn.after === endsOn.before
          ? t.effectNoticeSame(day(endsOn.after))
          : t.effectNoticeEnds(day(endsOn.after), day(endsOn.before))}
      </p>
    </>
  );
}
