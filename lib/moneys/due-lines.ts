/**
 * What an agreement makes due: one line a period or event, in whole fen. Pure, so that the same terms, dates
 * and facts give the same lines whenever they are made again. A whole period counts whole, however many days
 * it has; one cut short by the start, the end or a change of terms counts by its days (share.ts).
 */
import type {
  AgreementTerms,
  ContractTerms,
  EquityTerms,
  JobTerms,
  LandTerms,
  OrderTerms,
} from "@/db/agreement-terms";
import type { DueBasis, MoneyKind } from "@/db/words";
import { addDays, monthBit } from "@/lib/clock/clock";
import {
  agreementYears,
  calendarMonths,
  daysOf,
  payDayUnder,
  type Span,
  wageDueOn,
} from "@/lib/moneys/periods";
import { proRata } from "@/lib/moneys/share";

/** An agreement as far as its money turns on it. */
export type Agreed = Span & {
  /** The terms it has had, each from its first day on (lib/agreements/terms.ts); at least one, all of a kind. */
  periods: readonly { from: string; terms: AgreementTerms }[];
};

export type DueLine = {
  kind: MoneyKind;
  basis: DueBasis;
  /** The delivery or declaration; empty where the period says all. */
  sourceId: string;
  /** Whose work it pays for; null where it is the household's as such. */
  memberId: string | null;
  from: string;
  to: string;
  dueOn: string;
  amountFen: number;
  /** As planned; exact once the days worked are recorded. */
  estimated: boolean;
};

/** What only comes to be known while the agreement runs. */
export type Facts = {
  deliveries: readonly { id: string; deliveredOn: string; quantity100: number; priceFen: number }[];
  /** Half days worked, by the first day of the month. */
  halfDays: ReadonlyMap<string, number>;
  /** This agreement's part of what was declared for a year (declared.ts). */
  declared: readonly { id: string; year: number; amountFen: number; declaredOn: string; dueOn: string }[];
};
export const noFacts: Facts = { deliveries: [], halfDays: new Map(), declared: [] };

/** Hundredths of a unit (mu, jin, head) at a price for one, half a fen up. */
export const worthFen = (priceFen: number, quantity100: number): number =>
  proRata(priceFen * quantity100, 1, 100);

/** A rate of a sum, half a fen up. @param basisPoints 500 = 5 % */
export const rateOfFen = (sumFen: number, basisPoints: number): number =>
  proRata(sumFen * basisPoints, 1, 10_000);

const plain = { sourceId: "", memberId: null, estimated: false };

/** The terms that hold on a day. */
function termsOn<T extends AgreementTerms>(agreed: Agreed, day: string): T {
  if (agreed.periods.length === 1) return agreed.periods[0]?.terms as T;
  const holding = agreed.periods.filter((period) => period.from <= day).at(-1) ?? agreed.periods[0];
  return holding?.terms as T;
}

/**
 * What a stretch of days is worth when a whole one of `ofDays` is worth `wholeFen` under each of the terms
 * that hold in turn: their days together, rounded once.
 */
function worthOf(
  agreed: Agreed,
  { from, to }: { from: string; to: string },
  ofDays: number,
  wholeFen: (terms: AgreementTerms) => number,
): number {
  if (agreed.periods.length === 1) {
    const whole = wholeFen(termsOn(agreed, from));
    const days = daysOf({ from, to });
    return days === ofDays ? whole : proRata(whole, days, ofDays);
  }
  const starts = [
    from,
    ...agreed.periods.map((period) => period.from).filter((day) => day > from && day <= to),
  ];
  const fenDays = starts.reduce((sum, start, i) => {
    const next = starts[i + 1];
    const days = daysOf({ from: start, to: next ? addDays(next, -1) : to });
    return sum + wholeFen(termsOn(agreed, start)) * days;
  }, 0);
  return proRata(fenDays, 1, ofDays);
}

type Yearly<T> = { kind: MoneyKind; basis: DueBasis; yearFen: (terms: T) => number };

const yearly = <T extends LandTerms | EquityTerms | ContractTerms>(
  agreed: Agreed,
  until: string,
  { kind, basis, yearFen }: Yearly<T>,
): DueLine[] =>
  agreementYears(agreed, until).map((year) => ({
    ...plain,
    kind,
    basis,
    from: year.from,
    to: year.to,
    dueOn: payDayUnder(year, agreed.periods as { from: string; terms: T }[]),
    amountFen: worthOf(agreed, year, daysOf({ from: year.from, to: year.wholeTo }), (terms) =>
      yearFen(terms as T),
    ),
  }));

/** The wage of a whole month under some terms; none where they have no work in it. */
const monthWageFen = (terms: AgreementTerms, bit: number): number =>
  terms.kind === "job" && terms.wageUnit === "month" && (terms.months & bit) !== 0 ? terms.wageFen : 0;

