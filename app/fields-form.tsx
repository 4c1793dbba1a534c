"use client";
import { useActionState } from "react";
import type { FormState } from "@/app/form-empty";
import type { ButtonTone } from "@/components/ui/button-look";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DivisionPicker, type Place } from "@/components/ui/division-picker";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/file-field";
import { NumberField } from "@/components/ui/number-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { VillageChecks } from "@/components/ui/village-checks";

/** One question of a form, as plain data: what a page sends to the browser is only this. */
export type FieldSpec = { name: string; label: string; hint?: string; optional?: boolean } & (
  | { as: "text" | "password" | "tel" | "date"; autoComplete?: string }
  | { as: "number"; unit?: string; decimal?: boolean }
  | { as: "area"; rows?: number }
  | { as: "select"; options: readonly Option[]; placeholder?: string }
  | { as: "radios" | "checks"; options: readonly Option[] }
  | { as: "village" | "villages" }
  | { as: "file" }
);
export type FormPart = { title?: string; fields: readonly FieldSpec[] };
export type FormWords = Record<
  "errorsTitle" | "working" | "optional" | "choose" | "findVillage" | "nothingFound",
  string
>;

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  parts: readonly FormPart[];
  words: FormWords;
  submit: string;
  tone?: ButtonTone;
  /** What stands in the fields at first, as typed. */
  initial?: Record<string, string[]>;
  hidden?: Record<string, string | number>;
  /** A word of its own for a form that shares its page with another: two fields may not have one id. */
  scope?: string;
  /** Villages to choose from, when a field asks for one. */
  places?: readonly Place[];
  /** How many are ticked, said of a town's villages. */
  chosen?: string;
};

/** A form made from a list of its fields: one column, in their order; what was refused stands at its field. */
export function FieldsForm({
  action,
  parts,
  words,
  submit,
  tone,
  initial = {},
  hidden = {},
  scope,
  ...rest
}: Props) {
  const [state, send] = useActionState(action, { errors: {}, values: initial });
  const scoped = (name: string) => (scope ? `${scope}--${name}` : name);
  const labels = parts.flatMap((p) => p.fields.map((f) => [scoped(f.name), f.label]));
  const errors = Object.entries(state.errors).map(([name, error]) => [scoped(name), error]);
  return (
    <form action={send} noValidate className="max-w-measure">
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={Object.fromEntries(errors)}
        labels={Object.fromEntries(labels)}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {parts.map(({ title, fields }) => (
        <section key={fields[0]?.name} className={title ? "mb-8 border-t border-line pt-5" : undefined}>
          {title && <h2 className="mb-4 text-lg">{title}</h2>}
          {fields.map((field) => (
            <OneField
              key={field.name}
              field={field}
              id={scoped(field.name)}
              state={state}
              words={words}
              {...rest}
            />
          ))}
        </section>
      ))}
      <SubmitButton pendingLabel={words.working} {...(tone && { tone })}>
        {submit}
      </SubmitButton>
    </form>
  );
}

type OneProps = { field: FieldSpec; id: string; state: FormState; words: FormWords } & Pick<
  Props,
  "places" | "chosen"
>;

function OneField({ field, id, state, words, places = [], chosen = "" }: OneProps) {
  const { name, label, hint, optional } = field;
  // A list of words is refused word by word; it is one field here.
  const path = Object.keys(state.errors).find((key) => key === name || key.startsWith(`${name}.`));
  const basics = {
    name: id,
    label,
    ...(hint && { hint }),
    ...(optional && { optional: words.optional }),
    error: path && state.errors[path],
  };
  const value = state.values[name]?.[0];
  const values = state.values[name] ?? [];
  switch (field.as) {
    case "number":
      return (
        <NumberField
          {...basics}
          defaultValue={value}
          {...(field.unit && { unit: field.unit })}
          {...(field.decimal && { decimal: true })}
        />
      );
    case "area":
      return <TextArea {...basics} defaultValue={value} {...(field.rows && { rows: field.rows })} />;
    case "select":
      return (
        <Select
          {...basics}
          options={field.options}
          placeholder={field.placeholder ?? words.choose}
          defaultValue={value}
        />
      );
    case "radios":
      return <RadioGroup {...basics} options={field.options} defaultValue={value} />;
    case "checks":
      return <CheckboxGroup {...basics} options={field.options} defaultValues={values} />;
    case "village":
      return (
        <DivisionPicker
          {...basics}
          places={places}
          placeholder={words.choose}
          findLabel={words.findVillage}
          nothingFound={words.nothingFound}
          defaultValue={value}
        />
      );
    case "villages":
      return <VillageChecks {...basics} places={places} defaultValues={values} chosen={chosen} />;
    case "file":
      return <FileField {...basics} />;
    default:
      return (
        <TextField
          {...basics}
          type={field.as}
          defaultValue={field.as === "password" ? undefined : value}
          autoComplete={field.autoComplete ?? "off"}
        />
      );
  }
}
