import { answered } from "@/app/imports/answer";
import { spreadsheetResponse } from "@/app/imports/download";
import { dictionary } from "@/lib/i18n/dictionary";
import { takeMaskedExport } from "@/lib/imports/full-exports";
import { type Taken, writtenByWorker } from "@/lib/imports/writer";
import { currentAsker } from "@/lib/users/session";

/** The form filled for a part of the asker's area, numbers masked. */
export const GET = (request: Request): Promise<Response> =>
  answered(async () => {
    const asker = await currentAsker();
    const division = new URL(request.url).searchParams.get("division") || undefined;
    const take = async (): Promise<Taken> => ({
      asked: { task: "export", asker, question: await takeMaskedExport(asker, division) },
      name: `${dictionary("zh").words.importKind.households}.xlsx`,
    });
    const { body, name } = await writtenByWorker(asker, take, request.signal);
    return spreadsheetResponse(body, name);
  });
