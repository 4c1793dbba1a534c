import { MoneyTag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import type { Notice } from "@/lib/notices/queries";

/** The newest matches on public notice, masked. */
export function RecentNotices({
  t,
  locale,
  notices,
}: {
  t: Dictionary;
  locale: Locale;
  notices: readonly Notice[];
}) {
  if (notices.length === 0) return <p className="text-ink-soft">{t.home.noNotices}</p>;
  return (
    <ul className="divide-y divide-line">
      {notices.map((notice) => (
        <li key={notice.id} className="grid gap-0.5 py-2.5">
          <span className="flex flex-wrap items-center gap-x-2">
            <MoneyTag
              kind={notice.kind}
              sign={t.words.moneySign[notice.kind]}
              label={t.words.postingKind[notice.kind]}
            />
            <TextLink href={`/notices/${notice.id}`} className="target">
              {t.home.notice(notice.maskedName, `${notice.townName} ${notice.villageName}`)}
            </TextLink>
          </span>
          <span className="text-sm text-ink-soft">
            {notice.postingTitle} · {t.home.until(formatDay(locale, notice.endsOn))}
          </span>
        </li>
      ))}
    </ul>
  );
}
