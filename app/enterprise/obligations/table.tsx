import { KindTag, LightTag } from "@/components/moneys/kind-tag";
import { missingFen, whatFor } from "@/components/moneys/words";
import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatYuan } from "@/lib/i18n/format";
import type { Line } from "@/lib/moneys/queries/lines";

type Props = { lines: readonly Line[]; locale: Locale; pick?: boolean };

/** Lines an enterprise owes, each opening to its own page; with boxes where payments are recorded. */
export function DueTable({ lines, locale, pick }: Props) {
  const { moneys, words } = dictionary(locale);
  const t = moneys.enterprise;
  const whose = (line: Line) => `${line.headName} · ${line.villageName}`;
  const columns: Column<Line>[] = [
    {
      key: "household",
      label: t.household,
      look: "lead",
      cell: (line) => (
        <div className="flex items-center gap-3">
          {pick && (
            <input
              type="checkbox"
              name="lines"
              value={line.id}
              aria-label={t.pick(line.headName)}
              className="size-11 shrink-0 p-2 accent-tea sm:size-6"
            />
          )}
          <TextLink href={`/enterprise/obligations/${line.id}`} className="target font-semibold">
            {whose(line)}
          </TextLink>
        </div>
      ),
    },
    {
      key: "what",
      label: t.what,
      cell: (line) => (
        <>
          <KindTag kind={line.kind} locale={locale} />
          <span className="block text-ink-soft">
            {whatFor(locale, line)}
            {line.memberName && ` · ${moneys.ofMember(line.memberName)}`}
          </span>
        </>
      ),
    },
    { key: "day", label: t.day, cell: (line) => formatDayWithYear(locale, line.dueOn) },
    {
      key: "amount",
      label: t.amount,
      look: "number",
      cell: (line) => (
        <>
          {formatYuan(locale, line.amountFen)} {line.estimated && <Tag>{moneys.estimated}</Tag>}
        </>
      ),
    },
    { key: "left", label: t.left, look: "number", cell: (line) => formatYuan(locale, missingFen(line)) },
    {
      key: "state",
      label: t.state,
      cell: (line) => (
        <span className="flex flex-wrap gap-1">
          <LightTag light={line.light} locale={locale} />
          {line.disputeState && <Tag tone="refused">{words.disputeState[line.disputeState]}</Tag>}
        </span>
      ),
    },
  ];
  return (
    <ResponsiveTable caption={t.title} dense rows={lines} rowKey={(line) => line.id} columns={columns} />
  );
}
