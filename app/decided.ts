import { refresh } from "next/cache";
import { attempt, type FormState } from "@/app/form-state";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal } from "@/lib/refusal/refusal";

/** The words that came with a decision: its field is called reason-…, since a page may hold several. */
export function reasonOf(form: FormData): string {
  for (const [name, value] of form) if (name.startsWith("reason") && typeof value === "string") return value;
  return "";
}

/** The coded reason beside the words, where a decision asks for both. */
export function codeOf(form: FormData): string {
  for (const [name, value] of form) if (name.startsWith("code-") && typeof value === "string") return value;
  return "";
}

/**
 * Runs a decision. When someone was faster the sentence names the present state, and the page under it is
 * read again.
 */
export async function decide(
  form: FormData,
  kind: "postingState" | "applicationState" | "enterpriseState" | "projectState",
  work: () => Promise<unknown>,
): Promise<FormState | null> {
  let now: string | number | null | undefined;
  const refused = await attempt(form, async () => {
    try {
      await work();
    } catch (error) {
      if (isRefusal(error) && error.code === "not-open") now = error.data.state;
      throw error;
    }
  });
  if (!refused) return null;
  refresh();
  const { words, postings } = dictionary(await currentLocale());
  const labels: Record<string, string> = words[kind];
  const label = labels[String(now)];
  return label ? { ...refused, sentence: `${refused.sentence} ${postings.stateNow(label)}` } : refused;
}
