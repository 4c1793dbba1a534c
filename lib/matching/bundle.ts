import type { FittingPosting } from "@/lib/matching/answers";

/**
 * What the best opening of each kind would bring together, in fen a year.
 * @param fitting best first, as fittingPostings returns them
 */
export function bundleFen(fitting: readonly FittingPosting[]): number {
  const bestOfKind = new Map<string, number>();
  for (const { posting, yearlyFen } of fitting)
    if (!bestOfKind.has(posting.kind)) bestOfKind.set(posting.kind, yearlyFen);
  return [...bestOfKind.values()].reduce((sum, fen) => sum + fen, 0);
}
