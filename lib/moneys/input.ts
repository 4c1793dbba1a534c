import { z } from "zod";
import { disputeReasons, paymentMethods } from "@/db/words";
import { day, line, prose } from "@/lib/postings/input";

const id = z.string().min(1).max(40);

/** What an enterprise says it paid: one or several lines, on one day, in one way. */
export const paymentInput = z.strictObject({
  /** Without an amount: all that is open of the line. */
  lines: z
    .array(z.strictObject({ due: id, amountFen: z.int().positive().max(1e12).optional() }))
    .min(1, "code:missing")
    .max(500),
  paidOn: day,
  method: z.enum(paymentMethods),
  reference: prose(100).default(""),
});
export type PaymentInput = z.output<typeof paymentInput>;

/** It came: several at once. A village says how the household told it. */
export const confirmInput = z.strictObject({
  payments: z.array(id).min(1, "code:missing").max(500),
  note: prose(200).default(""),
});

/** It did not come: about a line, or about a payment that was recorded. */
export const disputeInput = z.strictObject({
  due: id,
  payment: id.optional(),
  reason: z.enum(disputeReasons),
  note: prose(500).default(""),
});

export const reasonInput = z.strictObject({ reason: prose(500).min(1, "code:missing") });

export const deliveryInput = z.strictObject({
  agreement: id,
  deliveredOn: day,
  /** In the agreement's unit, at most two decimals. */
  quantity: z
    .number()
    .positive()
    .max(1e6)
    .refine((v) => Math.abs(v * 100 - Math.round(v * 100)) < 1e-6, "code:wrong"),
  priceFen: z.int().positive().max(1e9),
});

export const workDaysInput = z.strictObject({
  due: id,
  /** Halves of a day count. */
  days: z
    .number()
    .min(0)
    .max(31)
    .refine((v) => Number.isInteger(v * 2), "code:wrong"),
});

export const profitInput = z.strictObject({
  year: z.int().min(2000).max(2100),
  profitFen: z.int().min(0).max(1e13),
  document: line(200),
});

export const reversalInput = z.strictObject({ delivery: id, reason: prose(500).min(1, "code:missing") });

/** A declared profit as the books say, by the county. */
export const correctionInput = z.strictObject({
  enterprise: id,
  year: z.int().min(2000).max(2100),
  profitFen: z.int().min(0).max(1e13),
  reason: prose(500).min(1, "code:missing"),
});
