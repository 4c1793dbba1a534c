import { Waiting } from "@/app/waiting";
import { Card } from "@/components/ui/card";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatShare } from "@/lib/i18n/format";

/** How far a file is. The page reads itself again while it runs; without script, one reloads it. */
export function Progress({ title, share, locale }: { title: string; share: number; locale: Locale }) {
  const percent = Math.max(2, Math.round(share * 100));
  return (
    <Card title={title}>
      <Waiting everyMs={1000} />
      <div className="grid gap-2" aria-live="polite">
        <progress
          max={100}
          value={percent}
          aria-label={title}
          className="h-4 w-full appearance-none overflow-hidden rounded-sm border border-line bg-paper [&::-moz-progress-bar]:bg-tea [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-tea"
        />
        <p>{formatShare(locale, percent / 100)}</p>
        <p className="text-ink-soft">{dictionary(locale).imports.progressNote}</p>
      </div>
    </Card>
  );
}
