import { notFound } from "next/navigation";
import { aboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { openRecord } from "@/app/record/open";
import { RecordFrame } from "@/app/record/record-frame";
import { saveGroup } from "@/app/village/households/[code]/edit/[group]/actions";
import { householdGroupNames, householdGroups } from "@/lib/households/field-kinds";
import { formField } from "@/lib/households/field-text";

type Props = { params: Promise<{ code: string; group: string }> };

/** One group of the official form, as the village worker changes it. */
export default async function EditGroup({ params }: Props) {
  const { code, group: asked } = await params;
  const record = await openRecord(code, "village");
  const group = householdGroupNames.find((name) => name === asked) ?? notFound();
  const { said, form, day } = record;
  const { record: r, ui } = said.t;
  const fields = householdGroups[group].map((field) => ({
    ...formField(said, "household", field, form.household[field]),
    ...(field === "otherCauses" && { hint: r.causesHint }),
  }));
  return (
    <RecordFrame record={record} title={r.editOf(r.groups[group])}>
      <RecordForm
        action={saveGroup}
        groups={[{ fields }, { fields: aboutFields(said.t, day) }]}
        hidden={{ code, group, version: form.version }}
        words={{ errorsTitle: ui.errorsTitle, send: r.save, working: ui.working }}
      />
    </RecordFrame>
  );
}
