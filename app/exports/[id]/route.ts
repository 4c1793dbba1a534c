import { answered } from "@/app/imports/answer";
import { spreadsheetResponse } from "@/app/imports/download";
import { dictionary } from "@/lib/i18n/dictionary";
import { takeFullExport } from "@/lib/imports/full-exports";
import { writtenByWorker } from "@/lib/imports/runner";
import { currentAsker } from "@/lib/users/session";

type Context = { params: Promise<{ id: string }> };

/** A full export that another person allowed, for who asked for it. */
export const GET = (_: Request, { params }: Context): Promise<Response> =>
  answered(async () => {
    const asker = await currentAsker();
    const { id } = await params;
    const question = await takeFullExport(asker, id);
    const name = `${dictionary("zh").words.importKind.households} ${id.slice(-8)}.xlsx`;
    return spreadsheetResponse(writtenByWorker({ task: "export", asker, question }), name);
  });
