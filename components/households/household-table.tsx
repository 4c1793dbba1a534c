import { LinkButton } from "@/components/ui/link-button";
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
  /** A button in each row that leads to what fits the household. */
  applyLabel?: string;
  /** Beside it a link to the few fields that change most often. */
  quick?: { label: string; hrefOf: (code: string) => string };
  /** The row that was just changed, and what is said of it there. */
  changed?: { code: string; says: string };
};

export function HouseholdTable({ rows, locale, hrefOf, withPlace, applyLabel, quick, changed }: Props) {
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
            <>
              <TextLink href={hrefOf(row.code)} className="target">
                {row.headName}
              </TextLink>
              {row.code === changed?.code && (
                <span id={row.code} className="ml-3 scroll-mt-24">
                  <Tag tone="good">{changed.says}</Tag>
                </span>
              )}
            </>
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
          label: h.project,
          cell: (row) => (
            <Tag tone={row.covered ? "good" : "waiting"}>{row.covered ? h.covered : h.uncovered}</Tag>
          ),
        },
        ...(applyLabel
          ? [
              {
                key: "apply",
                label: "",
                look: "bare" as const,
                cell: (row: HouseholdRow) => (
                  <>
                    <LinkButton tone="plain" href={`${hrefOf(row.code)}#fitting`}>
                      {applyLabel}
                    </LinkButton>
                    {quick && (
                      <TextLink href={quick.hrefOf(row.code)} className="target ml-3">
                        {quick.label}
                      </TextLink>
                    )}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
