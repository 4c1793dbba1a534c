import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { agreementAnnexes } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type AgreementState, type AnnexState, agreementStates, annexStates, roles } from "@/db/words";
import { type Asker, publicAsker, systemAsker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { answerAnnex, proposeAnnex } from "@/lib/agreements/annex";
import { endAgreement } from "@/lib/agreements/end";
import {
  type AgreementMove,
  type AnnexMove,
  agreementMoveNames,
  agreementMoves,
  annexMoveNames,
  annexMoves,
  openAgreementMoves,
  openAnnexMoves,
  sideOf,
} from "@/lib/agreements/moves";
import { signAgreement } from "@/lib/agreements/sign";
import { guard, guardAnnex, loadAgreement } from "@/lib/agreements/step";
import { agreementRow, anAgreement, type TestAgreement } from "@/lib/agreements/testing";
import { testDay } from "@/lib/applications/testing";
import { addDays } from "@/lib/clock/clock";
import { acceptFile } from "@/lib/files/files";
import { isRefusal } from "@/lib/refusal/refusal";

/** Both move tables, printed whole, and tried whole: who × state × move, the forbidden as "all minus allowed". */

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const everyone = [...roles, "public", "system"] as const;
const unsigned = { enterpriseSignedHow: null, householdSignedHow: null };
const signed = { enterpriseSignedHow: "screen", householdSignedHow: "paper" };
const paper = () => acceptFile("paper", { name: "p.pdf", body: Buffer.from("%PDF-1.7 signed") });

describe("the tables, whole", () => {
  it("an agreement: each role by each state, and by absence what is refused", () => {
    const rows = everyone.flatMap((role) =>
      agreementStates.map((state) => {
        const open = openAgreementMoves(role, state, state === "unsigned" ? unsigned : signed);
        const shut = agreementMoveNames.filter((name) => !open.includes(name));
        return `${role} | ${state} | ${open.join(", ") || "–"} | not: ${shut.join(", ") || "–"}`;
      }),
    );
    expect(rows).toMatchSnapshot();
    expect(agreementMoves).toMatchSnapshot();
  });
  it("its annexes: each role by who proposed", () => {
    const rows = everyone.flatMap((role) =>
      ([null, "enterprise", "household"] as const).map((by) => {
        const open = openAnnexMoves(role, "live", by);
        const shut = annexMoveNames.filter((name) => !open.includes(name));
        return `${role} | ${by ? `proposed by ${by}` : "none waits"} | ${open.join(", ") || "–"} | not: ${shut.join(", ") || "–"}`;
      }),
    );
    expect(rows).toMatchSnapshot();
    expect(annexMoves).toMatchSnapshot();
    for (const role of everyone)
      for (const state of ["unsigned", "ended"] as const)
        for (const by of [null, "enterprise", "household"] as const)
          expect(openAnnexMoves(role, state, by)).toEqual([]);
  });
  it("say nothing the permission table does not grant", () => {
    for (const step of [...Object.values(agreementMoves), ...Object.values(annexMoves)])
      for (const role of step.by)
        expect(grantOf(role, "agreement", role === "county" ? "decide" : "write"), role).not.toBeNull();
  });
  it("end where nobody moves on", () => {
    for (const role of everyone) expect(openAgreementMoves(role, "ended", unsigned)).toEqual([]);
  });
});

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "done";
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.code;
  }
}

const askerFor = (role: (typeof everyone)[number], c: TestAgreement): Asker => {
  if (role === "public") return publicAsker;
  if (role === "system") return systemAsker;
  return role === "enterprise" ? c.posting.enterprise.user : c.who[role];
};

/** What an agreement needs to stand in a state. */
const inState = (state: AgreementState) =>
  anAgreement({
    agreement:
      state === "unsigned"
        ? {
            state,
            enterpriseSignedBy: null,
            enterpriseSignedHow: null,
            enterpriseSignedAt: null,
            householdSignedBy: null,
            householdSignedHow: null,
            householdSignedAt: null,
          }
        : state === "ended"
          ? { state, endsOn: testDay, endedOn: testDay, endCause: "both-agreed" }
          : { state },
  });