const plannedHalfDays = ({ daysPerMonth }: JobTerms, days: number, ofDays: number): number =>
  proRata(daysPerMonth ?? 0, days, ofDays) * 2;

/**
 * A month's wage. Who works, and by month or by day, is as at the month's end; a day wage is planned with the
 * agreed days for the part of the month that counts, until the days worked are recorded.
 */
function wages(agreed: Agreed, until: string, { halfDays }: Facts): DueLine[] {
  return calendarMonths(agreed, until).flatMap((month): DueLine[] => {
    const terms = termsOn<JobTerms>(agreed, month.to);
    const bit = monthBit(month.from);
    if (agreed.periods.length === 1 && (terms.months & bit) === 0) return [];
    const ofDays = daysOf({ from: month.wholeFrom, to: month.wholeTo });
    const byMonth = terms.wageUnit === "month";
    if (!byMonth && (terms.months & bit) === 0) return [];
    const worked = byMonth ? undefined : halfDays.get(month.wholeFrom);
    // Written out in one piece: spread, it takes most of the time of a county's lines.
    const line: DueLine = {
      kind: "wage",
      basis: byMonth ? "wage-month" : "wage-days",
      sourceId: "",
      memberId: terms.memberId,
      from: month.from,
      to: month.to,
      dueOn: wageDueOn(month.from, terms.payDay),
      amountFen: byMonth
        ? worthOf(agreed, month, ofDays, (t) => monthWageFen(t, bit))
        : proRata(terms.wageFen * (worked ?? plannedHalfDays(terms, daysOf(month), ofDays)), 1, 2),
      estimated: !byMonth && worked === undefined,
    };
    return [line];
  });
}

const declared = (kind: MoneyKind, basis: DueBasis, facts: Facts): DueLine[] =>
  facts.declared.map(({ id, year, amountFen, dueOn }) => ({
    ...plain,
    kind,
    basis,
    sourceId: id,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    dueOn,
    amountFen,
  }));

const sales = (agreed: Agreed, { deliveries }: Facts): DueLine[] =>
  [...deliveries]
    .sort((a, b) => (a.deliveredOn + a.id < b.deliveredOn + b.id ? -1 : 1))
    .map(({ id, deliveredOn, quantity100, priceFen }) => ({
      ...plain,
      kind: "sale",
      basis: "delivery",
      sourceId: id,
      from: deliveredOn,
      to: deliveredOn,
      dueOn: addDays(deliveredOn, termsOn<OrderTerms | ContractTerms>(agreed, deliveredOn).payWithinDays),
      amountFen: worthFen(priceFen, quantity100),
    }));

/** Inputs on credit are taken off the first deliveries of each year of the contract, until they are made good. */
function lessInputs(lines: readonly DueLine[], agreed: Agreed): DueLine[] {
  const credit = new Map<string, number>();
  return lines.map((line) => {
    const { plots, inputsFenPerPlotYear } = termsOn<ContractTerms>(agreed, line.from);
    const year = agreementYears(agreed, line.from).at(-1)?.from ?? agreed.startsOn;
    const left = credit.get(year) ?? plots * inputsFenPerPlotYear;
    const taken = Math.min(left, line.amountFen);
    credit.set(year, left - taken);
    return { ...line, amountFen: line.amountFen - taken };
  });
}

const yearsOf = {
  land: {
    kind: "rent",
    basis: "rent-year",
    yearFen: (t: LandTerms) => worthFen(t.rentFenPerMuYear, t.mu100),
  },
  equity: {
    kind: "dividend",
    basis: "guaranteed",
    yearFen: (t: EquityTerms) => rateOfFen(t.persons * t.fenPerPerson, t.guaranteedBp),
  },
  contract: {
    kind: "fee",
    basis: "fee-year",
    yearFen: (t: ContractTerms) => t.plots * t.feeFenPerPlotYear,
  },
} as const;

function linesOf(agreed: Agreed, until: string, facts: Facts): DueLine[] {
  const terms = termsOn(agreed, agreed.startsOn);
  switch (terms.kind) {
    case "job":
      return wages(agreed, until, facts);
    case "land":
      return yearly<LandTerms>(agreed, until, yearsOf.land);
    case "equity":
      return [
        ...yearly<EquityTerms>(agreed, until, yearsOf.equity),
        ...declared("dividend", "second", facts),
      ];
    case "order":
      return sales(agreed, facts);
    case "membership":
      return declared("dividend", "share-return", facts);
    case "contract":
      return [
        ...yearly<ContractTerms>(agreed, until, yearsOf.contract),
        ...lessInputs(sales(agreed, facts), agreed),
      ];
  }
}

/**
 * The lines of an agreement, by the day they are due.
 * @param until lines of periods that begin by this day; an early end is simply an earlier last day
 */
export const dueLines = (agreed: Agreed, until: string, facts: Facts = noFacts): DueLine[] =>
  linesOf(agreed, until, facts)
    .filter((line) => line.amountFen > 0)
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.from < b.from ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
