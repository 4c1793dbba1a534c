import type { IndustryGroup, Locale, Term } from "@/db/words";

/** One industry of the county's list, as it is read everywhere. */
export type IndustryRow = {
  code: string;
  nameZh: string;
  nameEn: string;
  group: IndustryGroup;
  term: Term;
  sort: number;
  /** Retired ones keep their name for what was written with them and are offered no more. */
  active: boolean;
  version: number;
};

const nameOf = (row: IndustryRow, locale: Locale) => (locale === "zh" ? row.nameZh : row.nameEn);

/** What an industry is called; its code when the list does not have it, which a foreign key forbids. */
export function industryLabel(list: readonly IndustryRow[], locale: Locale, code: string): string {
  const row = list.find((one) => one.code === code);
  return row ? nameOf(row, locale) : code;
}

/** All of the list's names, by code: what a client component may be given. */
export const industryNames = (list: readonly IndustryRow[], locale: Locale): Record<string, string> =>
  Object.fromEntries(list.map((row) => [row.code, nameOf(row, locale)]));

/** What a form offers: what is in use, and the one a row already has. */
export const industryOptions = (
  list: readonly IndustryRow[],
  locale: Locale,
  present?: string,
): { value: string; label: string }[] =>
  list
    .filter((row) => row.active || row.code === present)
    .map((row) => ({ value: row.code, label: nameOf(row, locale) }));
