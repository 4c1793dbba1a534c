import type { FieldsProps } from "@/app/enterprise/postings/fields";
import { NumberField } from "@/components/ui/number-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";

/** 配股: which round pays, for how many persons, and what binds them. */
export function EquityNeed({ words: w, value, error }: FieldsProps) {
  return (
    <>
      {w.roundOptions.length > 0 ? (
        <Select
          name="roundId"
          label={w.round}
          options={w.roundOptions}
          defaultValue={value("roundId")}
          error={error("roundId")}
        />
      ) : (
        <p className="mb-5 font-semibold text-amber">{w.roundNone}</p>
      )}
      <NumberField
        name="persons"
        label={w.persons}
        unit={w.units.persons}
        defaultValue={value("persons")}
        error={error("persons")}
      />
      <RadioGroup
        name="bindingLink"
        label={w.link}
        hint={w.linkHint}
        options={w.linkOptions}
        defaultValue={value("bindingLink")}
        error={error("bindingLink")}
      />
    </>
  );
}

/** What shares bring. */
export function EquityTerms({ words: w, value, error }: FieldsProps) {
  const rate = (name: "guaranteed" | "second", hint: string) => (
    <NumberField
      name={name}
      label={w[name]}
      hint={hint}
      unit={w.units.percent}
      decimal
      defaultValue={value(name)}
      error={error(name)}
    />
  );
  return (
    <>
      <div className="mb-5">
        <p className="font-semibold">{w.perPerson}</p>
        <p>{w.perPersonNote}</p>
        {error("fenPerPerson") && <p className="font-semibold text-seal">{error("fenPerPerson")}</p>}
      </div>
      {rate("guaranteed", w.guaranteedHint)}
      {rate("second", w.secondHint)}
    </>
  );
}
