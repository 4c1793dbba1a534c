import type { AgreementTerms } from "@/db/agreement-terms";
import { daysBetween } from "@/lib/clock/clock";
import { rateOfFen } from "@/lib/moneys/due-lines";
import { proRata, share } from "@/lib/moneys/share";

/** An agreement that takes part in what its enterprise declares for a year; `endsOn` null while it runs on. */
export type Holding = { agreementId: string; terms: AgreementTerms; startsOn: string; endsOn: string | null };
export type Declaration = { year: number; profitFen: number };

/** Whether a year's profit is this one's concern at all, however little it brings. */
export const takesPart = (holding: Holding, year: number): boolean => heldDays(holding, year) > 0;

/** Days of a calendar year on which a holding was held. */
function heldDays({ startsOn, endsOn }: Holding, year: number): number {
  const first = `${year}-01-01`;
  const last = `${year}-12-31`;
  const from = startsOn > first ? startsOn : first;
  const to = endsOn !== null && endsOn < last ? endsOn : last;
  return Math.max(0, daysBetween(from, to) + 1);
}

/**
 * Divides one pot for each rate among all who take part; who has another rate takes their part from their own
 * pot. With one rate, as is the rule, all parts together are the pot.
 */
function pots(
  list: readonly { agreementId: string; rateBp: number; weight: number }[],
  profitFen: number,
): [string, number][] {
  const weights = list.map((one) => one.weight);
  return [...new Set(list.map((one) => one.rateBp))].flatMap((rateBp) => {
    const parts = share(rateOfFen(profitFen, rateBp), weights);
    return list.flatMap((one, i): [string, number][] =>
      one.rateBp === rateBp ? [[one.agreementId, parts[i] ?? 0]] : [],
    );
  });
}

/**
 * What a declared profit brings each agreement, in whole fen. 二次分红 on profit: the rate of the profit,
 * divided by capital and days held; on the principal: the rate of each one's own capital, for the days held,
 * once there is a profit. 盈余返还 of a co-op: the rate of the surplus, divided by days of membership.
 */
export function partsOf(holdings: readonly Holding[], { year, profitFen }: Declaration): Map<string, number> {
  const held = holdings
    .map((one) => ({ ...one, days: heldDays(one, year) }))
    .filter((one) => one.days > 0)
    .sort((a, b) => (a.agreementId < b.agreementId ? -1 : 1));
  const ofDays = daysBetween(`${year}-01-01`, `${year}-12-31`) + 1;
  const parts: [string, number][] = [];
  const onProfit: { agreementId: string; rateBp: number; weight: number }[] = [];
  const members: typeof onProfit = [];
  for (const { agreementId, terms, days } of held) {
    if (terms.kind === "membership") members.push({ agreementId, rateBp: terms.returnBp, weight: days });
    if (terms.kind !== "equity") continue;
    const capitalFen = terms.persons * terms.fenPerPerson;
    if (terms.secondBase === "profit")
      onProfit.push({ agreementId, rateBp: terms.secondBp, weight: capitalFen * days });
    else if (profitFen > 0)
      parts.push([agreementId, proRata(rateOfFen(capitalFen, terms.secondBp), days, ofDays)]);
  }
  return new Map([...parts, ...pots(onProfit, profitFen), ...pots(members, profitFen)]);
}
