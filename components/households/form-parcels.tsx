import { Tag } from "@/components/ui/tag";
import { fieldText, type Said } from "@/lib/households/field-text";
import type { HouseholdForm } from "@/lib/households/form";

/** The household's plots: kind, area, use; those no longer held come last and say so. */
export function FormParcels({ parcels, said }: { parcels: HouseholdForm["parcels"]; said: Said }) {
  const { households: h } = said.t;
  if (parcels.length === 0) return <p className="text-ink-soft">{h.noParcels}</p>;
  const isGone = (p: HouseholdForm["parcels"][number]) => p.state === "gone";
  const inOrder = [...parcels].sort((a, b) => Number(isGone(a)) - Number(isGone(b)));
  return (
    <ul className="divide-y divide-line">
      {inOrder.map((p) => (
        <li key={p.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <span className="font-semibold">{fieldText(said, "parcel", "kind", p.kind)}</span>
          <span>{fieldText(said, "parcel", "areaMu100", p.areaMu100)}</span>
          <span className="text-ink-soft">{fieldText(said, "parcel", "use", p.use)}</span>
          {p.use === "own-use" && p.offered && !isGone(p) && <Tag tone="good">{h.offered}</Tag>}
          {isGone(p) && <Tag>{said.t.record.parcels.gone}</Tag>}
        </li>
      ))}
    </ul>
  );
}
