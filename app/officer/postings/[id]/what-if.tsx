import { LiveForm } from "@/components/score/live-form";
import { addressOf } from "@/components/ui/address";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatShare } from "@/lib/i18n/format";
import { type Factors, factorNames } from "@/lib/policy/policy";

type Props = {
  path: string;
  weights: Factors;
  county: Factors;
  open: boolean;
  show?: string;
  locale: Locale;
};

/** Weights as sliders: the list follows, and nothing is written. */
export function WhatIf({ path, weights, county, open, show, locale }: Props) {
  const { officer: o, ui } = dictionary(locale);
  const w = o.ranking.whatIf;
  return (
    <details id="what-if" open={open} className="my-4 rounded border border-line bg-surface p-4">
      <summary className="target font-semibold text-tea underline underline-offset-4">{w.title}</summary>
      <p className="mb-3 max-w-measure text-ink-soft">{w.lead}</p>
      <LiveForm action={path} className="grid gap-x-8 gap-y-1 md:grid-cols-2">
        {show && <input type="hidden" name="show" value={show} />}
        {factorNames
          .filter((name) => county[name] > 0)
          .map((name) => (
            <label key={name} className="block">
              <span className="flex justify-between gap-4">
                {ui.score.parts[name]}
                <span className="text-ink-soft">{w.share(formatShare(locale, weights[name]))}</span>
              </span>
              <input
                type="range"
                name={name}
                min={0}
                max={100}
                step={5}
                defaultValue={Math.round(100 * weights[name])}
                className="min-h-11 w-full accent-tea"
              />
            </label>
          ))}
        <div className="flex flex-wrap items-center gap-4 md:col-span-2">
          <SubmitButton tone="plain" pendingLabel={ui.working}>
            {w.see}
          </SubmitButton>
          {open && (
            <TextLink href={addressOf(path, { show })} className="target">
              {w.back}
            </TextLink>
          )}
        </div>
      </LiveForm>
    </details>
  );
}
