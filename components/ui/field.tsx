import type { ReactNode } from "react";
import { controlId, type FieldBasics } from "@/components/ui/control";
import { join } from "@/components/ui/join";

/** Label, hint and error around one control. */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  children,
}: FieldBasics & { children: ReactNode }) {
  return (
    <div className={join("mb-5 grid gap-1", Boolean(error) && "border-l-4 border-seal pl-3")}>
      <label htmlFor={controlId(name)} className="font-semibold">
        {label}
        {optional && <span className="ml-1 font-normal text-ink-soft">{optional}</span>}
      </label>
      <FieldHint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      {children}
    </div>
  );
}

/** The same around several controls that answer one question. */
export function FieldGroup({
  name,
  label,
  hint,
  error,
  optional,
  children,
}: FieldBasics & { children: ReactNode }) {
  return (
    <fieldset
      id={controlId(name)}
      tabIndex={-1}
      aria-describedby={
        join(Boolean(hint) && `${controlId(name)}-hint`, Boolean(error) && `${controlId(name)}-error`) ||
        undefined
      }
      className={join("mb-5 min-w-0", Boolean(error) && "border-l-4 border-seal pl-3")}
    >
      <legend className="font-semibold">
        {label}
        {optional && <span className="ml-1 font-normal text-ink-soft">{optional}</span>}
      </legend>
      <FieldHint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      <div className="mt-1">{children}</div>
    </fieldset>
  );
}

function FieldHint({ name, hint }: { name: string; hint: string | undefined }) {
  return hint ? (
    <p id={`${controlId(name)}-hint`} className="text-sm text-ink-soft">
      {hint}
    </p>
  ) : null;
}

function FieldError({ name, error }: { name: string; error: string | undefined }) {
  return error ? (
    <p id={`${controlId(name)}-error`} className="font-semibold text-seal">
      {error}
    </p>
  ) : null;
}
