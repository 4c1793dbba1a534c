/**
 * Errors by the names the commands know. Why something changed is asked as a word and a note: what is wrong with
 * it stands at the note.
 */
export function atFields({ why, ...errors }: Record<string, string>): Record<string, string> {
  return why ? { ...errors, note: why } : errors;
}

/** The same by the names of a form whose fields end alike. */
export const withSuffix = (errors: Record<string, string>, suffix: string): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([name, said]) => [`${name}${suffix}`, said]));
