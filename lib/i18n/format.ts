import type { Locale } from "@/db/words";

/**
 * Numbers, moneys, areas, distances and days as people write them, in both languages. Units of arguments are
 * in their names; instants are shown in Asia/Shanghai; days are "YYYY-MM-DD" and never shift.
 */

const tags: Record<Locale, string> = { zh: "zh-CN", en: "en" };
const zhMonths = (from: number, to: number) => (from === to ? `${from}月` : `${from}–${to}月`);
const enMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const enMonth = (month: number) => enMonths[month - 1] ?? "";

/** Making a formatter costs a hundred times its use, and a page of forty rows uses two hundred: each is made once. */
const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: Locale, decimals: number): Intl.NumberFormat {
  const key = `${locale}${decimals}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: decimals });
  numberFormats.set(key, made);
  return made;
}
const shanghaiMinute = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** 12,345 · 3.5: grouped, at most `decimals` places, no trailing zeros. */
export const formatNumber = (locale: Locale, value: number, decimals = 0): string =>
  numberFormat(locale, decimals).format(value);

/**
 * An exact amount: 1,500 元 · 1.2 万元; 1,500 yuan · 12,000 yuan. 万 only where two decimals lose nothing.
 * @param amountFen whole fen
 */
export function formatMoney(locale: Locale, amountFen: number): string {
  if (locale === "en") return `${formatNumber(locale, amountFen / 100, 2)} yuan`;
  const inWan = Math.abs(amountFen) >= 1_000_000 && amountFen % 10_000 === 0;
  return inWan
    ? `${formatNumber(locale, amountFen / 1_000_000, 2)} 万元`
    : `${formatNumber(locale, amountFen / 100, 2)} 元`;
}

/** The same always in yuan, for columns of amounts: 12,345.6 元. */
export const formatYuan = (locale: Locale, amountFen: number): string =>
  `${formatNumber(locale, amountFen / 100, 2)} ${locale === "zh" ? "元" : "yuan"}`;

/** An amount for overviews, rounded: 123.5 万元 · 1.24 亿元; 1,235,000 yuan (three significant digits or more). */
export function formatMoneyRounded(locale: Locale, amountFen: number): string {
  const yuan = amountFen / 100;
  if (locale === "en")
    return `${formatNumber(locale, Math.abs(yuan) >= 10_000 ? Math.round(yuan / 1000) * 1000 : Math.round(yuan))} yuan`;
  if (Math.abs(yuan) >= 100_000_000) return `${formatNumber(locale, yuan / 100_000_000, 2)} 亿元`;
  if (Math.abs(yuan) >= 10_000) return `${formatNumber(locale, yuan / 10_000, 1)} 万元`;
  return `${formatNumber(locale, yuan)} 元`;
}

/** 3.5 亩 · 3.5 mu. @param areaMu100 hundredths of a mu */
export const formatMu = (locale: Locale, areaMu100: number): string =>
  `${formatNumber(locale, areaMu100 / 100, 2)} ${locale === "zh" ? "亩" : "mu"}`;

/** 420 斤 · 420 jin (half a kilogram each). */
export const formatJin = (locale: Locale, jin: number): string =>
  `${formatNumber(locale, jin)} ${locale === "zh" ? "斤" : "jin"}`;

/** 3.2 公里 · 3.2 km; below 100 m as 不到 0.1. */
export function formatKm(locale: Locale, distanceKm: number): string {
  const unit = locale === "zh" ? "公里" : "km";
  if (distanceKm > 0 && distanceKm < 0.1) return locale === "zh" ? `不到 0.1 ${unit}` : `under 0.1 ${unit}`;
  return `${formatNumber(locale, distanceKm, 1)} ${unit}`;
}

/** 81% · 72.5%. @param share 0…1 */
export const formatShare = (locale: Locale, share: number, decimals = 0): string =>
  `${formatNumber(locale, share * 100, decimals)}%`;

/** 5%. @param basisPoints 500 = 5 % */
export const formatRate = (locale: Locale, basisPoints: number): string =>
  `${formatNumber(locale, basisPoints / 100, 2)}%`;

/** 11月30日 · 30 Nov. @param day YYYY-MM-DD */
export function formatDay(locale: Locale, day: string): string {
  const [, month, date] = day.split("-").map(Number);
  return locale === "zh" ? `${month}月${date}日` : `${date} ${enMonth(month ?? 0)}`;
}

/** 2026年11月30日 · 30 Nov 2026. */
export function formatDayWithYear(locale: Locale, day: string): string {
  const year = day.slice(0, 4);
  return locale === "zh" ? `${year}年${formatDay(locale, day)}` : `${formatDay(locale, day)} ${year}`;
}

/** 11月30日 14:05 · 30 Nov 14:05, with the year when `withYear`. */
export function formatInstant(locale: Locale, at: Date, withYear = false): string {
  const text = shanghaiMinute.format(at);
  const day = text.slice(0, 10);
  return `${withYear ? formatDayWithYear(locale, day) : formatDay(locale, day)} ${text.slice(11, 16)}`;
}

/** The months set in a mask (January = bit 0), in runs that may pass the new year: [[10, 3], [5, 5]]. */
export function monthRuns(months: number): [from: number, to: number][] {
  const has = (month: number) => (months & (1 << ((month + 11) % 12))) !== 0;
  if ((months & 4095) === 4095) return [[1, 12]];
  const runs: [number, number][] = [];
  for (let month = 1; month <= 12; month++) {
    if (!has(month) || has(month - 1)) continue;
    let to = month;
    while (has(to + 1)) to++;
    runs.push([month, ((to - 1) % 12) + 1]);
  }
  return runs;
}

/** 3–5月 · 10月–次年3月 · 全年; Mar–May · Oct–Mar · all year. */
export function formatMonths(locale: Locale, months: number): string {
  const runs = monthRuns(months);
  if (runs[0]?.[0] === 1 && runs[0][1] === 12) return locale === "zh" ? "全年" : "all year";
  if (locale === "zh")
    return runs.map(([a, b]) => (a <= b ? zhMonths(a, b) : `${a}月–次年${b}月`)).join("、");
  return runs.map(([a, b]) => (a === b ? enMonth(a) : `${enMonth(a)}–${enMonth(b)}`)).join(", ");
}

/** Words in a row: 采茶、修剪 · tea picking, pruning. */
export const formatList = (locale: Locale, items: readonly string[]): string =>
  items.join(locale === "zh" ? "、" : ", ");
