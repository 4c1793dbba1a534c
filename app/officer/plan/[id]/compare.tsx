import { Card } from "@/components/ui/card";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import { listPlans, type PlanRow, type PlanSummary } from "@/lib/plans/queries";

type Props = { asker: Asker; plan: PlanRow; summary: PlanSummary; other: string | undefined; locale: Locale };
type Line = { key: string; name: string; here: number; there: number; decimals?: number };

/** Two plans side by side: the same figures of both, and by how much they differ. */
export async function Compare({ asker, plan, summary, other, locale }: Props) {
  const others = (await listPlans(asker)).filter((row) => row.summary && row.id !== plan.id);
  if (others.length === 0) return null;
  const { plans: p } = dictionary(locale);
  const chosen = others.find((row) => row.id === other);
  const at = (row: PlanRow) => formatInstant(locale, row.createdAt, true);
  if (!chosen?.summary)
    return (
      <Card title={p.compare} id="compare">
        <ul className="grid gap-1">
          {others.slice(0, 8).map((row) => (
            <li key={row.id}>
              <TextLink href={`/officer/plan/${plan.id}?with=${row.id}#compare`} className="target">
                {at(row)}
              </TextLink>
            </li>
          ))}
        </ul>
      </Card>
    );
  const that = chosen.summary;
  const pairs = (s: PlanSummary) => s.postings.filter((posting) => posting.filled > 0).length;
  const lines: Line[] = [
    {
      key: "households",
      name: p.households,
      here: summary.households.coveredAfter,
      there: that.households.coveredAfter,
    },
    { key: "persons", name: p.persons, here: summary.persons.coveredAfter, there: that.persons.coveredAfter },
    { key: "postings", name: p.postings, here: pairs(summary), there: pairs(that) },
    { key: "value", name: p.value, here: summary.value / 100, there: that.value / 100 },
    { key: "bound", name: p.upper, here: summary.bound / 100, there: that.bound / 100 },
  ];
  const n = (value: number) => formatNumber(locale, value);
  const difference = ({ here, there }: Line) =>
    n(here) === n(there) ? p.same : `${here > there ? "+" : ""}${n(here - there)}`;
  return (
    <Card title={p.compareTitle} id="compare">
      <ResponsiveTable<Line>
        caption={p.compareTitle}
        rows={lines}
        rowKey={(line) => line.key}
        columns={[
          { key: "name", label: p.result, look: "lead", cell: (line) => line.name },
          { key: "here", label: at(plan), look: "number", cell: (line) => n(line.here) },
          { key: "there", label: at(chosen), look: "number", cell: (line) => n(line.there) },
          { key: "difference", label: p.difference, look: "number", cell: difference },
        ]}
      />
    </Card>
  );
}
