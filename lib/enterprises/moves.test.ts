import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { db, tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type EnterpriseState, enterpriseStates, roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { moveEnterprise } from "@/lib/enterprises/move";
import {
  type EnterpriseMoveName,
  enterpriseMoveNames,
  enterpriseMoves,
  openEnterpriseMoves,
} from "@/lib/enterprises/moves";
import { aFirm, aVillageToStandIn, type TestFirm } from "@/lib/enterprises/testing";
import { isRefusal } from "@/lib/refusal/refusal";

let close = async () => {};
let firm: TestFirm;
let other: TestFirm;
beforeAll(async () => {
  close = await openTestDatabase();
  await aVillageToStandIn();
  firm = await aFirm();
  other = await aFirm();
});
afterAll(() => close());

const askers = [...roles, "public", "other-enterprise"] as const;
function asker(who: (typeof askers)[number]): Asker {
  if (who === "enterprise") return firm.user;
  if (who === "other-enterprise") return other.user;
  if (who === "public") return publicAsker;
  return { ...publicAsker, role: who, userId: `U-${who}`, divisionScope: "610724" };
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error.code;
    },
  );
const standing = async (id: string) =>
  (await db.select().from(s.enterprises).where(eq(s.enterprises.id, id)))[0]!;
const put = (state: EnterpriseState, more: Partial<typeof s.enterprises.$inferInsert> = {}) =>
  tx((w) =>
    w
      .update(s.enterprises)
      .set({ state, registeredBy: "somebody", verifiedBy: null, memberHouseholds: 40, ...more })
      .where(eq(s.enterprises.id, firm.id)),
  );
const reason = "核对了营业执照原件";

describe("the whole table and its complement", () => {
  test("reads as a table", () => {
    const rows = enterpriseMoveNames.map((name) => {
      const { from, to, by, needs } = enterpriseMoves[name];
      return `${name}: ${from.join(" ")} → ${to} by ${by.join(" ")}${needs.length ? ` needs ${needs.join(" ")}` : ""}`;
    });
    expect(rows).toMatchInlineSnapshot(`
      [
        "submit: draft → submitted by enterprise needs complete",
        "take-back: submitted → draft by enterprise",
        "verify: submitted → verified by county needs reason other-hand",
        "return: submitted → draft by county needs reason other-hand",
        "suspend: verified → suspended by county needs reason",
        "restore: suspended → verified by county needs reason other-hand",
        "strike-off: draft submitted verified suspended → struck-off by county needs reason",
        "reinstate: struck-off → draft by county needs reason",
      ]
    `);
  });

  test.each(enterpriseMoveNames.flatMap((name) => enterpriseStates.map((state) => ({ name, state }))))(
    "$name from $state",
    async ({ name, state }) => {
      const { from, to, by } = enterpriseMoves[name];
      for (const who of askers) {
        await put(state);
        const answer = await codeOf(moveEnterprise(asker(who), firm.id, { move: name, reason }));
        const mine = (by as readonly string[]).includes(who);
        if (mine && from.includes(state)) {
          expect(answer, who).toBe("done");
          expect((await standing(firm.id)).state).toBe(to);
          continue;
        }
        expect((await standing(firm.id)).state, who).toBe(state);
        // What is a neighbour's is not there; what is one's own but another's to decide is forbidden.
        const expected =
          who === "public"
            ? "sign-in-needed"
            : mine
              ? "not-open"
              : who === "other-enterprise" && (by as readonly string[]).includes("enterprise")
                ? "not-found"
                : "forbidden";
        expect(answer, who).toBe(expected);
      }
    },
  );

  test("what the buttons show is what the guard lets", () => {
    for (const role of [...roles, "public"])
      for (const state of enterpriseStates)
        expect(openEnterpriseMoves(role, state)).toEqual(
          enterpriseMoveNames.filter(
            (name) =>
              enterpriseMoves[name].from.includes(state) &&
              (enterpriseMoves[name].by as readonly string[]).includes(role),
          ),
        );
  });
});

describe("what else must hold", () => {
  const needing = (need: string) =>
    enterpriseMoveNames.filter((name) => (enterpriseMoves[name].needs as readonly string[]).includes(need));
  const first = (name: EnterpriseMoveName) => enterpriseMoves[name].from[0] as EnterpriseState;

  it.each(needing("reason"))("%s needs words", async (move) => {
    await put(first(move));
    for (const given of [undefined, "", " \n "])
      await expect(moveEnterprise(asker("county"), firm.id, { move, reason: given })).rejects.toMatchObject({
        fields: { reason: { code: "missing" } },
      });
    await moveEnterprise(asker("county"), firm.id, { move, reason });
    expect(await standing(firm.id)).toMatchObject({ stateReason: reason });
  });

  it.each(needing("other-hand"))("%s is not for who registered it", async (move) => {
    await put(first(move), { registeredBy: "U-county" });
    expect(await codeOf(moveEnterprise(asker("county"), firm.id, { move, reason }))).toBe("own-case");
    const another = { ...asker("county"), userId: "U-county2" };
    expect(await codeOf(moveEnterprise(another, firm.id, { move, reason }))).toBe("done");
  });

  it("is handed in only when nothing is missing, and says what is", async () => {
    await put("draft", { memberHouseholds: null, summary: "" });
    await expect(moveEnterprise(firm.user, firm.id, { move: "submit" })).rejects.toMatchObject({
      fields: { memberHouseholds: { code: "missing" }, summary: { code: "missing" } },
    });
    await put("draft", { summary: "种茶" });
    expect(await codeOf(moveEnterprise(firm.user, firm.id, { move: "submit" }))).toBe("done");
  });

  it("decides nothing unseen, and tells who was slower the present state", async () => {
    await put("submitted");
    const { version } = await standing(firm.id);
    const verify = (v: number) =>
      moveEnterprise(asker("county"), firm.id, { move: "verify", reason, version: v });
    expect(await codeOf(verify(version - 1))).toBe("changed");
    await verify(version);
    await expect(verify(version)).rejects.toMatchObject({ code: "not-open", data: { state: "verified" } });
  });

  it("leaves who, what and why in the audit", async () => {
    await put("submitted");
    await moveEnterprise(asker("county"), firm.id, { move: "verify", reason });
    const rows = await db.select().from(s.audit).where(eq(s.audit.action, "enterprise.verify"));
    expect(rows.at(-1)).toMatchObject({
      userId: "U-county",
      subjectId: firm.id,
      before: { state: "submitted" },
      after: { state: "verified" },
      why: reason,
    });
  });
});
