import type { Numbers } from "@/components/charts/figure";
import { type Locale, threeMoneys } from "@/db/words";
import type { CoveragePicture, LinkPicture, MoneyPicture } from "@/lib/county/picture-data";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";

export const pictureNames = ["coverage", "moneys", "links"] as const;
export type PictureName = (typeof pictureNames)[number];

/** Fen as ten thousands of yuan with two decimals. */
export const inWan = (locale: Locale, fen: number) => formatNumber(locale, fen / 1_000_000, 2);

export const coverageNumbers = (locale: Locale, picture: CoveragePicture): Numbers => {
  const { pictures: t } = dictionary(locale);
  return {
    columns: [t.month, t.households],
    rows: picture.months.map((month, i) => [month, formatNumber(locale, picture.covered[i] ?? 0)]),
  };
};

export const moneyNumbers = (locale: Locale, picture: MoneyPicture): Numbers => {
  const { pictures: t, words } = dictionary(locale);
  return {
    columns: [
      t.month,
      ...threeMoneys.flatMap((money) => [t.due(words.moneyKind[money]), t.paid(words.moneyKind[money])]),
    ],
    rows: picture.map(({ month, due, paid }) => [
      month,
      ...threeMoneys.flatMap((money) => [inWan(locale, due[money]), inWan(locale, paid[money])]),
    ]),
  };
};

/** On screen only the total stands in the table, a phone has no room for seventeen towns; the file has all. */
export const linkNumbers = (locale: Locale, picture: LinkPicture, whole: boolean): Numbers => {
  const { pictures: t } = dictionary(locale);
  return {
    columns: [t.enterprise, t.all, ...(whole ? picture.towns.map((town) => town.name) : [])],
    rows: picture.rows.map((row) => [
      row.name,
      formatNumber(locale, row.all),
      ...(whole ? row.counts.map((count) => formatNumber(locale, count)) : []),
    ]),
  };
};
