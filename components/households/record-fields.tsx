import { ChipGroup } from "@/components/ui/chip-group";
import { DateField } from "@/components/ui/date-field";
import { NumberField } from "@/components/ui/number-field";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormField } from "@/lib/households/field-text";

type Props = {
  fields: readonly FormField[];
  /** What was typed before a refusal, by field. */
  typed: Record<string, string[]>;
  errors: Record<string, string>;
  /** Ends every name, where a page has several forms that ask alike. */
  suffix?: string;
};

/** The controls of a part of the form, one under another. */
export function RecordFields({ fields, typed, errors, suffix = "" }: Props) {
  return fields.map((field) => {
    const name = `${field.name}${suffix}`;
    return (
      <One
        key={name}
        field={{ ...field, name, values: typed[name] ?? field.values }}
        error={errors[field.name]}
      />
    );
  });
}

function One({ field, error }: { field: FormField; error: string | undefined }) {
  const { name, label, hint, values, options = [], placeholder } = field;
  const basics = {
    name,
    label,
    error,
    ...(hint && { hint }),
    ...(field.optional && { optional: field.optional }),
  };
  const [first] = values;
  switch (field.control) {
    case "boxes":
      return <ChipGroup {...basics} options={options} defaultValues={values} />;
    case "segmented":
      return <Segmented {...basics} options={options} defaultValue={first} />;
    case "select":
      return (
        <Select
          {...basics}
          options={options}
          defaultValue={first}
          {...(placeholder && { placeholder })}
          {...(field.required && { required: true })}
        />
      );
    case "date":
      return <DateField {...basics} defaultValue={first} {...(field.required && { required: true })} />;
    case "number":
      return (
        <NumberField
          {...basics}
          defaultValue={first}
          {...(field.unit && { unit: field.unit })}
          {...(field.decimal && { decimal: true })}
        />
      );
    case "area":
      return (
        <TextArea
          {...basics}
          rows={3}
          defaultValue={first}
          {...(field.maxLength && { maxLength: field.maxLength })}
        />
      );
    default:
      return (
        <TextField
          {...basics}
          type={field.control === "tel" ? "tel" : "text"}
          defaultValue={first}
          autoComplete="off"
          {...(field.required && { required: true })}
          {...(field.maxLength && { maxLength: field.maxLength })}
        />
      );
  }
}
