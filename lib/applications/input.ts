import { z } from "zod";
import { consentWays, declineReasons, rejectReasons, returnReasons } from "@/db/words";
import { askedMoves } from "@/lib/applications/moves";
import { line, prose } from "@/lib/postings/input";

const witness = z.strictObject({ name: line(40), reach: line(60) });

/**
 * The household's word, and what shows it: nothing more on its own account; the code read back; a signed slip
 * by its number or its photograph; two witnesses by name and how to reach them.
 */
export const consentInput = z.strictObject({
  how: z.enum(consentWays),
  /** The code, or the slip's number. */
  evidence: line(200).optional(),
  witnesses: z.tuple([witness, witness]).optional(),
});
export type ConsentInput = z.output<typeof consentInput>;

export const applyInput = z.strictObject({
  posting: z.string().min(1).max(40),
  household: z.string().min(1).max(40),
  consent: consentInput,
  /** Job and contract: who would work; the best fitting free member when left out. */
  member: z.string().min(1).max(40).optional(),
  /** Land: which parcels; all that are offered and wanted when left out. Order: which it would grow on. */
  parcels: z.array(z.string().min(1).max(40)).min(1).max(50).optional(),
  /** Equity: how many persons; all without allotted shares when left out. */
  persons: z.int().min(1).max(50).optional(),
  /** Order: how much a year, in jin (斤, 500 g); all it could deliver when left out. */
  jin: z.int().min(1).max(1_000_000).optional(),
  /** Contract: how many plots; one when left out. */
  plots: z.int().min(1).max(1000).optional(),
});
export type ApplyInput = z.output<typeof applyInput>;

export const moveInput = z.strictObject({
  move: z.enum(askedMoves),
  /** Words for the household; for `decline` one of the coded reasons. */
  reason: prose(500).optional(),
  /** `decline`: words beside the coded reason, needed with `other`. */
  words: prose(500).optional(),
  /** `return` and `reject`: why, as a code; words may stand beside it, or alone. */
  code: z.enum([...returnReasons, ...rejectReasons]).optional(),
  /** `withdraw` by a village: the household's word for it, a code read back or the slip it signed. */
  consent: consentInput.optional(),
  /** The version that was seen; a case that has moved on since is refused as `changed`. */
  version: z.int().min(1).optional(),
});
export type MoveInput = z.output<typeof moveInput>;

export const isDeclineReason = (text: string | undefined): text is (typeof declineReasons)[number] =>
  (declineReasons as readonly string[]).includes(text ?? "");
