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
    const status = refusalStatus[error.code];
    const headers = {
      ...{ "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
      ...(status === 429 && { "Retry-After": "60" }),
    };
    return new Response(sentence, { status, headers });
  }
}
