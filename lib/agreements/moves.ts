import type { AgreementSide, AgreementState, AnnexState, Role } from "@/db/words";

/**
 * How an agreement and its annexes move. As with applications, all conditions stand here: who, from which
 * states, to which, what else must hold. The commands, the buttons and the tests read these tables; whatever
 * they do not say is refused. Scope (whose household, whose enterprise) comes on top.
 */
export type Condition =
  /** Its side has not signed yet. */
  | "side-unsigned"
  /** A village acts for a household with a photograph of the paper the household signed. */
  | "paper-of-household"
  /** One of the coded causes. */
  | "cause"
  /** Words the other side will read. */
  | "reason"
  /** Not back in time; an enterprise says it so many days ahead (policy). */
  | "last-day-ahead"
  /** By the side that did not propose it, and by another hand. */
  | "other-side"
  /** By the side that proposed it. */
  | "own-side"
  /** No other proposal waits. */
  | "no-open-annex"
  /** Its last day is past. */
  | "over"
  /** A renewal was agreed. */
  | "renewal";

type Step<State> = {
  from: readonly State[];
  /** `when-both`: once both sides have signed; until then it stays. */
  to: State | "when-both" | "on-its-day";
  by: readonly (Role | "system")[];
  needs: readonly Condition[];
};

const parties = ["household", "village", "enterprise"] as const;

export const agreementMoves = {
  /** On its own account, or its village with the signed paper. */
  "sign-household": {
    from: ["unsigned"],
    to: "when-both",
    by: ["household", "village"],
    needs: ["side-unsigned", "paper-of-household"],
  },
  "sign-enterprise": { from: ["unsigned"], to: "when-both", by: ["enterprise"], needs: ["side-unsigned"] },
  /** Early, with a cause: at once, or on a day ahead until which all goes on. */
  end: {
    from: ["unsigned", "live"],
    to: "on-its-day",
    by: [...parties, "county"],
    needs: ["cause", "reason", "last-day-ahead", "paper-of-household"],
  },
  /** The clock: the last day is past. */
  expire: { from: ["unsigned", "live"], to: "ended", by: ["system"], needs: ["over"] },
  /** The clock: the agreed renewal goes on as an agreement of its own. */
  renew: { from: ["live"], to: "ended", by: ["system"], needs: ["over", "renewal"] },
} as const satisfies Record<string, Step<AgreementState>>;
export type AgreementMove = keyof typeof agreementMoves;
export const agreementMoveNames = Object.keys(agreementMoves) as AgreementMove[];

/** `none`: what is proposed is not there yet. Annexes move only while their agreement is live. */
export const annexMoves = {
  propose: {
    from: ["none"],
    to: "proposed",
    by: parties,
    needs: ["reason", "no-open-annex", "paper-of-household"],
  },
  agree: { from: ["proposed"], to: "agreed", by: parties, needs: ["other-side", "paper-of-household"] },
  refuse: {
    from: ["proposed"],
    to: "refused",
    by: parties,
    needs: ["other-side", "reason", "paper-of-household"],
  },
  "take-back": {
    from: ["proposed"],
    to: "withdrawn",
    by: parties,
    needs: ["own-side", "paper-of-household"],
  },
  /** The clock: the day of an agreed renewal has come. */
  begin: { from: ["agreed"], to: "done", by: ["system"], needs: ["over", "renewal"] },
} as const satisfies Record<string, Step<AnnexState | "none">>;
export type AnnexMove = keyof typeof annexMoves;
export const annexMoveNames = Object.keys(annexMoves) as AnnexMove[];

/** Whose side someone of a role is on; officers and the clock are on none. */
export const sideOf = (role: string): AgreementSide | null =>
  role === "enterprise" ? "enterprise" : role === "household" || role === "village" ? "household" : null;

/** Whether a table lets someone of a role make a move from a state. */
export const allows = <State extends string>(step: Step<State>, role: string, state: State): boolean =>
  step.from.includes(state) && (step.by as readonly string[]).includes(role);

export type Signed = { enterpriseSignedHow: string | null; householdSignedHow: string | null };

/** What someone of a role may do with an agreement as it stands: the buttons. */
export const openAgreementMoves = (role: string, state: AgreementState, signed: Signed): AgreementMove[] =>
  agreementMoveNames.filter((name) => {
    if (!allows(agreementMoves[name] as Step<AgreementState>, role, state)) return false;
    if (name === "sign-enterprise") return signed.enterpriseSignedHow === null;
    return name === "sign-household" ? signed.householdSignedHow === null : true;
  });

/**
 * What someone of a role may do with the annexes of a live agreement.
 * @param proposed who proposed the one that waits; null when none does
 */
export const openAnnexMoves = (
  role: string,
  state: AgreementState,
  proposed: AgreementSide | null,
): AnnexMove[] =>
  annexMoveNames.filter((name) => {
    const step: Step<AnnexState | "none"> = annexMoves[name];
    if (state !== "live" || !allows(step, role, proposed ? "proposed" : "none")) return false;
    const needs: readonly Condition[] = step.needs;
    if (needs.includes("other-side")) return sideOf(role) !== proposed;
    return needs.includes("own-side") ? sideOf(role) === proposed : true;
  });

/** Whether an agreement, or the state it is in, still binds and covers (design: "not ended"). */
export const binds = (state: AgreementState): boolean => state !== "ended";
