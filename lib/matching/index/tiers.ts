import { ruleAt } from "@/lib/matching/index/count";
import type { CountyIndex } from "@/lib/matching/index/layout";
import type { Question } from "@/lib/matching/index/question";
import { exactRow } from "@/lib/matching/index/rank";
import { tierOf } from "@/lib/matching/tier";
import type { Policy } from "@/lib/policy/policy";

/** How many matches were looked at, and how many of them stand in a better or in a lesser tier under another policy. */
export type TierMoves = { of: number; up: number; down: number };

export const noTierMoves = (): TierMoves => ({ of: 0, up: 0, down: 0 });

/** Counts one match. @param score out of 100: thresholds move no score. */
export function countTier(moves: TierMoves, score: number, before: Policy, after: Policy): void {
  const was = tierOf(score, before);
  const is = tierOf(score, after);
  moves.of += 1;
  if (is < was) moves.up += 1;
  else if (is > was) moves.down += 1;
}

/**
 * Every household that fits a posting, by the tiers of two policies that score alike. It asks each row of the
 * index: some 0.3 µs a row.
 */
export function tierMoves(index: CountyIndex, question: Question, before: Policy, after: Policy): TierMoves {
  const moves = noTierMoves();
  for (let row = 0; row < index.size; row++)
    if (ruleAt(index, question, row) === null)
      countTier(moves, exactRow(index, question, row).score, before, after);
  return moves;
}
