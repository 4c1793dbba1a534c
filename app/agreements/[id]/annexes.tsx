import { answerOnAnnex } from "@/app/agreements/[id]/actions";
import { AnswerForm } from "@/app/agreements/[id]/answer-form";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { AnnexMove } from "@/lib/agreements/moves";
import type { Agreement, Annex } from "@/lib/agreements/queries";
import { termsOn } from "@/lib/agreements/terms";
import { changeWords } from "@/lib/agreements/text";
import { dayOf } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatDayWithYear } from "@/lib/i18n/format";

type Props = {
  agreement: Agreement;
  annexes: readonly Annex[];
  moves: readonly AnnexMove[];
  byVillage: boolean;
  locale: Locale;
};

/** Changes and renewals, newest first, with what the reader may answer. */
export function AnnexList({ agreement, annexes, moves, byVillage, locale }: Props) {
  const { agreements: t, ui, words } = dictionary(locale);
  if (annexes.length === 0) return <p className="text-ink-soft">{t.annexNone}</p>;
  const answers = moves.filter((m) => m === "agree" || m === "refuse" || m === "take-back");
  return (
    <ul className="divide-y divide-line">
      {annexes.toReversed().map((annex) => (
        <li key={annex.id} className="grid gap-2 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{t.annex(String(annex.number))}</span>
            <StateTag state={annex.state} label={words.annexState[annex.state]} />
          </p>
          <p>{whatOf(agreement, annexes, annex, locale)}</p>
          <p className="text-ink-soft">
            {t.proposedBy(words.agreementSide[annex.proposedSide], formatDay(locale, dayOf(annex.createdAt)))}
            {` · ${ui.said(t.why, annex.reason)}`}
          </p>
          {annex.state === "refused" && annex.answerReason && <p>{t.answerRefused(annex.answerReason)}</p>}
          {agreement.paper &&
            [annex.proposedFileId, annex.answeredFileId].map(
              (file) =>
                file && (
                  <TextLink className="target" key={file} rel="external" href={`/files/${file}`}>
                    {t.paperPhoto}
                  </TextLink>
                ),
            )}
          {annex.state === "proposed" && answers.length > 0 && (
            <AnswerForm
              action={answerOnAnnex}
              id={annex.id}
              agreement={agreement.id}
              withPaper={byVillage}
              answers={answers.map((move) => ({ move, ...t[move] }))}
              words={{
                reason: t.why,
                paper: t.sign.paper,
                paperHint: t.sign.paperHint,
                working: ui.working,
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function whatOf(agreement: Agreement, annexes: readonly Annex[], annex: Annex, locale: Locale): string {
  const { agreements: t } = dictionary(locale);
  const before = termsOn(
    agreement,
    annexes.filter((one) => one.number < annex.number),
    annex.effectiveOn,
  );
  const changed = changeWords(before, annex.terms, locale);
  if (annex.kind === "change") return t.annexFrom(formatDayWithYear(locale, annex.effectiveOn), changed);
  const days = t.annexRenewal(
    formatDayWithYear(locale, annex.effectiveOn),
    annex.endsOn ? formatDayWithYear(locale, annex.endsOn) : "",
  );
  return [days, changed].filter(Boolean).join(" · ");
}
