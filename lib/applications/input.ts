import { z } from "zod";
import { consentWays, declineReasons } from "@/db/words";
import { askedMoves } from "@/lib/applications/moves";
import { line, prose } from "@/lib/postings/input";

/** The household's word: how it was given, and what shows it (code read back, slip number, names of witnesses). */
export const consentInput = z.strictObject({
  how: z.enum(consentWays),
  evidence: line(200).optional(),
});

export const applyInput = z.strictObject({
  posting: z.string().min(1).max(40),
  household: z.string().min(1).max(40),
  consent: consentInput,
  /** Job: who would work; the best fitting free member when left out. */
  member: z.string().min(1).max(40).optional(),
  /** Land: which parcels; all that are offered and wanted when left out. */
  parcels: z.array(z.string().min(1).max(40)).min(1).max(50).optional(),
  /** Equity: how many persons; all without allotted shares when left out. */
  persons: z.int().min(1).max(50).optional(),
});
export type ApplyInput = z.output<typeof applyInput>;

export const moveInput = z.strictObject({
  move: z.enum(askedMoves),
  /** Words for the household; for `decline` one of the coded reasons. */
  reason: prose(500).optional(),
});
export type MoveInput = z.output<typeof moveInput>;

export const isDeclineReason = (text: string | undefined): text is (typeof declineReasons)[number] =>
  (declineReasons as readonly string[]).includes(text ?? "");
