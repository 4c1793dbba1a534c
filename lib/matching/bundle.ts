import type { PostingKind } from "@/db/words";
import type { FittingPosting } from "@/lib/matching/answers";

/** 三金: what is promised in figures. Sales and plots are estimates before a household's own costs. */
const moneys: readonly PostingKind[] = ["job", "land", "equity"];

/**
 * What the best opening of each of the three moneys would bring together, in fen a year.
 * @param fitting best first, as fittingPostings returns them
 */
export function bundleFen(fitting: readonly FittingPosting[]): number {
  const bestOfKind = new Map<string, number>();
  for (const { posting, yearlyFen } of fitting)
    if (moneys.includes(posting.kind) && !bestOfKind.has(posting.kind))
      bestOfKind.set(posting.kind, yearlyFen);
  return [...bestOfKind.values()].reduce((sum, fen) => sum + fen, 0);
}
