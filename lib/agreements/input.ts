import { z } from "zod";
import { annexKinds, earlyCauses } from "@/db/words";
import { day, prose } from "@/lib/postings/input";

/** What comes in at the doors of agreements. Files are looked into by the door and come beside it. */

export const reason = prose(500).min(1, "code:missing");

export const endInput = z.strictObject({
  cause: z.enum(earlyCauses),
  reason,
  /** The last day it runs; today ends it at once. */
  endsOn: day,
});

const money = z.int().positive().max(1_000_000_000);
const rate = z.int().min(0).max(10_000);
const payMonthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "code:bad-date")
  .refine((text) => day.safeParse(`2000-${text}`).success, "code:bad-date");

/**
 * What an annex may change: what is paid and when. Who works, which land, how many persons are the match
 * itself: another application. A field left out stays as it is.
 */
export const changeableTerms = {
  job: z.strictObject({ wageFen: money.optional(), payDay: z.int().min(1).max(28).optional() }),
  land: z.strictObject({ rentFenPerMuYear: money.optional(), payMonthDay: payMonthDay.optional() }),
  equity: z.strictObject({
    guaranteedBp: rate.optional(),
    secondBp: rate.optional(),
    payMonthDay: payMonthDay.optional(),
  }),
  order: z.strictObject({
    floorPriceFen: money.optional(),
    quantity: z.int().min(1).max(1_000_000).optional(),
    payWithinDays: z.int().min(0).max(365).optional(),
  }),
  membership: z.strictObject({ returnBp: rate.optional(), payMonthDay: payMonthDay.optional() }),
  contract: z.strictObject({
    feeFenPerPlotYear: z.int().min(0).max(1_000_000_000).optional(),
    floorPriceFen: money.optional(),
    payWithinDays: z.int().min(0).max(365).optional(),
    payMonthDay: payMonthDay.optional(),
  }),
} as const;

export const annexInput = z.strictObject({
  kind: z.enum(annexKinds),
  reason,
  /** A change holds from this day on. A renewal begins the day after the last. */
  effectiveOn: day.optional(),
  /** A renewal runs so many years. */
  years: z.int().min(1).max(30).optional(),
  /** Checked against the agreement's kind once that is known. */
  terms: z.record(z.string(), z.unknown()).default({}),
});
export type AnnexInput = z.output<typeof annexInput>;

export const answerInput = z.strictObject({
  move: z.enum(["agree", "refuse", "take-back"]),
  reason: prose(500).default(""),
});
