import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ParameterKind } from "@/lib/policy/kinds";

type Props = {
  kind: ParameterKind;
  /** Field → as typed. */
  values: Record<string, string>;
  errors?: Record<string, string>;
  /** Label of the one field, names of the shares, the unit and the words to choose from. */
  words: { value: string; shares: Record<string, string>; unit: string; words: Record<string, string> };
};

/** The fields a parameter's value is typed into: one, or one a share. */
export function ValueFields({ kind, values, errors = {}, words }: Props) {
  if (kind.as === "shares")
    return (
      <div className="grid gap-x-6 sm:grid-cols-2">
        {kind.names.map((name) => (
          <NumberField
            key={name}
            name={name}
            label={words.shares[name] ?? name}
            unit="%"
            decimal
            defaultValue={values[name]}
            error={errors[name]}
          />
        ))}
      </div>
    );
  const common = { name: "value", label: words.value, defaultValue: values.value, error: errors.value };
  if (kind.as === "one-of")
    return (
      <Select
        {...common}
        options={kind.words.map((word) => ({ value: word, label: words.words[word] ?? word }))}
      />
    );
  if (kind.as === "day-of-year") return <TextField {...common} placeholder="11-30" maxLength={5} />;
  return (
    <NumberField {...common} unit={words.unit} decimal={kind.as !== "number" || kind.decimals > 0} required />
  );
}
