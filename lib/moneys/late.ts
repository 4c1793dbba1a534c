import type { DueBasis } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import type { Policy } from "@/lib/policy/policy";

/** What lateness turns on; amounts in whole fen. */
export type Owed = { basis: DueBasis; dueOn: string; amountFen: number; paidFen: number };

/** paid · open: not yet due · amber: late, or a dividend whose month has come · red: late for long. */
export const owedLights = ["paid", "open", "amber", "red"] as const;
export type OwedLight = (typeof owedLights)[number];

const isDividend = (basis: DueBasis) => basis === "guaranteed" || basis === "second";

/** The first day on which a line shows amber, and the first on which it shows red, if it is still unpaid. */
export function lightDays(
  { basis, dueOn }: Pick<Owed, "basis" | "dueOn">,
  policy: Policy,
): { amberOn: string; redOn: string } {
  const after = addDays(dueOn, 1);
  const redAfter = addDays(dueOn, policy["moneys.redAfterDays"]);
  if (!isDividend(basis)) return { amberOn: after, redOn: redAfter };
  const year = dueOn.slice(0, 4);
  const amberOn = `${year}-${policy["dividend.amberOn"]}`;
  const redOn = `${year}-${policy["dividend.redOn"]}`;
  return {
    // A dividend's clock starts before its day; one that is due earlier in the year has no such month.
    amberOn: amberOn <= dueOn ? amberOn : after,
    redOn: redOn > dueOn && redOn < redAfter ? redOn : redAfter,
  };
}

/** How a line stands on a day. */
export function lightOf(owed: Owed, policy: Policy, today: string): OwedLight {
  if (owed.paidFen >= owed.amountFen) return "paid";
  // Most lines: not due yet, and no dividend, whose clock starts before its day.
  if (today <= owed.dueOn && !isDividend(owed.basis)) return "open";
  const { amberOn, redOn } = lightDays(owed, policy);
  return today >= redOn ? "red" : today >= amberOn ? "amber" : "open";
}

/** Whether a line's day is past and money is still missing. */
export const isLate = ({ dueOn, amountFen, paidFen }: Omit<Owed, "basis">, today: string): boolean =>
  today > dueOn && paidFen < amountFen;

/** What lines come to: due = paid + late + open, always. */
export type Sums = { dueFen: number; paidFen: number; lateFen: number; openFen: number };
export const noSums: Sums = { dueFen: 0, paidFen: 0, lateFen: 0, openFen: 0 };

export function sumOf(lines: readonly Omit<Owed, "basis">[], today: string): Sums {
  const sums = { ...noSums };
  for (const line of lines) {
    const missing = line.amountFen - line.paidFen;
    sums.dueFen += line.amountFen;
    sums.paidFen += line.paidFen;
    if (today > line.dueOn) sums.lateFen += missing;
    else sums.openFen += missing;
  }
  return sums;
}
