import { fileReaders } from "@/app/files/readers";
import { openFile } from "@/lib/files/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal, refuse } from "@/lib/refusal/refusal";
import { currentAsker } from "@/lib/users/session";

type Context = { params: Promise<{ id: string }> };

/** A kept file, for whoever its subject lets read it; to everyone else it is one that does not exist. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const { id } = await params;
    if (!/^[\w-]{1,40}$/.test(id)) refuse("not-found");
    const file = await openFile(await currentAsker(), id, fileReaders);
    return new Response(new Uint8Array(file.body), {
      headers: {
        "Content-Type": file.mediaType,
        "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        // Shown by the browser's own viewer and given nothing of this site.
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "Cache-Control": file.sealed ? "private, no-store" : "private, max-age=300",
      },
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const sentence = dictionary(await currentLocale()).refusal["not-found"]();
    const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
    return new Response(sentence, { status: 404, headers });
  }
}
