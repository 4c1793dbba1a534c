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
type Shown = { errors: Record<string, string | undefined>; values: Record<string, string[]> };
type Props = Shown & { words: WordFieldWords };
/** `suffix` ends the fields' names, where a page has several such forms. */
type Part = Props & { suffix?: string };

function Line({
  errors,
  values,
  ...field
}: Shown & { name: string; label: string; hint?: string; maxLength: number; inputMode?: "numeric" }) {
  return <TextField {...field} error={errors[field.name]} defaultValue={values[field.name]?.[0]} />;
}

/** The code the household read out. */
export const CodeField = ({ words: w, suffix = "", ...shown }: Part) => (
  <Line
    {...shown}
    name={`code${suffix}`}
    label={w.codeField}
    hint={w.codeHint}
    maxLength={10}
    inputMode="numeric"
  />
);

/** The slip the household signed: its picture, or where it is kept. */
export const SlipFields = ({ words: w, suffix = "", ...shown }: Part) => (
  <>
    <FileField
      name={`photo${suffix}`}
      label={w.photo}
      hint={w.photoHint}
      error={shown.errors[`photo${suffix}`]}
      camera
    />
    <Line {...shown} name={`slip${suffix}`} label={w.slipField} hint={w.slipHint} maxLength={200} />
  </>
);

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
export function WordFields(props: Props) {
  const { words: w, ...shown } = props;
  return (
    <>
      <Way way="code">
        <CodeField {...props} />
      </Way>
      <Way way="slip">
        <SlipFields {...props} />
      </Way>
      <Way way="witnesses">
        {([1, 2] as const).map((n) => (
          <fieldset key={n} className="mb-2">
            <legend className="mb-1 font-semibold">{n === 1 ? w.witness1 : w.witness2}</legend>
            <Line {...shown} name={`name${n}`} label={w.witnessName} maxLength={40} />
            <Line
              {...shown}
              name={`reach${n}`}
              label={w.witnessReach}
              hint={w.witnessReachHint}
              maxLength={60}
            />
          </fieldset>
        ))}
      </Way>
    </>
  );
}