/** The door each move comes through; what only the clock does has none, and its guard is asked. */
function move(asker: Asker, c: TestAgreement, name: AgreementMove): Promise<unknown> {
  const side = sideOf(asker.role);
  if (name === "sign-household" || name === "sign-enterprise") {
    // A door signs for the asker's own side; the other side's signature is not one it could ask for.
    if (side && name !== `sign-${side}`)
      return tx(async (w) => guard(asker, await loadAgreement(w, asker, c.agreementId), name));
    return signAgreement(asker, c.agreementId, asker.role === "village" ? paper() : null);
  }
  if (name === "end")
    return endAgreement(
      asker,
      c.agreementId,
      { cause: "both-agreed", reason: "商量好了", endsOn: addDays(testDay, 60) },
      testDay,
      asker.role === "village" ? paper() : null,
    );
  return tx(async (w) => guard(asker, await loadAgreement(w, systemAsker, c.agreementId), name));
}

describe("every role tries every move", () => {
  for (const state of agreementStates)
    for (const role of everyone)
      it(`${role}, ${state}`, async () => {
        for (const name of agreementMoveNames) {
          const c = await inState(state);
          const asker = askerFor(role, c);
          const step: { by: readonly string[]; from: readonly string[] } = agreementMoves[name];
          const allowed = step.by.includes(role) && step.from.includes(state);
          // Over the clock's own door nobody else comes, and the system signs for nobody.
          if (role === "system" && step.by[0] !== "system") continue;
          const code = await codeOf(() => move(asker, c, name));
          expect(code === "done", `${name}: ${code}`).toBe(allowed);
          if (!allowed) expect((await agreementRow(c.agreementId))?.state).toBe(state);
        }
      });

  const annexAs = async (c: TestAgreement, state: AnnexState, by: "enterprise" | "household") => {
    const proposer = by === "enterprise" ? c.posting.enterprise.user : c.who.household;
    const { id } = await proposeAnnex(
      proposer,
      c.agreementId,
      { kind: "change", reason: "工价涨了", effectiveOn: testDay, terms: { wageFen: 320_000 } },
      null,
      testDay,
    );
    if (state !== "proposed")
      await tx((w) =>
        w
          .update(agreementAnnexes)
          .set({
            state,
            kind: state === "done" ? "renewal" : "change",
            ...(state !== "withdrawn" && { answeredBy: c.who.county.userId }),
          })
          .where(eq(agreementAnnexes.id, id)),
      );
    return id;
  };
  for (const role of everyone)
    it(`${role}, annexes`, async () => {
      for (const by of ["enterprise", "household"] as const)
        for (const state of annexStates)
          for (const name of ["agree", "refuse", "take-back"] as const satisfies readonly AnnexMove[]) {
            const c = await inState("live");
            const id = await annexAs(c, state, by);
            if (role === "system") continue;
            const asker = askerFor(role, c);
            const step: { by: readonly string[] } = annexMoves[name];
            const own = sideOf(role) === by;
            const allowed = step.by.includes(role) && state === "proposed" && own === (name === "take-back");
            const code = await codeOf(() =>
              answerAnnex(
                asker,
                id,
                { move: name, reason: "算过账了" },
                role === "village" ? paper() : null,
                testDay,
              ),
            );
            expect(code === "done", `${name} ${state} by ${by}: ${code}`).toBe(allowed);
          }
      // Proposing, and what only the clock may.
      const c = await inState("live");
      const asker = askerFor(role, c);
      if (role !== "system") {
        const code = await codeOf(() =>
          proposeAnnex(
            asker,
            c.agreementId,
            { kind: "change", reason: "工价涨了", effectiveOn: testDay, terms: { wageFen: 330_000 } },
            role === "village" ? paper() : null,
            testDay,
          ),
        );
        expect(code === "done", code).toBe((annexMoves.propose.by as readonly string[]).includes(role));
      }
      const loaded = await tx((w) => loadAgreement(w, systemAsker, c.agreementId));
      expect(await codeOf(async () => guardAnnex(asker, loaded, "begin", "agreed"))).toBe(
        role === "system" ? "done" : "forbidden",
      );
    });

  it("and none outside its scope: an agreement of others is not there", async () => {
    const mine = await inState("unsigned");
    const other = await inState("unsigned");
    for (const asker of [other.who.household, other.who.village, other.posting.enterprise.user]) {
      expect(await codeOf(() => move(asker, mine, `sign-${sideOf(asker.role) ?? "household"}`))).toBe(
        "not-found",
      );
      expect(await codeOf(() => move(asker, mine, "end"))).toBe("not-found");
    }
    expect(await db.$count(agreementAnnexes, eq(agreementAnnexes.agreementId, mine.agreementId))).toBe(0);
  });
});
