import type {
  AgreementTerms,
  ContractTerms,
  EquityTerms,
  JobTerms,
  LandTerms,
  MembershipTerms,
  OrderTerms,
} from "@/db/agreement-terms";
import type { AnnexState, ParcelKind } from "@/db/words";
import { addDays, addYears } from "@/lib/clock/clock";
import type { Policy } from "@/lib/policy/policy";

export type { AgreementTerms } from "@/db/agreement-terms";

/**
 * What a final match says, as its posting and its household stand on that day: the shape of the terms without
 * what policy adds to them (pay days, planned days, the base of the second dividend).
 */
export type MatchedTerms =
  | Omit<JobTerms, "daysPerMonth" | "payDay">
  | (Omit<LandTerms, "parcels" | "mu100" | "payMonthDay"> & {
      parcels: { parcelId: string; kind: ParcelKind; mu100: number }[];
    })
  | Omit<EquityTerms, "persons" | "secondBase" | "payMonthDay">
  | OrderTerms
  | Omit<MembershipTerms, "payMonthDay">
  | Omit<ContractTerms, "payMonthDay">;

/** The terms of an agreement made now: what was matched, and what policy says of paying on this day. */
export function termsOf(matched: MatchedTerms, policy: Policy): AgreementTerms {
  switch (matched.kind) {
    case "job":
      return {
        ...matched,
        daysPerMonth: matched.wageUnit === "day" ? policy["agreement.daysPerMonth"] : null,
        payDay: policy["agreement.wagePayDay"],
      };
    case "land":
      return {
        ...matched,
        mu100: matched.parcels.reduce((sum, parcel) => sum + parcel.mu100, 0),
        payMonthDay: policy["agreement.payMonthDay"],
      };
    case "equity":
      return {
        ...matched,
        persons: matched.memberIds.length,
        secondBase: policy["equity.secondBase"],
        payMonthDay: policy["equity.payMonthDay"],
      };
    case "order":
      return matched;
    case "membership":
      return { ...matched, payMonthDay: policy["agreement.surplusMonthDay"] };
    case "contract":
      return { ...matched, payMonthDay: policy["agreement.payMonthDay"] };
  }
}

/** The day before the same day some years on. */
export const lastDayAfter = (startsOn: string, years: number): string =>
  addDays(addYears(startsOn, years), -1);

/** The last day of an agreement that begins on a day; null for shares and membership, which run until ended. */
export function lastDayOf(terms: AgreementTerms, startsOn: string, policy: Policy): string | null {
  switch (terms.kind) {
    case "job":
      return lastDayAfter(startsOn, policy["agreement.jobYears"]);
    case "land":
    case "order":
    case "contract":
      return lastDayAfter(startsOn, terms.years);
    default:
      return null;
  }
}

export type TermsChange = { state: AnnexState; kind: string; effectiveOn: string; terms: AgreementTerms };

/**
 * The terms an agreement has had, each with its first day, in order: the frozen ones from its start, and each
 * agreed change from its own day on. A later change of the same day replaces the earlier.
 */
export function termsPeriods(
  first: { startsOn: string; terms: AgreementTerms },
  annexes: readonly TermsChange[],
): { from: string; terms: AgreementTerms }[] {
  const changes = annexes
    .filter((a) => a.kind === "change" && a.state === "agreed")
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0));
  const periods = [{ from: first.startsOn, terms: first.terms }];
  for (const { effectiveOn, terms } of changes) {
    if (periods.at(-1)?.from === effectiveOn) periods.pop();
    periods.push({ from: effectiveOn, terms });
  }
  return periods;
}

/** The terms that hold on a day; before the start, the first. */
export const termsOn = (
  first: { startsOn: string; terms: AgreementTerms },
  annexes: readonly TermsChange[],
  day: string,
): AgreementTerms =>
  termsPeriods(first, annexes)
    .filter((period) => period.from <= day)
    .at(-1)?.terms ?? first.terms;
