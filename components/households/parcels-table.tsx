import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { Locale } from "@/db/words";
import type { HouseholdRecord } from "@/lib/households/record";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMu } from "@/lib/i18n/format";

type Parcel = NonNullable<HouseholdRecord["parcels"]>[number];

export function ParcelsTable({ parcels, locale }: { parcels: readonly Parcel[]; locale: Locale }) {
  const { households: h, words } = dictionary(locale);
  if (parcels.length === 0) return <p className="text-ink-soft">{h.noParcels}</p>;
  return (
    <ResponsiveTable<Parcel>
      caption={h.parcels}
      rows={parcels}
      rowKey={(p) => p.id}
      columns={[
        { key: "kind", label: h.parcelKind, look: "lead", cell: (p) => words.parcelKind[p.kind] },
        { key: "area", label: h.area, look: "number", cell: (p) => formatMu(locale, p.areaMu100) },
        {
          key: "use",
          label: h.use,
          cell: (p) =>
            `${words.parcelUse[p.use]}${p.use === "own-use" && p.offered ? ` · ${h.offered}` : ""}`,
        },
      ]}
    />
  );
}
