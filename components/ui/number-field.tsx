import { controlId, controlLook, describedBy, type FieldBasics } from "@/components/ui/control";
import { Field } from "@/components/ui/field";

type Props = FieldBasics & {
  /** What is counted: 元/月, 亩, 人. */
  unit?: string;
  defaultValue?: number | string | undefined;
  /** Whether 3.5 is an answer. */
  decimal?: boolean;
  required?: boolean;
  maxLength?: number;
};

/**
 * A number with its unit. A text input with a numeric keypad, not type=number: that one drops what it cannot
 * read and changes by the wheel. The parser says what is wrong.
 */
export function NumberField({ name, label, hint, error, optional, unit, decimal, ...rest }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <div className="flex max-w-72 items-stretch">
        <input
          {...rest}
          id={controlId(name)}
          name={name}
          type="text"
          inputMode={decimal ? "decimal" : "numeric"}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={
            `${describedBy(name, hint, error) ?? ""} ${unit ? `${controlId(name)}-unit` : ""}`.trim() ||
            undefined
          }
          className={controlLook(Boolean(error), unit ? "min-w-0 rounded-r-none" : undefined)}
        />
        {unit && (
          <span
            id={`${controlId(name)}-unit`}
            className="flex items-center rounded-r border border-l-0 border-edge bg-paper px-3 whitespace-nowrap text-ink-soft"
          >
            {unit}
          </span>
        )}
      </div>
    </Field>
  );
}
