import { ResponsiveTable } from "@/components/ui/responsive-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { HouseholdRow } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMu } from "@/lib/i18n/format";

type Props = {
  rows: readonly HouseholdRow[];
  locale: Locale;
  hrefOf: (code: string) => string;
  /** Say where, when the list covers more than one village. */
  withPlace?: boolean;
};

export function HouseholdTable({ rows, locale, hrefOf, withPlace }: Props) {
  const { households: h, words } = dictionary(locale);
  return (
    <ResponsiveTable<HouseholdRow>
      caption={h.household}
      dense
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        {
          key: "head",
          label: h.head,
          look: "lead",
          cell: (row) => (
            <TextLink href={hrefOf(row.code)} className="inline-block min-h-11 content-center">
              {row.headName}
            </TextLink>
          ),
        },
        ...(withPlace
          ? [
              {
                key: "place",
                label: h.place,
                cell: (row: HouseholdRow) => `${row.townName} ${row.villageName}`,
              },
            ]
          : []),
        {
          key: "persons",
          label: h.members,
          cell: (row) => `${h.persons(row.persons)} · ${h.able(row.able)}`,
        },
        {
          key: "land",
          label: h.parcels,
          cell: (row) => (row.idleMu100 > 0 ? h.idle(formatMu(locale, row.idleMu100)) : h.noIdle),
        },
        { key: "type", label: h.type, cell: (row) => words.householdType[row.type] },
        {
          key: "covered",
          label: h.status,
          cell: (row) => (
            <Tag tone={row.covered ? "good" : "waiting"}>{row.covered ? h.covered : h.uncovered}</Tag>
          ),
        },
      ]}
    />
  );
}
