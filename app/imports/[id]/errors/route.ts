import { answered } from "@/app/imports/answer";
import { spreadsheetResponse } from "@/app/imports/download";
import { dictionary } from "@/lib/i18n/dictionary";
import { takeErrors } from "@/lib/imports/refused-rows";
import { writtenByWorker } from "@/lib/imports/runner";
import { currentAsker } from "@/lib/users/session";

type Context = { params: Promise<{ id: string }> };

/** The refused rows of a file, each with why, to be mended and uploaded again; whole for who uploaded it. */
export const GET = (_: Request, { params }: Context): Promise<Response> =>
  answered(async () => {
    const { id } = await params;
    const asker = await currentAsker();
    const { fileName, whole } = await takeErrors(asker, id);
    const name = `${fileName.replace(/\.\w+$/, "")} ${dictionary("zh").words.importOutcome.refused}.xlsx`;
    return spreadsheetResponse(writtenByWorker({ task: "errors", asker, importId: id, whole }), name);
  });
