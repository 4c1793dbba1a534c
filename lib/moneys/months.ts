import type { MoneyKind } from "@/db/words";

const two = (n: number) => String(n).padStart(2, "0");

/** The months of a day's calendar year, YYYY-MM. */
export const monthsOfYear = (day: string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${day.slice(0, 4)}-${two(i + 1)}`);

/** Twelve months from a day's own on, YYYY-MM. */
export function monthsFrom(day: string): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Array.from({ length: 12 }, (_, i) => {
    const at = month - 1 + i;
    return `${year + Math.floor(at / 12)}-${two((at % 12) + 1)}`;
  });
}

type Owed = { kind: MoneyKind; dueOn: string; amountFen: number; paidFen: number };
export type StripSum = { month: string; kind: MoneyKind; dueFen: number; paidFen: number; lateFen: number };

/** Lines as sums by month due and kind, in whole fen. */
export function stripParts(lines: readonly Owed[], today: string): StripSum[] {
  const sums = new Map<string, StripSum>();
  for (const { kind, dueOn, amountFen, paidFen } of lines) {
    const month = dueOn.slice(0, 7);
    const sum = sums.get(month + kind) ?? { month, kind, dueFen: 0, paidFen: 0, lateFen: 0 };
    sum.dueFen += amountFen;
    sum.paidFen += paidFen;
    if (dueOn < today) sum.lateFen += amountFen - paidFen;
    sums.set(month + kind, sum);
  }
  return [...sums.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
