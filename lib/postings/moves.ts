import type { PostingState, Role } from "@/db/words";

/** How a posting moves. Guard, buttons, API and tests read this table; what it does not say is refused. */
export const postingMoveNames = ["submit", "publish", "return", "close"] as const;
export type PostingMoveName = (typeof postingMoveNames)[number];

export type PostingMove = {
  from: readonly PostingState[];
  to: PostingState;
  by: readonly Role[];
  /**
   * reason: words must be given. other-hand: not by who wrote the posting. standing: its enterprise is
   * verified and its project stands in the directory. paid-up: its dividends are not in default.
   */
  needs: readonly ("reason" | "other-hand" | "standing" | "paid-up")[];
};

export const postingMoves: Record<PostingMoveName, PostingMove> = {
  submit: {
    from: ["draft", "returned"],
    to: "submitted",
    by: ["enterprise"],
    needs: ["standing", "paid-up"],
  },
  publish: {
    from: ["submitted"],
    to: "published",
    by: ["county"],
    needs: ["other-hand", "standing", "paid-up"],
  },
  return: { from: ["submitted"], to: "returned", by: ["county"], needs: ["reason", "other-hand"] },
  close: {
    from: ["submitted", "returned", "published"],
    to: "closed",
    by: ["enterprise", "county"],
    needs: ["reason"],
  },
};

/** States in which its enterprise may still change a posting; a published one goes back to review when changed. */
export const changeable = [
  "draft",
  "returned",
  "submitted",
  "published",
] as const satisfies readonly PostingState[];

/** The moves someone of a role may make from a state: what the buttons show. */
export const openPostingMoves = (role: string, state: PostingState): PostingMoveName[] =>
  postingMoveNames.filter((name) => {
    const move = postingMoves[name];
    return move.from.includes(state) && (move.by as readonly string[]).includes(role);
  });
