import { coverageNumbers, linkNumbers, moneyNumbers, type PictureName } from "@/app/officer/pictures/numbers";
import type { Numbers } from "@/components/charts/figure";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { coveragePicture, linkPicture, moneyPicture } from "@/lib/county/picture-data";
import { currentLocale } from "@/lib/i18n/locale";
import { harmless } from "@/lib/spreadsheets/cells";
import { currentAsker } from "@/lib/users/session";

const makers: Record<PictureName, (asker: Asker, locale: Locale, year: number) => Promise<Numbers>> = {
  coverage: async (asker, locale) => coverageNumbers(locale, await coveragePicture(asker, today())),
  moneys: async (asker, locale, year) => moneyNumbers(locale, await moneyPicture(asker, year)),
  links: async (asker, locale) => linkNumbers(locale, await linkPicture(asker, 1000), true),
};

/** Numbers without their grouping, so that a program can add them up; texts quoted and harmless. */
const cell = (text: string) =>
  /^-?[\d,]+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : `"${harmless(text).replaceAll('"', '""')}"`;

/** The numbers of a picture as a CSV file that spreadsheet programs open with its Chinese right. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }) {
  const [{ name }, asker, locale] = await Promise.all([params, currentAsker(), currentLocale()]);
  const maker = Object.hasOwn(makers, name) ? makers[name as PictureName] : null;
  if (!maker || (asker.role !== "county" && asker.role !== "town"))
    return new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get("year") ?? "";
  const year = Number(/^20\d\d$/.test(asked) ? asked : today().slice(0, 4));
  const { columns, rows } = await maker(asker, locale, year);
  const text = [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  return new Response(`\ufeff${text}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
