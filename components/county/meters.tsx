import { CoverageMeter } from "@/components/ui/coverage-meter";
import type { Locale } from "@/db/words";
import type { Overview } from "@/lib/county/overview";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatNumber, formatShare } from "@/lib/i18n/format";

const share = (some: number, all: number) => (all === 0 ? 0 : some / all);

/** 村村有产业 · 户户有项目 · 人人有活干. */
export function Meters({ t, locale, overview }: { t: Dictionary; locale: Locale; overview: Overview }) {
  const { meters } = t.home;
  const { villages, withProject, households, workers } = overview;
  const n = (value: number) => formatNumber(locale, value);
  return (
    <div className="grid gap-6">
      <CoverageMeter
        title={meters.villages.title}
        figure={formatShare(locale, share(withProject, villages.length))}
        filled={withProject}
        all={villages.length}
        says={meters.villages.says(n(withProject), n(villages.length))}
        alt={meters.villages.alt(n(withProject), n(villages.length))}
      />
      <CoverageMeter
        title={meters.households.title}
        figure={formatShare(locale, share(households.covered, households.all), 1)}
        filled={Math.round(households.covered / 100)}
        all={Math.round(households.all / 100)}
        says={meters.households.says(n(households.covered), n(households.all))}
        alt={meters.households.alt(n(households.covered), n(households.all))}
      />
      <CoverageMeter
        title={meters.workers.title}
        figure={formatShare(locale, share(workers.working, workers.all))}
        filled={Math.round(workers.working / 100)}
        all={Math.round(workers.all / 100)}
        says={meters.workers.says(n(workers.working), n(workers.all))}
        alt={meters.workers.alt(n(workers.working), n(workers.all))}
      />
      <p className="text-sm text-ink-soft">{t.home.bands}</p>
    </div>
  );
}
