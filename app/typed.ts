import { type FieldProblems, isRefusal, refuseFields } from "@/lib/refusal/refusal";

/** What a form's fields hold, in the shape the rules read. */

/** A form that shares its page with others, without the word its field names begin with (FieldsForm's `scope`). */
export function unscoped(form: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of form) plain.append(name.replace(/^\w+--/, ""), value);
  return plain;
}

export const typedText = (form: FormData, name: string): string =>
  String(form.get(name) ?? "").replace(/\r\n/g, "\n");

export const typedList = (form: FormData, name: string): string[] => form.getAll(name).map(String);

/** An empty field as null. */
export const typedOrNull = (form: FormData, name: string): string | null =>
  typedText(form, name).trim() || null;

/**
 * Digits as people type them: full width, with commas or spaces. Null when empty; what is no number stays as
 * it was typed, for the parser to name.
 * @param times what one typed unit is in the rules' unit: 100 for yuan, 1,000,000 for 万元.
 */
export function typedNumber(form: FormData, name: string, times = 1): number | string | null {
  const text = typedText(form, name).trim();
  if (text === "") return null;
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return text;
  // Rounding takes away what the binary product adds (0.29 × 100), not what was typed.
  return Math.round(Number(plain) * times * 1e6) / 1e6;
}

/** Runs a command on a form; bounds it is refused with come back in the units that were typed. */
export async function inTypedUnits<T>(
  times: Readonly<Record<string, number>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error) || error.code !== "input") throw error;
    const fields: FieldProblems = {};
    for (const [name, { min, max, ...rest }] of Object.entries(error.fields)) {
      const by = times[name] ?? 1;
      fields[name] = {
        ...rest,
        ...(min !== undefined && { min: min / by }),
        ...(max !== undefined && { max: max / by }),
      };
    }
    return refuseFields(fields);
  }
}
