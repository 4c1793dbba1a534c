import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal, refusalStatus } from "@/lib/refusal/refusal";
import { refusalSentence } from "@/lib/refusal/words";

/** For downloads: a refusal as one sentence, in the reader's language. */
export async function answered(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const sentence = refusalSentence(dictionary(await currentLocale()), error);
    const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
    return new Response(sentence, { status: refusalStatus[error.code], headers });
  }
}
