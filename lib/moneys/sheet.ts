/** 发放表: payments as a spreadsheet. What a row says, judged before anything is written. */
import type { PaymentMethod } from "@/db/words";
import { paymentMethods } from "@/db/words";
import { isDay } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { type Cell, isBlank, type SheetRow, unharmed } from "@/lib/spreadsheets/cells";

/** The columns, in the order of the form; the last four are the enterprise's to fill in. */
export const sheetColumns = [
  "line",
  "household",
  "what",
  "period",
  "dueOn",
  "missing",
  "amount",
  "paidOn",
  "method",
  "reference",
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** Why a row is not taken; the words stand in the dictionaries. */
export const sheetProblems = [
  "no-line",
  "unknown-line",
  "bad-amount",
  "more-than-due",
  "bad-day",
  "day-to-come",
  "bad-method",
  "twice",
] as const;
export type SheetProblem = (typeof sheetProblems)[number];

/** A payment as a row has it; a column left empty is null. */
export type SheetPayment = {
  row: number;
  line: string;
  amountFen: number;
  paidOn: string;
  method: PaymentMethod;
  reference: string;
};
export type Faulty = { row: number; column: SheetColumn; problem: SheetProblem };

const textOf = (cell: Cell | undefined): string =>
  cell === undefined || cell.kind === "error" ? "" : unharmed(cell.text.trim());

/** Which column stands where, by its head in either language; null when this is no such head. */
export function headOf(row: SheetRow): Map<SheetColumn, number> | null {
  const heads = new Map<string, SheetColumn>();
  for (const locale of ["zh", "en"] as const)
    for (const column of sheetColumns) heads.set(dictionary(locale).moneys.sheet.heads[column], column);
  const places = new Map<SheetColumn, number>();
  for (const [i, cell] of row.cells.entries()) {
    const column = heads.get(textOf(cell));
    if (column && !places.has(column)) places.set(column, i);
  }
  return (["line", "amount", "paidOn"] as const).every((column) => places.has(column)) ? places : null;
}

/** 2026-11-30, 2026/11/30, 2026.11.30 or 2026年11月30日; null for anything else. */
function dayOfText(text: string): string | null {
  const [, year = "", month = "", date = ""] =
    /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

function methodOfText(text: string): PaymentMethod | null {
  if (text === "") return "card";
  return (
    paymentMethods.find((method) =>
      (["zh", "en"] as const).some((locale) => dictionary(locale).words.paymentMethod[method] === text),
    ) ?? null
  );
}

/** What a row below the head says; null where no amount stands, since the line is not paid by this sheet. */
export function paymentOf(
  row: SheetRow,
  places: ReadonlyMap<SheetColumn, number>,
): SheetPayment | Faulty | null {
  const cell = (column: SheetColumn) => row.cells[places.get(column) ?? -1];
  if (isBlank(cell("amount"))) return null;
  const wrong = (column: SheetColumn, problem: SheetProblem): Faulty => ({ row: row.row, column, problem });
  const yuan = Number(textOf(cell("amount")).replace(/[,\uff0c]/g, ""));
  const amountFen = Math.round(yuan * 100);
  if (!Number.isFinite(yuan) || amountFen <= 0 || Math.abs(yuan * 100 - amountFen) > 1e-6)
    return wrong("amount", "bad-amount");
  const line = textOf(cell("line"));
  if (line === "") return wrong("line", "no-line");
  const paidOn = dayOfText(textOf(cell("paidOn")));
  if (!paidOn) return wrong("paidOn", "bad-day");
  const method = methodOfText(textOf(cell("method")));
  if (!method) return wrong("method", "bad-method");
  const reference = textOf(cell("reference")).slice(0, 100);
  return { row: row.row, line, amountFen, paidOn, method, reference };
}

/**
 * Which payments can be recorded and which not, and why: nothing is written by it.
 * @param openFen what is missing of each of the enterprise's own lines; another's is not there
 */
export function judgeSheet(
  rows: readonly (SheetPayment | Faulty)[],
  openFen: ReadonlyMap<string, number>,
  today: string,
): { ready: SheetPayment[]; faulty: Faulty[] } {
  const ready: SheetPayment[] = [];
  const faulty: Faulty[] = [];
  const seen = new Set<string>();
  for (const one of rows) {
    if ("problem" in one) {
      faulty.push(one);
      continue;
    }
    const open = openFen.get(one.line);
    const problem: [SheetColumn, SheetProblem] | null =
      open === undefined
        ? ["line", "unknown-line"]
        : seen.has(one.line)
          ? ["line", "twice"]
          : one.amountFen > open
            ? ["amount", "more-than-due"]
            : one.paidOn > today
              ? ["paidOn", "day-to-come"]
              : null;
    seen.add(one.line);
    if (problem) faulty.push({ row: one.row, column: problem[0], problem: problem[1] });
    else ready.push(one);
  }
  return { ready, faulty };
}
