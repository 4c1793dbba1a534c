import { controlId, controlLook, describedBy, type FieldBasics } from "@/components/ui/control";
import { Field } from "@/components/ui/field";

type Props = FieldBasics & {
  /** YYYY-MM-DD. */
  defaultValue?: string | undefined;
  min?: string;
  max?: string;
  required?: boolean;
};

/** A day: the browser's own calendar, which gives YYYY-MM-DD whatever it shows. */
export function DateField({ name, label, hint, error, optional, ...rest }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...rest}
        type="date"
        id={controlId(name)}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={controlLook(Boolean(error), "max-w-56")}
      />
    </Field>
  );
}
