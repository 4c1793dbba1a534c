import type { ComponentProps } from "react";
import { controlId, controlLook, describedBy, type FieldBasics } from "@/components/ui/control";
import { Field } from "@/components/ui/field";

type Props = FieldBasics &
  Pick<
    ComponentProps<"input">,
    | "defaultValue"
    | "maxLength"
    | "autoComplete"
    | "inputMode"
    | "required"
    | "placeholder"
    | "autoFocus"
    | "readOnly"
  > & { type?: "text" | "password" | "tel" | "date" | "search" };

/** One line of text, a password, a phone number or a day. */
export function TextField({ name, label, hint, error, optional, type = "text", ...rest }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...rest}
        id={controlId(name)}
        name={name}
        type={type}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={controlLook(Boolean(error), type === "date" ? "max-w-56" : undefined)}
      />
    </Field>
  );
}
