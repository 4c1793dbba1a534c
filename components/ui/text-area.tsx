import { controlId, controlLook, describedBy, type FieldBasics } from "@/components/ui/control";
import { Field } from "@/components/ui/field";

type Props = FieldBasics & {
  defaultValue?: string | undefined;
  rows?: number;
  maxLength?: number;
  required?: boolean;
};

/** Several lines of text. */
export function TextArea({ name, label, hint, error, optional, rows = 4, ...rest }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...rest}
        id={controlId(name)}
        name={name}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={controlLook(Boolean(error))}
      />
    </Field>
  );
}
