import { DefinitionList } from "@/components/ui/definition-list";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear } from "@/lib/i18n/format";
import type { Notice } from "@/lib/notices/queries";

/** The whitelist of a notice as facts by name. */
export function NoticeFacts({ notice, locale }: { notice: Notice; locale: Locale }) {
  const t = dictionary(locale);
  const n = t.notices;
  return (
    <DefinitionList
      items={[
        { term: n.number, value: notice.number },
        { term: n.household, value: notice.maskedName },
        { term: n.place, value: `${notice.townName} ${notice.villageName}` },
        { term: n.enterprise, value: notice.enterpriseName },
        { term: n.posting, value: `${notice.postingTitle} · ${t.words.postingKind[notice.kind]}` },
        { term: n.result, value: notice.held ? n.held : n.approved },
        {
          term: n.upFrom,
          value: n.period(
            formatDayWithYear(locale, notice.publishedOn),
            formatDayWithYear(locale, notice.endsOn),
          ),
        },
      ]}
    />
  );
}
