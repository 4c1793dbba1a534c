import { Card } from "@/components/ui/card";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { phases } from "@/lib/matching/plan/solve";
import type { Running } from "@/lib/plans/runner";
import { gapSentence } from "@/lib/plans/words";

/** Of a hundred: each phase has its stretch of the bar, and moves along it step by step. */
const stretches = { auction: [5, 50], paths: [50, 95], descent: [50, 75], exchanges: [75, 95] } as const;

function percentOf({ progress }: Running): number {
  if (!progress) return 2;
  const [from, to] = stretches[progress.phase];
  return Math.round(from + (to - from) * Math.min(1, progress.iteration / Math.max(1, progress.of)));
}

/** How far a plan is: the step it is at, the time it took so far, the best known bound. */
export function RunningPlan({ running, locale, now }: { running: Running; locale: Locale; now: number }) {
  const t = dictionary(locale);
  const { plans: p } = t;
  const { progress, startedAt } = running;
  const percent = percentOf(running);
  const phase = progress && phases.includes(progress.phase) ? p.phases[progress.phase] : null;
  const { value, bound } = progress ?? {};
  const gap = value && bound ? { value, bound, gap: (bound - value) / bound } : null;
  return (
    <Card title={p.running}>
      <div className="grid gap-2" aria-live="polite">
        <progress
          max={100}
          value={percent}
          aria-label={p.running}
          className="h-4 w-full appearance-none overflow-hidden rounded-sm border border-line bg-paper [&::-moz-progress-bar]:bg-tea [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-tea"
        />
        <p>
          {phase && `${phase} · `}
          {p.elapsed(formatNumber(locale, Math.round((now - startedAt) / 1000)))}
        </p>
        {gap && <p>{t.ui.said(p.best, gapSentence(t, locale, gap))}</p>}
        <p className="text-ink-soft">{p.runningNote}</p>
      </div>
    </Card>
  );
}
