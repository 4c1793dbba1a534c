import { describe, expect, it } from "vitest";
import { disputeStates, paymentStates, roles } from "@/db/words";
import { grantOf } from "@/lib/access/table";
import { disputeMoves, openDisputeMoves, openPaymentMoves, paymentMoves } from "@/lib/moneys/moves";

const everyone = [...roles, "public", "system"] as const;

/** Each role by each state: what is open, and by absence what is not. */
const printed = (states: readonly (string | null)[], of: (role: string, state: never) => string[]) =>
  everyone.flatMap((role) =>
    states.map((state) => `${role} | ${state ?? "none"} | ${of(role, state as never).join(", ") || "–"}`),
  );

describe("the move tables of money, whole", () => {
  it("a payment", () => {
    expect(printed([null, ...paymentStates], openPaymentMoves)).toMatchSnapshot();
    expect(paymentMoves).toMatchSnapshot();
  });
  it("a dispute", () => {
    expect(printed([null, ...disputeStates], openDisputeMoves)).toMatchSnapshot();
    expect(disputeMoves).toMatchSnapshot();
  });

  it("say nothing the permission table does not grant", () => {
    for (const { by } of Object.values({ ...paymentMoves, ...disputeMoves }))
      for (const role of by) {
        const verb = role === "enterprise" ? "write" : "decide";
        expect(grantOf(role, "ledger", verb), `${role} ${verb}`).not.toBeNull();
      }
  });

  it("end where nobody moves on", () => {
    for (const role of everyone) {
      expect(openPaymentMoves(role, "reversed")).toEqual([]);
      expect(openPaymentMoves(role, "reversal")).toEqual([]);
      expect(openDisputeMoves(role, "closed")).toEqual([]);
    }
  });

  it("let nobody both record and confirm", () => {
    for (const role of everyone)
      expect(
        openPaymentMoves(role, null).length > 0 && openPaymentMoves(role, "recorded").includes("confirm"),
      ).toBe(false);
  });
});
