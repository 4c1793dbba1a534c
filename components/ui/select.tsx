import { controlId, controlLook, describedBy, type FieldBasics } from "@/components/ui/control";
import { Field } from "@/components/ui/field";

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: readonly Option[] };
type Props = FieldBasics & {
  options?: readonly Option[];
  groups?: readonly OptionGroup[];
  /** First, empty choice: 请选择 or 全部. */
  placeholder?: string;
  defaultValue?: string | undefined;
  required?: boolean;
};

const one = (option: Option) => (
  <option key={option.value} value={option.value}>
    {option.label}
  </option>
);

/** One of a list: the phone's own select, which nobody has to learn. */
export function Select({
  name,
  label,
  hint,
  error,
  optional,
  options = [],
  groups = [],
  placeholder,
  ...rest
}: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <select
        // React restores the first option after an action unless the select is made anew for its value.
        key={rest.defaultValue}
        {...rest}
        id={controlId(name)}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={controlLook(Boolean(error))}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(one)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(one)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
