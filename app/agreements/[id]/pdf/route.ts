import { addressOf } from "@/app/agreements/[id]/address";
import { paperFacts } from "@/lib/agreements/paper";
import { paperPdf } from "@/lib/agreements/pdf";
import { paperOf } from "@/lib/agreements/text";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal } from "@/lib/refusal/refusal";
import { currentAsker } from "@/lib/users/session";

type Context = { params: Promise<{ id: string }> };

/** The agreement as a PDF of one page, for whoever may open the paper; to everyone else it does not exist. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  try {
    const facts = await paperFacts(await currentAsker(), id, today(), { whole: true });
    const body = await paperPdf(paperOf(facts, "zh"), addressOf(request.headers, id));
    return new Response(new Uint8Array(body), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename*=UTF-8''${facts.number}.pdf`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const sentence = dictionary(await currentLocale()).refusal["not-found"]();
    const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
    return new Response(sentence, { status: 404, headers });
  }
}
