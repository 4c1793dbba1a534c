import { type FieldsProps, Line, Months, Num } from "@/app/enterprise/postings/fields";
import { PayWithin } from "@/app/enterprise/postings/order-fields";
import { CheckboxGroup } from "@/components/ui/checkbox-group";

/** 入园承包: the plots, what grows there and when they want work. */
export function ContractNeed(fields: FieldsProps) {
  const { words: w, values, error } = fields;
  return (
    <>
      <Line name="product" label={w.contractProduct} hint={w.productHint} fields={fields} />
      <Num name="plots" label={w.plots} unit={w.units.plots} fields={fields} />
      <Num name="plotMu" label={w.plotMu} unit={w.units.mu} decimal fields={fields} />
      <Num name="maxPlots" label={w.maxPlots} unit={w.units.plots} fields={fields} />
      <Months name="months" label={w.plotMonths} fields={fields} />
      <CheckboxGroup
        name="skills"
        label={w.skills}
        optional={w.optional}
        options={w.skillOptions}
        defaultValues={values("skills")}
        error={error("skills")}
      />
    </>
  );
}

export function ContractTerms(fields: FieldsProps) {
  const { words: w } = fields;
  return (
    <>
      <Num name="fee" label={w.fee} hint={w.feeHint} unit={w.units.yuan} decimal fields={fields} />
      <Num name="inputs" label={w.inputs} hint={w.inputsHint} unit={w.units.yuan} decimal fields={fields} />
      <Num name="yieldJinPerPlot" label={w.yieldPerPlot} unit={w.units.jin} fields={fields} />
      <Num
        name="floorPrice"
        label={w.floorPrice}
        hint={w.floorPriceHint}
        unit={w.units.perJin}
        decimal
        fields={fields}
      />
      <PayWithin {...fields} />
      <Num name="years" label={w.contractYears} hint={w.yearsHint} unit={w.units.years} fields={fields} />
    </>
  );
}
