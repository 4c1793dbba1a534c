import { answered } from "@/app/imports/answer";
import { spreadsheetResponse } from "@/app/imports/download";
import { dictionary } from "@/lib/i18n/dictionary";
import { takeFullExport } from "@/lib/imports/full-exports";
import { type Taken, writtenByWorker } from "@/lib/imports/writer";
import { currentAsker } from "@/lib/users/session";

type Context = { params: Promise<{ id: string }> };

/** A full export that another person allowed, for who asked for it. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answered(async () => {
    const asker = await currentAsker();
    const { id } = await params;
    const take = async (): Promise<Taken> => ({
      asked: { task: "export", asker, question: await takeFullExport(asker, id) },
      name: `${dictionary("zh").words.importKind.households} ${id.slice(-8)}.xlsx`,
    });
    const { body, name } = await writtenByWorker(asker, take, request.signal);
    return spreadsheetResponse(body, name);
  });
