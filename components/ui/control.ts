import { join } from "@/components/ui/join";

/** What a text field, select or text area looks like. */
export const controlLook = (wrong: boolean, className?: string): string =>
  join(
    "control min-h-11 w-full rounded border bg-surface px-3 py-2 text-ink placeholder:text-ink-soft",
    wrong ? "border-2 border-seal" : "border-edge",
    className,
  );

/** The id of a field's control: what the error summary links to. */
export const controlId = (name: string): string => `f-${name}`;

/** What a control is described by: its hint and its error, where there are such. */
export const describedBy = (name: string, hint: unknown, error: unknown): string | undefined =>
  join(Boolean(hint) && `${controlId(name)}-hint`, Boolean(error) && `${controlId(name)}-error`) || undefined;

/** What every field takes. Sentences come from the dictionary, by way of the page. */
export type FieldBasics = {
  name: string;
  label: string;
  hint?: string;
  /** The sentence that says what is wrong and what would be right. */
  error?: string | undefined;
  /** The word shown after the label of a field that may stay empty, e.g. (选填). */
  optional?: string;
};
