import type { Role, RoundState } from "@/db/words";

/** How a round moves. Guard, buttons and tests read this table; what it does not say is refused. */
type Step = {
  from: readonly RoundState[];
  to: RoundState;
  by: readonly Role[];
  /** other-hand: not by who prepared it. reason: words must be given. */
  needs: readonly ("other-hand" | "reason")[];
};

export const roundMoves = {
  open: { from: ["draft"], to: "open", by: ["county"], needs: ["other-hand"] },
  /** No new postings; what was approved stays. */
  close: { from: ["draft", "open"], to: "closed", by: ["county"], needs: ["reason"] },
} as const satisfies Record<string, Step>;
export type RoundMove = keyof typeof roundMoves;
export const roundMoveNames = Object.keys(roundMoves) as RoundMove[];

/** What someone of a role may do with a round: the buttons. */
export const openRoundMoves = (role: string, state: RoundState): RoundMove[] =>
  roundMoveNames.filter((name) => {
    const step: Step = roundMoves[name];
    return step.from.includes(state) && (step.by as readonly string[]).includes(role);
  });
