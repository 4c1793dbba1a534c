import { z } from "zod";
import { dueBases, moneyKinds, paymentMethods, paymentStates } from "@/db/words";
import { day, ident, instant, listQuery } from "@/lib/api/list";
import { correctionInput } from "@/lib/moneys/input";
import type { DeliveryRow } from "@/lib/moneys/queries/facts";
import type { Payment } from "@/lib/moneys/queries/payments";

/** What was paid and delivered, to be found and taken back, and a declared profit to be corrected. */

export const paymentsQuery = z.strictObject({
  ...listQuery,
  state: z.enum(paymentStates).optional(),
  due: ident.optional(),
  household: ident.optional(),
});

export const paymentAnswer = z.strictObject({
  id: ident,
  /** The line it pays: `id` of a household's money. */
  due: ident,
  kind: z.enum(moneyKinds),
  basis: z.enum(dueBases),
  dueOn: day,
  /** Below 0 in the entry that takes another back. */
  amountFen: z.int(),
  paidOn: day,
  method: z.enum(paymentMethods),
  reference: z.string(),
  state: z.enum(paymentStates),
  recordedAt: instant,
  agreement: z.string(),
  /** Not for enterprises. */
  household: ident.nullable(),
  /** Which one it takes back, and why. */
  reversalOf: ident.nullable(),
  reason: z.string().nullable(),
});
export const paymentShown = (one: Payment): z.input<typeof paymentAnswer> => ({
  id: one.id,
  due: one.dueId,
  kind: one.kind,
  basis: one.basis,
  dueOn: one.dueOn,
  amountFen: one.amountFen,
  paidOn: one.paidOn,
  method: one.method,
  reference: one.reference,
  state: one.state,
  recordedAt: one.recordedAt.toISOString(),
  agreement: one.agreementNumber,
  household: one.householdCode,
  reversalOf: one.reversalOf,
  reason: one.reason,
});

export const deliveriesQuery = z.strictObject({ ...listQuery, agreement: z.string().max(40).optional() });

export const deliveryAnswer = z.strictObject({
  id: ident,
  /** The agreement's number. */
  agreement: z.string(),
  /** Not for enterprises. */
  household: ident.nullable(),
  deliveredOn: day,
  /** In the agreement's unit, at most two decimals. */
  quantity: z.number().positive(),
  priceFen: z.int(),
  /** Why it was taken back; null while it stands. */
  takenBack: z.string().nullable(),
});
export const deliveryShown = ({ quantity100, ...row }: DeliveryRow): z.input<typeof deliveryAnswer> => ({
  ...row,
  quantity: quantity100 / 100,
});

export const reversedAnswer = z.strictObject({ id: ident, state: z.literal("reversed") });

export const profitCorrectionBody = correctionInput.pick({ profitFen: true, reason: true });
export const profitAnswer = z.strictObject({
  /** The enterprise. */
  id: ident,
  year: z.int(),
  profitFen: z.int().min(0),
});
