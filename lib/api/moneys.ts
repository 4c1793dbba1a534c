import { z } from "zod";
import { disputeStates, dueBases, moneyKinds } from "@/db/words";
import { ident } from "@/lib/api/list";
import { owedLights } from "@/lib/moneys/late";
import type { HouseholdLedger } from "@/lib/moneys/queries/household";
import type { Line } from "@/lib/moneys/queries/lines";

const fen = z.int().min(0);
const line = z.strictObject({
  id: ident,
  agreement: z.string(),
  enterpriseName: z.string(),
  /** Whose work it pays for; null where it is the household's as such. */
  memberName: z.string().nullable(),
  kind: z.enum(moneyKinds),
  basis: z.enum(dueBases),
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
  dueOn: z.iso.date(),
  amountFen: fen,
  paidFen: fen,
  confirmedFen: fen,
  /** As planned; exact once the days worked are recorded. */
  estimated: z.boolean(),
  light: z.enum(owedLights),
  /** “It did not come”, under way. */
  dispute: z.enum(disputeStates).nullable(),
});

/** A household's money: this year's lines, and what is late or comes within a year. */
export const moneysAnswer = z.strictObject({
  household: ident,
  persons: z.int(),
  /** Of the calendar year: due = paid + late + open. */
  sums: z.strictObject({ dueFen: fen, paidFen: fen, lateFen: fen, openFen: fen }),
  /** Rent, dividends and wages of the year together, a person and month. */
  perPersonMonthFen: fen,
  year: z.array(line),
  late: z.array(line),
  coming: z.array(line),
});

const lineShown = (one: Line): z.input<typeof line> => ({
  id: one.id,
  agreement: one.agreementNumber,
  enterpriseName: one.enterpriseName,
  memberName: one.memberName,
  kind: one.kind,
  basis: one.basis,
  periodFrom: one.periodFrom,
  periodTo: one.periodTo,
  dueOn: one.dueOn,
  amountFen: one.amountFen,
  paidFen: one.paidFen,
  confirmedFen: one.confirmedFen,
  estimated: one.estimated,
  light: one.light,
  dispute: one.disputeState,
});

export const moneysShown = (ledger: HouseholdLedger): z.input<typeof moneysAnswer> => ({
  household: ledger.code,
  persons: ledger.persons,
  sums: ledger.sums,
  perPersonMonthFen: ledger.perPersonMonthFen,
  year: ledger.year.map(lineShown),
  late: ledger.late.map(lineShown),
  coming: [...ledger.coming, ...ledger.fees].map(lineShown),
});
