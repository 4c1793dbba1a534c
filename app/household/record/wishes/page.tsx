import { saveWishes } from "@/app/household/record/actions";
import { OurFrame } from "@/app/household/record/our-frame";
import { openOurs } from "@/app/household/record/ours";
import { ourAboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { householdGroups } from "@/lib/households/field-kinds";
import { formField } from "@/lib/households/field-text";

/** What we would like: which links, which industries, how far from home. */
export default async function OurWishes() {
  const record = await openOurs();
  const { said, form, day } = record;
  const { record: r, ui } = said.t;
  const fields = householdGroups.wishes.map((field) =>
    formField(said, "household", field, form.household[field]),
  );
  return (
    <OurFrame record={record} title={r.ours.wishes}>
      <RecordForm
        action={saveWishes}
        groups={[{ fields }]}
        hidden={{ version: form.version, ...ourAboutFields(day) }}
        words={{ errorsTitle: ui.errorsTitle, send: r.save, working: ui.working }}
      />
    </OurFrame>
  );
}
