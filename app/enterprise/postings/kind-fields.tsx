import { ContractNeed, ContractTerms } from "@/app/enterprise/postings/contract-fields";
import { EquityNeed, EquityTerms } from "@/app/enterprise/postings/equity-fields";
import { type FieldsProps, Months } from "@/app/enterprise/postings/fields";
import { MembershipNeed, MembershipTerms } from "@/app/enterprise/postings/membership-fields";
import { OrderNeed, OrderTerms } from "@/app/enterprise/postings/order-fields";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Choice } from "@/components/ui/choice";
import { NumberField } from "@/components/ui/number-field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { PostingKind } from "@/db/words";

type Fields = (props: FieldsProps) => React.ReactNode;

const needs: Record<PostingKind, Fields> = {
  job: JobNeed,
  land: LandNeed,
  equity: EquityNeed,
  order: OrderNeed,
  membership: MembershipNeed,
  contract: ContractNeed,
};

const terms: Record<PostingKind, Fields> = {
  job: JobTerms,
  land: LandTerms,
  equity: EquityTerms,
  order: OrderTerms,
  membership: MembershipTerms,
  contract: ContractTerms,
};

type Props = FieldsProps & { kind: PostingKind };

/** What is needed: how many, of what, when. */
export function NeedFields({ kind, ...props }: Props) {
  const Fields = needs[kind];
  return <Fields {...props} />;
}

/** What it pays and on which conditions. */
export function TermFields({ kind, ...props }: Props) {
  const Fields = terms[kind];
  return <Fields {...props} />;
}

function JobNeed(fields: FieldsProps) {
  const { words: w, value, error } = fields;
  return (
    <>
      <NumberField
        name="positions"
        label={w.positions}
        unit={w.units.persons}
        defaultValue={value("positions")}
        error={error("positions")}
      />
      <Months name="months" label={w.months} fields={fields} />
      <RadioGroup
        name="work"
        label={w.work}
        options={w.workOptions}
        defaultValue={value("work")}
        error={error("work")}
      />
    </>
  );
}

function LandNeed({ words: w, value, values, error }: FieldsProps) {
  const mu = (name: "totalMu" | "minMu" | "fullMu", hint?: string) => (
    <NumberField
      name={name}
      label={w[name]}
      unit={w.units.mu}
      decimal
      defaultValue={value(name)}
      error={error(name)}
      {...(hint && { hint, optional: w.optional })}
    />
  );
  return (
    <>
      {mu("totalMu")}
      <CheckboxGroup
        name="parcelKinds"
        label={w.parcelKinds}
        options={w.parcelOptions}
        defaultValues={values("parcelKinds")}
        error={error("parcelKinds")}
      />
      {mu("minMu")}
      {mu("fullMu", w.fullMuHint)}
    </>
  );
}

/** What most jobs leave open: out of the way until asked for. */
const folded = ["skills", "skillsRequired", "ageMin", "ageMax"];

function JobTerms({ words: w, value, values, error }: FieldsProps) {
  const units = (["month", "day"] as const).map((unit) => ({ value: unit, label: w.wageUnits[unit] }));
  const age = (name: "ageMin" | "ageMax") => (
    <NumberField
      name={name}
      label={w[name]}
      unit={w.ageUnit}
      optional={w.optional}
      defaultValue={value(name)}
      error={error(name)}
    />
  );
  return (
    <>
      <RadioGroup
        name="wageUnit"
        label={w.wageUnit}
        options={units}
        defaultValue={value("wageUnit") ?? "month"}
        error={error("wageUnit")}
      />
      <NumberField
        name="wage"
        label={w.wage}
        hint={w.wageHint}
        unit={w.units.yuan}
        decimal
        defaultValue={value("wage")}
        error={error("wage")}
      />
      <div className="mb-5 grid gap-1">
        <Choice
          type="checkbox"
          name="lodging"
          value="yes"
          label={w.lodging}
          hint={w.lodgingHint}
          defaultChecked={value("lodging") !== undefined}
        />
      </div>
      <details
        open={folded.some((name) => value(name) !== undefined || error(name) !== undefined)}
        className="mb-5 rounded border border-line bg-surface px-4"
      >
        <summary className="flex min-h-11 items-center font-semibold text-tea underline underline-offset-4">
          {w.more}
        </summary>
        <div className="pt-3">
          <CheckboxGroup
            name="skills"
            label={w.skills}
            optional={w.optional}
            options={w.skillOptions}
            defaultValues={values("skills")}
            error={error("skills")}
          />
          <div className="mb-5">
            <Choice
              type="checkbox"
              name="skillsRequired"
              value="yes"
              label={w.skillsRequired}
              hint={w.skillsRequiredHint}
              defaultChecked={value("skillsRequired") !== undefined}
            />
          </div>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {age("ageMin")}
            {age("ageMax")}
          </div>
        </div>
      </details>
    </>
  );
}

function LandTerms({ words: w, value, error }: FieldsProps) {
  return (
    <>
      <NumberField
        name="rent"
        label={w.rent}
        unit={w.units.rent}
        decimal
        defaultValue={value("rent")}
        error={error("rent")}
      />
      <NumberField
        name="years"
        label={w.years}
        hint={w.yearsHint}
        unit={w.units.years}
        defaultValue={value("years")}
        error={error("years")}
      />
    </>
  );
}
