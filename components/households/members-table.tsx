import type { ReactNode } from "react";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { Locale } from "@/db/words";
import type { HouseholdRecord } from "@/lib/households/record";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatList } from "@/lib/i18n/format";

type Member = HouseholdRecord["members"][number];
type Props = {
  record: HouseholdRecord;
  locale: Locale;
  /** Shown beside the masked ID number: the button that reveals it. */
  beside?: (member: Member) => ReactNode;
};

export function MembersTable({ record, locale, beside }: Props) {
  const { households: h, words, ui } = dictionary(locale);
  const labor = record.members.some((m) => m.laborClass !== undefined);
  const health = record.members.some((m) => m.health !== undefined);
  const work = (m: Member) =>
    m.workPlace ? h.awayMonths(words.workPlace[m.workPlace], m.workMonths ?? 0) : ui.none;
  return (
    <ResponsiveTable<Member>
      caption={h.members}
      rows={record.members}
      rowKey={(m) => m.id}
      columns={[
        { key: "name", label: h.name, look: "lead", cell: (m) => m.name },
        { key: "relation", label: h.relation, cell: (m) => words.relation[m.relation] },
        { key: "born", label: h.born, cell: (m) => `${words.sex[m.sex]} · ${h.bornIn(m.birthYear)}` },
        ...(labor
          ? [
              {
                key: "labor",
                label: h.labor,
                cell: (m: Member) => (m.laborClass ? words.laborClass[m.laborClass] : ""),
              },
              {
                key: "skills",
                label: h.skills,
                cell: (m: Member) =>
                  formatList(
                    locale,
                    (m.skills ?? []).map((s) => words.skill[s]),
                  ) || ui.none,
              },
              { key: "away", label: h.away, cell: work },
            ]
          : []),
        ...(health
          ? [
              {
                key: "health",
                label: h.health,
                cell: (m: Member) =>
                  formatList(
                    locale,
                    (m.health ?? []).map((s) => words.health[s]),
                  ),
              },
            ]
          : []),
        {
          key: "id",
          label: h.idNumber,
          cell: (m) => (
            <div className="grid gap-1">
              <span>{m.idNumber}</span>
              {beside?.(m)}
            </div>
          ),
        },
      ]}
    />
  );
}
