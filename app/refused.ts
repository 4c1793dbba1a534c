import { redirect } from "next/navigation";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal, type RefusalCode, refusalStatus } from "@/lib/refusal/refusal";
import { refusalSentence } from "@/lib/refusal/words";

/**
 * For buttons without a form to come back to: does the work, then shows `page` again, with ?done= or, when it
 * was refused, with ?refused= and the code of why.
 */
export async function doAndReturn(page: string, done: string, work: () => Promise<unknown>): Promise<never> {
  const mark = (await refusedMark(work)) ?? `done=${done}`;
  redirect(`${page}${page.includes("?") ? "&" : "?"}${mark}`);
}

/** Does the work; when it was refused, what to put into the address for refusedSentence to say why. */
export async function refusedMark(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (isRefusal(error)) return `refused=${error.code}`;
    throw error;
  }
}

/** The sentence of ?refused=code in the request's language, or null for none or one that is not ours. */
export async function refusedSentence(code: unknown): Promise<string | null> {
  if (typeof code !== "string" || !Object.hasOwn(refusalStatus, code)) return null;
  return refusalSentence(dictionary(await currentLocale()), { code: code as RefusalCode, data: {} });
}
