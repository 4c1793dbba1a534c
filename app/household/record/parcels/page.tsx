import { OurFrame } from "@/app/household/record/our-frame";
import { openOurs } from "@/app/household/record/ours";
import { ourAboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { parcelGroups } from "@/app/record/parcel-fields";
import { saveParcels } from "@/app/village/households/[code]/parcels/actions";

/** Our land, plot by plot: what we till, what lies idle, what we would let. */
export default async function OurParcels() {
  const record = await openOurs();
  const { said, form, day } = record;
  const { record: r, ui } = said.t;
  const plots = form.parcels.filter((p) => p.state === "present");
  return (
    <OurFrame record={record} title={r.editOf(r.parcels.title)}>
      <RecordForm
        action={saveParcels}
        groups={parcelGroups(said, plots)}
        hidden={{ version: form.version, ...ourAboutFields(day) }}
        words={{ errorsTitle: ui.errorsTitle, send: r.save, working: ui.working }}
      />
    </OurFrame>
  );
}
