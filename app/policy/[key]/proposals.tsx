import { apply } from "@/app/policy/[key]/actions";
import { RefuseForm } from "@/app/policy/[key]/form";
import { valueText } from "@/app/policy/value-text";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear } from "@/lib/i18n/format";
import { parameterKinds, typedValue } from "@/lib/policy/kinds";
import type { RegisterEntry } from "@/lib/policy/register";

/** Proposals that wait, each with its effect one tap away, and the buttons for who may decide. */
export function Proposals({
  entry,
  decides,
  locale,
}: {
  entry: RegisterEntry;
  decides: boolean;
  locale: Locale;
}) {
  const { policy: t, ui } = dictionary(locale);
  return (
    <ul className="grid gap-6">
      {entry.proposed.map((row) => {
        const typed = typedValue(parameterKinds[entry.key], row.value);
        return (
          <li key={row.id} className="grid gap-3">
            <div>
              <p className="font-semibold">
                {t.waitingLine(
                  valueText(locale, t, entry.key, row.value),
                  formatDayWithYear(locale, row.startsOn),
                )}
              </p>
              <p className="text-ink-soft">
                {row.document} · {row.proposedBy}
              </p>
              <TextLink className="target" href={`/policy/${entry.key}?${new URLSearchParams(typed)}#if`}>
                {t.seeEffect}
              </TextLink>
            </div>
            {decides && (
              <div className="flex flex-wrap gap-3">
                <ConfirmButton
                  label={t.apply}
                  question={t.applyAsk}
                  confirmLabel={t.apply}
                  pendingLabel={ui.working}
                  action={apply}
                  hidden={{ id: row.id, key: entry.key }}
                />
                <details>
                  <summary className="target text-seal underline underline-offset-4">{t.refuse}</summary>
                  <RefuseForm
                    id={row.id}
                    parameter={entry.key}
                    words={{
                      ask: t.refuseAsk,
                      reason: t.reason,
                      submit: t.refuse,
                      working: ui.working,
                      errorsTitle: ui.errorsTitle,
                    }}
                  />
                </details>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
