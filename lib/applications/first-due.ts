type Due = { postingId: string; replyDueOn: string | null };

/** Of the applications of a posting the one that must be answered first; those without a day come last. */
export function firstDue<A extends Due>(waiting: readonly A[], postingId: string): A | undefined {
  return waiting
    .filter((a) => a.postingId === postingId)
    .reduce<A | undefined>(
      (first, a) => (!first || (a.replyDueOn ?? "9") < (first.replyDueOn ?? "9") ? a : first),
      undefined,
    );
}
