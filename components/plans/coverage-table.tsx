import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber, formatShare } from "@/lib/i18n/format";
import type { PlanSummary } from "@/lib/plans/queries";

type Line = { key: string; name: string; all: number; before: number; after: number };
type Props = { summary: PlanSummary; townName: (code: string) => string; locale: Locale };

/** Coverage before and after: households and persons of the county, then town by town. */
export function CoverageTable({ summary, townName, locale }: Props) {
  const { plans: p } = dictionary(locale);
  const of = (
    key: string,
    name: string,
    c: { all: number; coveredBefore: number; coveredAfter: number },
  ): Line => ({
    key,
    name,
    all: c.all,
    before: c.coveredBefore,
    after: c.coveredAfter,
  });
  const lines: Line[] = [
    of("households", p.households, summary.households),
    of("persons", p.persons, summary.persons),
    ...summary.towns.map(({ code, ...rest }) => ({ key: code, name: townName(code), ...rest })),
  ];
  const n = (value: number) => formatNumber(locale, value);
  return (
    <ResponsiveTable<Line>
      caption={p.coverage}
      dense
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: "name", label: p.town, look: "lead", cell: (line) => line.name },
        { key: "all", label: p.all, look: "number", cell: (line) => n(line.all) },
        { key: "before", label: p.before, look: "number", cell: (line) => n(line.before) },
        { key: "after", label: p.after, look: "number", cell: (line) => n(line.after) },
        { key: "added", label: p.added, look: "number", cell: (line) => `+${n(line.after - line.before)}` },
        {
          key: "share",
          label: p.share,
          look: "number",
          cell: (line) => formatShare(locale, line.all === 0 ? 0 : line.after / line.all, 1),
        },
      ]}
    />
  );
}
