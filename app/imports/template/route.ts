import { Readable } from "node:stream";
import { answered } from "@/app/imports/answer";
import { spreadsheetResponse } from "@/app/imports/download";
import { permit } from "@/lib/access/scope";
import { dictionary } from "@/lib/i18n/dictionary";
import { formTemplate } from "@/lib/imports/export";
import { currentAsker } from "@/lib/users/session";

/** The form, empty, with the choices of its columns. */
export const GET = (): Promise<Response> =>
  answered(async () => {
    permit(await currentAsker(), "import", "read");
    const body = Readable.toWeb(Readable.from(formTemplate())) as ReadableStream<Uint8Array>;
    return spreadsheetResponse(body, `${dictionary("zh").words.importKind.households}.xlsx`);
  });
