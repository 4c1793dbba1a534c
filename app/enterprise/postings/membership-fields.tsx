import { type FieldsProps, Num } from "@/app/enterprise/postings/fields";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Choice } from "@/components/ui/choice";

/** 入社: how many households, and what the co-op does for them. */
export function MembershipNeed(fields: FieldsProps) {
  const { words: w, value, values, error } = fields;
  return (
    <>
      <Num name="households" label={w.households} unit={w.units.households} fields={fields} />
      <CheckboxGroup
        name="services"
        label={w.services}
        options={w.serviceOptions}
        defaultValues={values("services")}
        error={error("services")}
      />
      <div className="mb-5 grid gap-1">
        <Choice
          type="checkbox"
          name="ownVillages"
          value="yes"
          label={w.ownVillages}
          hint={w.ownVillagesHint}
          defaultChecked={value("ownVillages") !== undefined}
        />
      </div>
    </>
  );
}

export function MembershipTerms(fields: FieldsProps) {
  const { words: w } = fields;
  return (
    <>
      <Num name="share" label={w.share} hint={w.shareHint} unit={w.units.yuan} decimal fields={fields} />
      <Num
        name="surplus"
        label={w.surplus}
        hint={w.surplusHint}
        unit={w.units.percent}
        decimal
        fields={fields}
      />
    </>
  );
}
