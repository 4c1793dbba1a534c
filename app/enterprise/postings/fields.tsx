import type { PostingFormWords } from "@/app/enterprise/postings/form-words";
import { MonthPicker } from "@/components/ui/month-picker";
import { NumberField } from "@/components/ui/number-field";
import { TextField } from "@/components/ui/text-field";

export type FieldsProps = {
  words: PostingFormWords;
  /** What was typed at a field, or stands there already. */
  value: (name: string) => string | undefined;
  values: (name: string) => string[];
  error: (name: string) => string | undefined;
};

type Told = { label: string; hint?: string };
const hinted = (hint?: string) => (hint ? { hint } : {});

/** One number under its name. */
export function Num(
  props: Told & {
    name: string;
    unit: string;
    decimal?: boolean;
    fields: Pick<FieldsProps, "value" | "error">;
  },
) {
  const { name, label, hint, unit, decimal, fields } = props;
  return (
    <NumberField
      name={name}
      label={label}
      unit={unit}
      {...hinted(hint)}
      {...(decimal && { decimal })}
      defaultValue={fields.value(name)}
      error={fields.error(name)}
    />
  );
}

/** One line of text under its name. */
export function Line(
  props: Told & { name: string; optional?: string; fields: Pick<FieldsProps, "value" | "error"> },
) {
  const { name, label, hint, optional, fields } = props;
  return (
    <TextField
      name={name}
      label={label}
      {...hinted(hint)}
      {...(optional && { optional })}
      autoComplete="off"
      defaultValue={fields.value(name)}
      error={fields.error(name)}
    />
  );
}

const bits = (chosen: readonly string[]) => chosen.reduce((all, m) => all | (1 << (Number(m) - 1)), 0);

/** Months of the year under their name. */
export function Months({ name, label, fields }: { name: string; label: string; fields: FieldsProps }) {
  const { words: w, values, error } = fields;
  return (
    <MonthPicker
      name={name}
      label={label}
      hint={w.monthsHint}
      monthNames={w.monthNames}
      defaultMonths={bits(values(name))}
      error={error(name)}
    />
  );
}
