import type { FormState } from "@/app/form-empty";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal } from "@/lib/refusal/refusal";
import { problemSentences, refusalSentence } from "@/lib/refusal/words";

export type { FormState } from "@/app/form-empty";

/** The typed values of a form, files and React's own fields left out. */
function typed(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION"))
      values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

/**
 * Runs what a form asks for. A refusal comes back in the user's language; a redirect and anything unexpected
 * go on. The action redirects after this returns null.
 */
export async function attempt(form: FormData, work: () => Promise<unknown>): Promise<FormState | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const t = dictionary(await currentLocale());
    const errors = problemSentences(t, error.fields);
    const onlyFields = error.code === "input" && Object.keys(errors).length > 0;
    return { ...(!onlyFields && { sentence: refusalSentence(t, error) }), errors, values: typed(form) };
  }
}
