"use client";
import { useActionState } from "react";
import { propose } from "@/app/agreements/[id]/annex/actions";
import { WhyFields } from "@/app/agreements/[id]/why-fields";
import { emptyForm } from "@/app/form-empty";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberField } from "@/components/ui/number-field";
import { type ChoiceOption, RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Props = {
  id: string;
  kind: string;
  kinds: readonly ChoiceOption[];
  earliest: string;
  fields: readonly { name: string; label: string; value: string }[];
  withPaper: boolean;
  words: Record<
    | "kind"
    | "effectiveOn"
    | "effectiveOnHint"
    | "years"
    | "yearsHint"
    | "reason"
    | "terms"
    | "termsHint"
    | "paper"
    | "paperHint"
    | "submit"
    | "working"
    | "errorsTitle",
    string
  >;
};

export function AnnexForm({ id, kind, kinds, earliest, fields, withPaper, words }: Props) {
  const [{ sentence, errors, values }, action] = useActionState(propose, emptyForm);
  const labels = {
    annexKind: words.kind,
    effectiveOn: words.effectiveOn,
    years: words.years,
    reason: words.reason,
    terms: words.terms,
    paper: words.paper,
    ...Object.fromEntries(fields.map(({ name, label }) => [name, label])),
  };
  return (
    <form action={action} className="grid gap-6">
      <ErrorSummary title={words.errorsTitle} sentence={sentence} errors={errors} labels={labels} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={kind} />
      <RadioGroup
        name="annexKind"
        label={words.kind}
        options={kinds}
        defaultValue={values.annexKind?.[0] ?? "change"}
        error={errors.annexKind}
        required
      />
      <DateField
        name="effectiveOn"
        label={words.effectiveOn}
        hint={words.effectiveOnHint}
        defaultValue={values.effectiveOn?.[0]}
        min={earliest}
        error={errors.effectiveOn}
      />
      {kinds.length > 1 && (
        <NumberField
          name="years"
          label={words.years}
          hint={words.yearsHint}
          defaultValue={values.years?.[0]}
          error={errors.years}
        />
      )}
      <fieldset id="field-terms" className="grid gap-4">
        <legend className="mb-1 font-semibold">{words.terms}</legend>
        <p className="text-ink-soft">{words.termsHint}</p>
        {errors.terms && <p className="font-semibold text-seal">{errors.terms}</p>}
        {fields.map(({ name, label, value }) => (
          <div key={name}>
            <input type="hidden" name={`was-${name}`} value={value} />
            <TextField
              name={name}
              label={label}
              defaultValue={values[name]?.[0] ?? value}
              error={errors[name]}
              inputMode={name === "payMonthDay" ? "text" : "decimal"}
              maxLength={20}
            />
          </div>
        ))}
      </fieldset>
      <WhyFields withPaper={withPaper} words={words} errors={errors} values={values} />
      <SubmitButton pendingLabel={words.working}>{words.submit}</SubmitButton>
    </form>
  );
}
