import { aboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { memberFormGroups } from "@/app/record/member-fields";
import { openRecord } from "@/app/record/open";
import { RecordFrame } from "@/app/record/record-frame";
import { saveNewMember } from "@/app/village/households/[code]/members/actions";

type Props = { params: Promise<{ code: string }> };

/** Someone new in the household: how they came, then who they are. */
export default async function NewMember({ params }: Props) {
  const { code } = await params;
  const record = await openRecord(code, "village");
  const { said, form, day } = record;
  const { record: r, ui } = said.t;
  return (
    <RecordFrame record={record} title={r.members.addTitle}>
      <RecordForm
        action={saveNewMember}
        groups={[
          {
            fields: [
              {
                name: "kind",
                label: r.members.how,
                control: "segmented",
                values: ["born"],
                hint: r.members.born,
                options: Object.entries(r.members.arrivals).map(([value, label]) => ({ value, label })),
              },
              ...aboutFields(said.t, day).filter(({ name }) => name === "happenedOn"),
            ],
          },
          ...memberFormGroups(said).reverse(),
          { fields: aboutFields(said.t, day).filter(({ name }) => name !== "happenedOn") },
        ]}
        hidden={{ code, version: form.version }}
        words={{ errorsTitle: ui.errorsTitle, send: r.save, working: ui.working }}
      />
    </RecordFrame>
  );
}
