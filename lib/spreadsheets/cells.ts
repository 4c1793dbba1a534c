/**
 * What stands in a cell, with its type: an ID number in a numeric cell has already lost its last digits, and
 * only the type says so. `text` is what was stored.
 */
export type Cell =
  | { kind: "text"; text: string }
  | { kind: "number"; number: number; text: string }
  /** A day, by the workbook's own date system: YYYY-MM-DD. */
  | { kind: "date"; text: string }
  | { kind: "yes-no"; yes: boolean; text: string }
  /** #N/A and its like, or a formula without its value. */
  | { kind: "error"; text: string };

/** A row that holds something; row and columns as people count them, from 1; cells from index 0. */
export type SheetRow = { sheet: string; row: number; cells: (Cell | undefined)[] };

/** Nothing to see in it. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.kind === "text" && cell.text.trim() === "");

/** A column's letters: 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = "";
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** A serial day number of either date system as YYYY-MM-DD, or null when it is none. */
export function dayOfSerial(serial: number, since1904: boolean): string | null {
  // 1900 was no leap year, but the format thinks it was: day 60 never happened.
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!(serial >= (since1904 ? 0 : 1) && days < 2_958_466)) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}

/** What makes a spreadsheet take a text for a formula, half- or full-width, or breaks out of the cell. */
const active = /^[=+\-@\u2212\uff1d\uff0b\uff0d\uff20\t\r]/;

/** A text that no spreadsheet runs: a quote mark goes before what it would take for a formula. */
export const harmless = (text: string): string => (active.test(text) ? `'${text}` : text);

/** What `harmless` was given. */
export const unharmed = (text: string): string =>
  text.startsWith("'") && active.test(text.slice(1)) ? text.slice(1) : text;
