import type { ProjectState, Role } from "@/db/words";

/** How a project moves. Guard, buttons and tests read this table; what it does not say is refused. */
export const projectMoveNames = ["list", "end", "reopen", "hide", "show"] as const;
export type ProjectMoveName = (typeof projectMoveNames)[number];

export type ProjectMove = {
  from: readonly ProjectState[];
  to: ProjectState;
  by: readonly Role[];
  /**
   * reason: words must be given. complete: it says what it is, where, and how it takes households along.
   * quiet: none of its needs is published or in review.
   */
  needs: readonly ("reason" | "complete" | "quiet")[];
};

export const projectMoves: Record<ProjectMoveName, ProjectMove> = {
  list: { from: ["draft"], to: "listed", by: ["enterprise"], needs: ["complete"] },
  end: { from: ["listed"], to: "ended", by: ["enterprise"], needs: ["quiet"] },
  reopen: { from: ["ended"], to: "listed", by: ["enterprise"], needs: ["complete"] },
  /** An officer takes it out of the directory, and puts it back once what was wrong is mended. */
  hide: { from: ["listed", "ended"], to: "hidden", by: ["county"], needs: ["reason"] },
  show: { from: ["hidden"], to: "listed", by: ["county"], needs: ["complete"] },
};

/** The moves someone of a role may make from a state: what the buttons show. */
export const openProjectMoves = (role: string, state: ProjectState): ProjectMoveName[] =>
  projectMoveNames.filter((name) => {
    const move = projectMoves[name];
    return move.from.includes(state) && (move.by as readonly string[]).includes(role);
  });
