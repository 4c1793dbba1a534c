import type { Asker } from "@/lib/access/asker";
import { isLate } from "@/lib/moneys/late";
import type { LoadedDue } from "@/lib/moneys/load";
import type { Condition } from "@/lib/moneys/moves";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** A row of a move table, whichever. */
type AnyStep = {
  from: readonly (string | null)[];
  by: readonly string[];
  needs: readonly Condition[];
};

/** What the conditions of a move are asked of. */
type Case = {
  /** Where it stands; null: there is none yet. */
  state: string | null;
  loaded: LoadedDue;
  today: string;
  /** Who did the step that this one answers. */
  otherHand?: string | null;
  /** Whose hands the case went through (load.ts). */
  hands?: readonly string[];
  reason?: string;
  /** What a payment would add to the line. */
  addsFen?: number;
  /** A dispute about the line is under way. */
  disputed?: boolean;
  /** A payment of it is recorded, so that it need not be late to be missed. */
  recorded?: boolean;
};

/**
 * Asks every condition of the move tables (moves.ts); the tables are the only place that names them.
 * @throws Refusal forbidden, not-open, own-case, input, more-than-due, not-late, already-disputed.
 */
export function guard(asker: Asker, step: AnyStep, given: Case): void {
  const { due } = given.loaded;
  if (!step.by.includes(asker.role)) refuse("forbidden");
  if (!step.from.includes(given.state)) refuse("not-open", { state: given.state });
  const needs = (condition: Condition) => step.needs.includes(condition);
  if (needs("other-hand") && asker.userId !== null && asker.userId === given.otherHand) refuse("own-case");
  // The two sides are in it by nature; an officer who had any part is not the one to settle it.
  if (needs("outside-chain") && asker.role === "county" && given.hands?.includes(asker.userId ?? ""))
    refuse("own-case");
  if (needs("no-open-dispute") && given.disputed) refuse("already-disputed");
  // What fell away is owed by nobody, however old its day.
  if (needs("late") && !given.recorded && !(due.state === "open" && isLate(due, given.today)))
    refuse("not-late");
  if (needs("reason") && (given.reason ?? "").trim() === "") refuseFields({ reason: { code: "missing" } });
  const open = due.amountFen - due.paidFen;
  if (needs("within-open") && (due.state !== "open" || (given.addsFen ?? 0) > open))
    refuse("more-than-due", { left: open / 100 });
}
