import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { TextLink } from "@/components/ui/text-link";
import { type Locale, postingKinds } from "@/db/words";
import type { TownSight } from "@/lib/county/overview";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatMu, formatNumber } from "@/lib/i18n/format";

/** The map's twin: the same facts town by town. */
export function TownTable({
  t,
  locale,
  towns,
}: {
  t: Dictionary;
  locale: Locale;
  towns: readonly TownSight[];
}) {
  const { table, tableTitle, ofVillages, noNeeds, needs } = t.home;
  const n = (value: number) => formatNumber(locale, value);
  const columns: Column<TownSight>[] = [
    {
      key: "town",
      label: table.town,
      look: "lead",
      cell: (town) => (
        <TextLink href={`/postings?town=${town.code}`} className="target whitespace-nowrap sm:-my-1">
          {town.name}
        </TextLink>
      ),
    },
    {
      key: "withProject",
      label: table.withProject,
      look: "number",
      cell: (town) => ofVillages(n(town.withProject), n(town.villages)),
    },
    ...postingKinds.map(
      (kind): Column<TownSight> => ({
        key: kind,
        label: table[kind],
        look: "number",
        cell: ({ needs: own }) => {
          const { postings, left } = own[kind];
          return postings === 0 ? (
            <span className="text-ink-soft">{noNeeds}</span>
          ) : (
            needs[kind](kind === "land" ? formatMu(locale, Math.round(left / 100) * 100) : n(left))
          );
        },
      }),
    ),
  ];
  return (
    <ResponsiveTable caption={tableTitle} columns={columns} rows={towns} rowKey={(town) => town.code} dense />
  );
}
