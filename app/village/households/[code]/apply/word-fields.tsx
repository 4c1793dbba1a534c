import type { ReactNode } from "react";
import { FileField } from "@/components/ui/file-field";
import { TextField } from "@/components/ui/text-field";

export type WordFieldWords = Record<
  | "codeField"
  | "codeHint"
  | "slipField"
  | "slipHint"
  | "photo"
  | "photoHint"
  | "witness1"
  | "witness2"
  | "witnessName"
  | "witnessReach"
  | "witnessReachHint",
  string
>;
type Props = { words: WordFieldWords; errors: Record<string, string>; values: Record<string, string[]> };

/** Shown when its way is chosen; a browser that cannot tell shows all, and reads the one that was chosen. */
function Way({ way, children }: { way: "code" | "slip" | "witnesses"; children: ReactNode }) {
  const shown = {
    code: "group-has-[input[value=code]:checked]:block",
    slip: "group-has-[input[value=slip]:checked]:block",
    witnesses: "group-has-[input[value=witnesses]:checked]:block",
  }[way];
  return <div className={`supports-[selector(:has(*))]:hidden ${shown}`}>{children}</div>;
}

/** What shows the household's word, for each way it can be given. */
export function WordFields({ words: w, errors, values }: Props) {
  const field = (name: string, label: string, more: { hint?: string; maxLength: number }) => (
    <TextField
      key={name}
      name={name}
      label={label}
      error={errors[name]}
      defaultValue={values[name]?.[0]}
      {...more}
    />
  );
  return (
    <>
      <Way way="code">{field("code", w.codeField, { hint: w.codeHint, maxLength: 10 })}</Way>
      <Way way="slip">
        <FileField name="photo" label={w.photo} hint={w.photoHint} error={errors.photo} camera />
        {field("slip", w.slipField, { hint: w.slipHint, maxLength: 200 })}
      </Way>
      <Way way="witnesses">
        {([1, 2] as const).map((n) => (
          <fieldset key={n} className="mb-2">
            <legend className="mb-1 font-semibold">{n === 1 ? w.witness1 : w.witness2}</legend>
            {field(`name${n}`, w.witnessName, { maxLength: 40 })}
            {field(`reach${n}`, w.witnessReach, { hint: w.witnessReachHint, maxLength: 60 })}
          </fieldset>
        ))}
      </Way>
    </>
  );
}
