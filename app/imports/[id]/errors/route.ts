import { answered } from "@/app/imports/answer";
import { spreadsheetResponse } from "@/app/imports/download";
import { dictionary } from "@/lib/i18n/dictionary";
import { takeErrors } from "@/lib/imports/refused-rows";
import { type Taken, writtenByWorker } from "@/lib/imports/writer";
import { currentAsker } from "@/lib/users/session";

type Context = { params: Promise<{ id: string }> };

/** The refused rows of a file, each with why, to be mended and uploaded again; whole for who uploaded it. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answered(async () => {
    const { id } = await params;
    const asker = await currentAsker();
    const take = async (): Promise<Taken> => {
      const { fileName, whole } = await takeErrors(asker, id);
      const name = `${fileName.replace(/\.\w+$/, "")} ${dictionary("zh").words.importOutcome.refused}.xlsx`;
      return { asked: { task: "errors", asker, importId: id, whole }, name };
    };
    const { body, name } = await writtenByWorker(asker, take, request.signal);
    return spreadsheetResponse(body, name);
  });
