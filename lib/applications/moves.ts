import type { ApplicationState, Role } from "@/db/words";

/**
 * How an application moves (rulings.md, States). All conditions stand here: who, from which states, to
 * which, what else must hold. The commands, the buttons, the API and the tests read this table; whatever it
 * does not say is refused.
 */
export const moveNames = [
  "apply",
  "accept",
  "decline",
  "return",
  "approve",
  "reject",
  "withdraw",
  "object",
  "dismiss",
  "uphold",
  "finish",
  "expire",
  "reopen",
  "lapse",
] as const;
export type MoveName = (typeof moveNames)[number];

export type Condition =
  /** A coded reason, or words, for the household. */
  | "reason"
  /** One of the coded reasons for declining. */
  | "decline-reason"
  /** The household's word is recorded. */
  | "word"
  /** A village acts for a household with its word for it: a code read back, or the slip it signed. */
  | "word-on-behalf"
  /** Not by someone who applied, answered or recorded for it before. */
  | "other-hand"
  /** Not by someone who invited to it, applied or gave its word before, in whatever role: the answer is another's. */
  | "not-applicant"
  /** The posting is still published by an enterprise in good standing. */
  | "posting-published"
  /** The posting's terms are those the household gave its word to. */
  | "same-terms"
  /** The rules of matching still admit the household, as it stands now. */
  | "eligible"
  /** Shares: a live land, order or labor link of the same household with the same enterprise. */
  | "binding"
  /** Places are left: taken + size ≤ capacity. */
  | "capacity"
  /** The notice's last day is past. */
  | "notice-over"
  /** No objection waits for a decision. */
  | "no-open-objection"
  /** The last day to answer is past. */
  | "reply-overdue"
  /** The household no longer brings what was approved, or what the match rests on is gone. */
  | "changed"
  /** What it needs now belongs to another match that is final. */
  | "spent";

export type Move = {
  from: readonly ApplicationState[];
  to: ApplicationState;
  /** `system` is the clock; `public` is whoever objects to a notice. */
  by: readonly (Role | "system" | "public")[];
  needs: readonly Condition[];
};

const everyone = ["household", "village", "town", "county", "admin", "enterprise", "public"] as const;

export const moves: Record<MoveName, Move> = {
  /** A first application has no state before; these are the invited and the returned ones. */
  apply: {
    from: ["invited", "returned"],
    to: "applied",
    by: ["household", "village"],
    needs: ["posting-published", "eligible"],
  },
  accept: {
    from: ["applied"],
    to: "accepted",
    by: ["enterprise"],
    needs: ["posting-published", "not-applicant"],
  },
  decline: {
    from: ["applied"],
    to: "declined",
    by: ["enterprise"],
    needs: ["decline-reason", "not-applicant"],
  },
  return: { from: ["accepted"], to: "returned", by: ["county"], needs: ["reason", "other-hand"] },
  approve: {
    from: ["accepted"],
    to: "approved",
    by: ["county"],
    needs: ["word", "other-hand", "posting-published", "same-terms", "eligible", "binding", "capacity"],
  },
  reject: { from: ["accepted"], to: "rejected", by: ["county"], needs: ["reason", "other-hand"] },
  withdraw: {
    from: ["invited", "applied", "accepted", "returned", "approved", "held"],
    to: "withdrawn",
    by: ["household", "village"],
    needs: ["word-on-behalf"],
  },
  object: { from: ["approved", "held"], to: "held", by: everyone, needs: [] },
  dismiss: { from: ["held"], to: "approved", by: ["county"], needs: ["reason", "other-hand"] },
  uphold: { from: ["held"], to: "rejected", by: ["county"], needs: ["reason", "other-hand"] },
  finish: { from: ["approved"], to: "final", by: ["system"], needs: ["notice-over", "no-open-objection"] },
  expire: { from: ["applied"], to: "expired", by: ["system"], needs: ["reply-overdue"] },
  /**
   * Decided again, on a new notice: the household changed after the approval, or at the end of the notice the
   * link that binds its shares or the enterprise itself was gone.
   */
  reopen: { from: ["approved", "held"], to: "accepted", by: ["system"], needs: ["changed"] },
  /** A household that is placed: its other applications for the same person, plot or share. */
  lapse: {
    from: ["invited", "applied", "accepted", "returned"],
    to: "obsolete",
    by: ["system"],
    needs: ["spent"],
  },
};

/** Moves that one asks for by name at the application; the others happen at a notice or by the clock. */
export const askedMoves = [
  "accept",
  "decline",
  "return",
  "approve",
  "reject",
  "withdraw",
] as const satisfies readonly MoveName[];
export type AskedMove = (typeof askedMoves)[number];

/** Whether a move stands open to a role from a state. */
const isOpen = (name: MoveName, role: string, state: ApplicationState): boolean =>
  moves[name].from.includes(state) && (moves[name].by as readonly string[]).includes(role);

/** What someone of a role may ask from a state: the buttons. */
export const openMoves = (role: string, state: ApplicationState): AskedMove[] =>
  askedMoves.filter((name) => isOpen(name, role, state));

/** States in which a household is in the running, or in; from the others it may apply anew. */
export const underWay: readonly ApplicationState[] = [
  "invited",
  "applied",
  "accepted",
  "returned",
  "approved",
  "held",
  "final",
];

/** An application as far as applying again turns on it: `over` once the agreement it became has ended. */
export type Standing = { state: ApplicationState; over: boolean };

/** Whether a household is in the running, or in. */
export const isUnderWay = ({ state, over }: Standing): boolean => !over && underWay.includes(state);

/** Asked for and not the household's turn: from the invited and the returned it still may (or must) apply. */
export const askedFor: readonly ApplicationState[] = underWay.filter((s) => !moves.apply.from.includes(s));
export const isAskedFor = ({ state, over }: Standing): boolean => !over && askedFor.includes(state);

/** Whether an application waits for this role to apply: to answer an invitation, or to mend what came back. */
export const mayApply = (role: string, state: ApplicationState): boolean => isOpen("apply", role, state);

/** States that count against a posting's capacity are entered and left by these moves. */
export const takesPlace = (from: ApplicationState, to: ApplicationState): 1 | 0 | -1 => {
  const bound = (state: ApplicationState) => state === "approved" || state === "held" || state === "final";
  return bound(to) && !bound(from) ? 1 : bound(from) && !bound(to) ? -1 : 0;
};
