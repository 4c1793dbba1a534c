import { notFound } from "next/navigation";
import { saveWork } from "@/app/household/record/actions";
import { OurFrame } from "@/app/household/record/our-frame";
import { openOurs } from "@/app/household/record/ours";
import { ourAboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { memberGroups } from "@/lib/households/field-kinds";
import { formField } from "@/lib/households/field-text";

type Props = { params: Promise<{ member: string }> };

/** What one of us can do: labor, skills, school, work away. */
export default async function OurWork({ params }: Props) {
  const [{ member: id }, record] = await Promise.all([params, openOurs()]);
  const { said, form, day } = record;
  const { record: r, ui } = said.t;
  const member = form.members.find((m) => m.id === id && m.state === "present") ?? notFound();
  const fields = memberGroups.work.map((field) => formField(said, "member", field, member[field]));
  return (
    <OurFrame record={record} title={`${member.name} · ${r.ours.labor}`}>
      <RecordForm
        action={saveWork}
        groups={[{ fields }]}
        hidden={{ member: id, version: form.version, ...ourAboutFields(day) }}
        words={{ errorsTitle: ui.errorsTitle, send: r.save, working: ui.working }}
      />
    </OurFrame>
  );
}
