import { aboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { openRecord } from "@/app/record/open";
import { parcelGroups } from "@/app/record/parcel-fields";
import { RecordFrame } from "@/app/record/record-frame";
import { saveParcels } from "@/app/village/households/[code]/parcels/actions";

type Props = { params: Promise<{ code: string }> };

/** The household's land, plot by plot. */
export default async function EditParcels({ params }: Props) {
  const { code } = await params;
  const record = await openRecord(code, "village");
  const { said, form, day } = record;
  const { record: r, ui } = said.t;
  const plots = form.parcels.filter((p) => p.state === "present");
  return (
    <RecordFrame record={record} title={r.editOf(r.parcels.title)}>
      <RecordForm
        action={saveParcels}
        groups={[...parcelGroups(said, plots), { fields: aboutFields(said.t, day) }]}
        hidden={{ code, version: form.version }}
        words={{ errorsTitle: ui.errorsTitle, send: r.save, working: ui.working }}
      />
    </RecordFrame>
  );
}
