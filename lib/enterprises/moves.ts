import type { EnterpriseState, Role } from "@/db/words";

/** How an enterprise moves. Guard, buttons and tests read this table; what it does not say is refused. */
export const enterpriseMoveNames = [
  "submit",
  "take-back",
  "verify",
  "return",
  "suspend",
  "restore",
  "strike-off",
  "reinstate",
] as const;
export type EnterpriseMoveName = (typeof enterpriseMoveNames)[number];

export type EnterpriseMove = {
  from: readonly EnterpriseState[];
  to: EnterpriseState;
  by: readonly Role[];
  /** reason: words must be given. other-hand: not by who registered it. complete: nothing is left to fill in. */
  needs: readonly ("reason" | "other-hand" | "complete")[];
};

export const enterpriseMoves: Record<EnterpriseMoveName, EnterpriseMove> = {
  submit: { from: ["draft"], to: "submitted", by: ["enterprise"], needs: ["complete"] },
  "take-back": { from: ["submitted"], to: "draft", by: ["enterprise"], needs: [] },
  verify: { from: ["submitted"], to: "verified", by: ["county"], needs: ["reason", "other-hand"] },
  return: { from: ["submitted"], to: "draft", by: ["county"], needs: ["reason", "other-hand"] },
  suspend: { from: ["verified"], to: "suspended", by: ["county"], needs: ["reason"] },
  restore: { from: ["suspended"], to: "verified", by: ["county"], needs: ["reason", "other-hand"] },
  "strike-off": {
    from: ["draft", "submitted", "verified", "suspended"],
    to: "struck-off",
    by: ["county"],
    needs: ["reason"],
  },
  /** A mistake is taken back to where everything is looked at anew. */
  reinstate: { from: ["struck-off"], to: "draft", by: ["county"], needs: ["reason"] },
};

/** The moves someone of a role may make from a state: what the buttons show. */
export const openEnterpriseMoves = (role: string, state: EnterpriseState): EnterpriseMoveName[] =>
  enterpriseMoveNames.filter((name) => {
    const move = enterpriseMoves[name];
    return move.from.includes(state) && (move.by as readonly string[]).includes(role);
  });

/** What a license says (name, code, kind, legal person) is the enterprise's to change only until it is handed in. */
export const licenseOpenIn = ["draft"] as const satisfies readonly EnterpriseState[];
/** States in which the enterprise keeps the rest of its entry up to date. */
export const profileOpenIn = ["draft", "verified", "suspended"] as const satisfies readonly EnterpriseState[];
