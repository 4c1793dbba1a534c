import type { NoticeState, Role } from "@/db/words";
import type { MoveName } from "@/lib/applications/moves";

/**
 * How a notice moves: never by itself, always with its application. Putting one up is part of the approval;
 * what happens after stands here and is read by the steps of the application, the screens and the tests.
 */
export const noticeMoveNames = ["publish", "object", "end", "withdraw"] as const;
export type NoticeMoveName = (typeof noticeMoveNames)[number];

export type NoticeMove = {
  /** Null: there was none. */
  from: NoticeState | null;
  to: NoticeState;
  /** The moves of its application that bring it. */
  with: readonly MoveName[];
  by: readonly (Role | "system" | "public")[];
};

export const noticeMoves: Record<NoticeMoveName, NoticeMove> = {
  publish: { from: null, to: "open", with: ["approve"], by: ["county"] },
  /** Stays up: what is objected to is held, in everyone's sight. */
  object: {
    from: "open",
    to: "open",
    with: ["object", "dismiss"],
    by: ["household", "village", "town", "county", "admin", "enterprise", "public"],
  },
  /** Its last day is past and nobody's objection waits. */
  end: { from: "open", to: "over", with: ["finish"], by: ["system"] },
  /** Taken down before its end: the public reads nothing of it any more. */
  withdraw: {
    from: "open",
    to: "withdrawn",
    with: ["withdraw", "uphold", "reopen"],
    by: ["household", "village", "county", "system"],
  },
};

/** What a step of an application does to its notice. */
export const noticeMoveOf = (name: MoveName): NoticeMove | null =>
  noticeMoveNames.map((n) => noticeMoves[n]).find((move) => move.with.includes(name)) ?? null;
