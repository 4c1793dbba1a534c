import { type FieldsProps, Line, Months, Num } from "@/app/enterprise/postings/fields";
import { CheckboxGroup } from "@/components/ui/checkbox-group";

/** 订单回购: what is bought, how much, and from what it grows. */
export function OrderNeed(fields: FieldsProps) {
  const { words: w, values, error } = fields;
  const jin = (name: "totalJin" | "minJin" | "fullJin") => (
    <Num name={name} label={w[name]} unit={w.units.jin} fields={fields} />
  );
  return (
    <>
      <Line name="product" label={w.product} hint={w.productHint} fields={fields} />
      <Line name="grade" label={w.grade} hint={w.gradeHint} optional={w.optional} fields={fields} />
      {jin("totalJin")}
      <CheckboxGroup
        name="parcelKinds"
        label={w.growsOn}
        hint={w.growsOnHint}
        optional={w.optional}
        options={w.parcelOptions}
        defaultValues={values("parcelKinds")}
        error={error("parcelKinds")}
      />
      <Num name="yieldJin" label={w.yieldJin} hint={w.yieldJinHint} unit={w.units.jin} fields={fields} />
      {jin("minJin")}
      {jin("fullJin")}
    </>
  );
}

export function OrderTerms(fields: FieldsProps) {
  const { words: w } = fields;
  return (
    <>
      <Num
        name="floorPrice"
        label={w.floorPrice}
        hint={w.floorPriceHint}
        unit={w.units.perJin}
        decimal
        fields={fields}
      />
      <Months name="deliveryMonths" label={w.deliveryMonths} fields={fields} />
      <PayWithin {...fields} />
      <Num name="years" label={w.orderYears} hint={w.yearsHint} unit={w.units.years} fields={fields} />
    </>
  );
}

/** When a delivery is paid: the same for orders and plots. */
export function PayWithin(fields: FieldsProps) {
  const { words: w } = fields;
  return (
    <Num
      name="payWithinDays"
      label={w.payWithinDays}
      hint={w.payWithinDaysHint}
      unit={w.units.days}
      fields={fields}
    />
  );
}
