import { Readable } from "node:stream";
import { answered } from "@/app/imports/answer";
import { spreadsheetResponse } from "@/app/imports/download";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { paymentForm } from "@/lib/moneys/sheet-file";
import { currentAsker } from "@/lib/users/session";

/** The lines not paid in full, to fill in. */
export const GET = (): Promise<Response> =>
  answered(async () => {
    const [asker, locale] = await Promise.all([currentAsker(), currentLocale()]);
    const chunks = await paymentForm(asker, locale, today());
    const body = Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array>;
    return spreadsheetResponse(body, `${dictionary(locale).moneys.enterprise.sheet}.xlsx`);
  });
