import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { allotmentRounds, audit, enterprises, equityDetails } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles, roundStates } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { createRound, moveRound } from "@/lib/allotments/commands";
import { freezeDefaulting } from "@/lib/allotments/freeze";
import { openRoundMoves, roundMoveNames, roundMoves } from "@/lib/allotments/moves";
import { getRound, listBindings, listFrozen, listRounds, openRounds } from "@/lib/allotments/queries";
import { anOpenRound } from "@/lib/allotments/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { createPosting, movePosting } from "@/lib/postings/commands";
import { isRefusal } from "@/lib/refusal/refusal";
import { aUser } from "@/lib/users/testing";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const problem = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return Object.entries(error.fields).map(([name, p]) => `${name} ${p.code}`)[0] ?? error.code;
    },
  );
const everyone = [...roles, "public"] as const;
const round = (over: object = {}) => ({
  name: "2026 年第二批",
  document: "测试文件 1 号",
  fundFen: 5_000_000,
  startsOn: testDay,
  closesOn: "2027-06-30",
  ...over,
});
const spentOf = async (id: string) =>
  (await db.select().from(allotmentRounds).where(eq(allotmentRounds.id, id)))[0]?.spentFen;

/** An enterprise whose household works for it, and a share posting of a round for so many persons. */
async function shares(roundId: string | null) {
  const enterprise = await anEnterprise();
  const household = await aHousehold();
  const who = await people(household);
  await aCase({ state: "final", household, who, posting: await aPosting({ enterprise }) });
  const posting = await aPosting({ kind: "equity", enterprise, equity: { roundId } });
  const make = (size: number) =>
    aCase({ state: "accepted", household, who, posting, size, row: { memberId: null } });
  return { enterprise, household, who, posting, make };
}

describe("rounds", () => {
  it("move by this table, whole", async () => {
    const rows = everyone.flatMap((role) =>
      roundStates.map((state) => {
        const open = openRoundMoves(role, state);
        const shut = roundMoveNames.filter((name) => !open.includes(name));
        return `${role} | ${state} | ${open.join(", ") || "–"} | not: ${shut.join(", ") || "–"}`;
      }),
    );
    expect(rows).toMatchSnapshot();
    const officers = [await aUser(), await aUser()] as const;
    for (const state of roundStates)
      for (const role of everyone)
        for (const move of roundMoveNames) {
          const id = await anOpenRound({
            state,
            createdBy: officers[0].userId,
            openedBy: state === "draft" ? null : officers[1].userId,
          });
          const asker: Asker = role === "public" ? publicAsker : { ...officers[1], role };
          const step: { by: readonly string[]; from: readonly string[] } = roundMoves[move];
          const allowed = step.by.includes(role) && step.from.includes(state);
          const said = await problem(moveRound(asker, id, { move, reason: "本批资金已用完" }));
          expect(said === "done", `${role} ${state} ${move}: ${said}`).toBe(allowed);
        }
  });

  it("are prepared by one officer, opened by another, and read by whom the table lets", async () => {
    const [maker, opener] = [await aUser(), await aUser()];
    expect(await problem(createRound(maker, round({ closesOn: "2026-11-22" }), testDay))).toMatch("closesOn");
    expect(await problem(createRound(maker, round({ fundFen: 999_999 }), testDay))).toBe("fundFen too-small");
    const { id } = await createRound(maker, round(), testDay);
    expect(await problem(moveRound(maker, id, { move: "open" }))).toBe("own-case");
    await moveRound(opener, id, { move: "open" });
    expect(await problem(moveRound(opener, id, { move: "close" }))).toBe("reason missing");
    const { id: given } = await createRound(maker, round(), testDay);
    // Who prepared one may give it up.
    expect(await problem(moveRound(maker, given, { move: "close", reason: "写错了" }))).toBe("done");
    for (const role of everyone) {
      const asker: Asker = role === "public" ? publicAsker : { ...opener, role };
      const mayRead = grantOf(role, "allotment", "read") !== null;
      const refused = role === "public" ? "sign-in-needed" : "forbidden";
      expect(await problem(listRounds(asker)), role).toBe(mayRead ? "done" : refused);
      const mayWrite = grantOf(role, "allotment", "write") !== null;
      expect(await problem(createRound(asker, round(), testDay)), role).toBe(mayWrite ? "done" : refused);
      const officer = mayRead && role !== "enterprise";
      expect(await problem(listBindings(asker)), role).toBe(officer ? "done" : refused);
    }
    const firm: Asker = { ...opener, role: "enterprise" };
    const draft = await anOpenRound({ state: "draft", openedBy: null });
    expect((await listRounds(firm)).every((r) => r.state === "open")).toBe(true);
    expect(await problem(getRound(firm, draft))).toBe("not-found");
    expect((await getRound(opener, draft)).state).toBe("draft");
  });
});

describe("a share posting", () => {
  const wish = (projectId: string, villageCode: string, over: object = {}) => ({
    kind: "equity",
    projectId,
    title: "配股",
    villageCode,
    closesOn: "2027-12-31",
    persons: 3,
    fenPerPerson: 1_000_000,
    guaranteedBp: 500,
    secondBp: 200,
    bindingLink: "labor",
    ...over,
  });

  it("names its round: an open one, with enough left; the one with most left when it names none", async () => {
    const { user, projectId, village } = await anEnterprise();
    await tx((w) => w.update(allotmentRounds).set({ state: "closed", openedBy: "U-x" }));
    expect(await problem(createPosting(user, wish(projectId, village), testDay))).toBe("roundId no-round");
    const small = await anOpenRound({ fundFen: 4_000_000 });
    const large = await anOpenRound({ fundFen: 9_000_000, spentFen: 1_000_000 });
    expect((await openRounds(user, testDay)).map((r) => [r.id, r.leftFen])).toEqual([
      [large, 8_000_000],
      [small, 4_000_000],
    ]);
    const { id } = await createPosting(user, wish(projectId, village), testDay);
    const [details] = await db.select().from(equityDetails).where(eq(equityDetails.postingId, id));
    expect(details?.roundId).toBe(large);
    const tried = (over: object) => problem(createPosting(user, wish(projectId, village, over), testDay));
    expect(await tried({ roundId: small, persons: 5 })).toBe("persons over-fund");
    expect(await tried({ roundId: small, persons: 4 })).toBe("done");
    expect(await tried({ roundId: "no-such" })).toBe("roundId unknown");
    const past = await anOpenRound({ startsOn: "2026-01-01", closesOn: "2026-11-22" });
    expect(await tried({ roundId: past })).toBe("roundId unknown");
  });

  it("is published only for an enterprise that has work, land or orders to bind it with", async () => {
    await anOpenRound({ fundFen: 90_000_000 });
    const enterprise = await anEnterprise();
    const { user, projectId, village } = enterprise;
    const { id } = await createPosting(user, wish(projectId, village), testDay);
    const officer = await aUser();
    await movePosting(user, id, { move: "submit" }, async () => "under-10");
    const publish = () => problem(movePosting(officer, id, { move: "publish" }, async () => "under-10"));
    await aPosting({ enterprise, kind: "land" });
    expect(await publish()).toBe("binding-missing");
    await aPosting({ enterprise });
    expect(await publish()).toBe("done");
  });
});

describe("the fund", () => {
  it("is spent by approvals and given back when a match is taken back; it is never overdrawn", async () => {
    const id = await anOpenRound({ fundFen: 4_000_000 });
    const { make, who } = await shares(id);
    const c = await make(3);
    await moveApplication(who.county, c.id, { move: "approve" }, testDay);
    expect(await spentOf(id)).toBe(3_000_000);
    const other = await shares(id);
    const late = await other.make(2);
    expect(await problem(moveApplication(other.who.county, late.id, { move: "approve" }, testDay))).toBe(
      "fund-spent",
    );
    expect(await spentOf(id)).toBe(3_000_000);
    await moveApplication(who.household, c.id, { move: "withdraw" }, testDay);
    expect(await spentOf(id)).toBe(0);
    await moveApplication(other.who.county, late.id, { move: "approve" }, testDay);
    expect(await spentOf(id)).toBe(2_000_000);
    const overdraw = tx((w) =>
      w.update(allotmentRounds).set({ spentFen: 4_000_001 }).where(eq(allotmentRounds.id, id)),
    );
    await expect(overdraw).rejects.toMatchObject({ kind: "check", constraint: "allotment_rounds_fund" });
  });

  it("of two approvals at once for the last money, one gets it", async () => {
    const id = await anOpenRound({ fundFen: 3_000_000 });
    const [a, b] = [await shares(id), await shares(id)];
    const [first, second] = [await a.make(2), await b.make(2)];
    const results = await Promise.all([
      problem(moveApplication(a.who.county, first.id, { move: "approve" }, testDay)),
      problem(moveApplication(b.who.county, second.id, { move: "approve" }, testDay)),
    ]);
    expect(results.sort()).toEqual(["done", "fund-spent"]);
    expect(await spentOf(id)).toBe(2_000_000);
  });
});

describe("default", () => {
  it("freezes new postings with a plain word, and is lifted once it is over", async () => {
    const enterprise = await anEnterprise();
    const other = await anEnterprise();
    const officer = await aUser();
    expect(await freezeDefaulting("2026-12-01", new Set([enterprise.id]))).toBe(1);
    expect(await freezeDefaulting("2026-12-02", new Set([enterprise.id]))).toBe(0);
    const [row] = await db.select().from(enterprises).where(eq(enterprises.id, enterprise.id));
    expect(row).toMatchObject({ frozenOn: "2026-12-01", frozenFor: "dividend-unpaid" });
    expect((await listFrozen(officer)).map((f) => f.id)).toContain(enterprise.id);
    const publish = async (of: typeof enterprise) => {
      const posting = await aPosting({ enterprise: of, state: "submitted" });
      return problem(movePosting(officer, posting.id, { move: "publish" }, async () => "under-10"));
    };
    expect(await publish(enterprise)).toBe("enterprise-frozen");
    expect(await publish(other)).toBe("done");
    const draft = await aPosting({ enterprise, state: "draft" });
    expect(
      await problem(movePosting(enterprise.user, draft.id, { move: "submit" }, async () => "under-10")),
    ).toBe("enterprise-frozen");
    expect(await freezeDefaulting("2026-12-20", new Set())).toBe(1);
    expect(await publish(enterprise)).toBe("done");
    const actions = await db.select().from(audit).where(eq(audit.subjectId, enterprise.id));
    expect(actions.map((a) => a.action)).toEqual(["enterprise.freeze", "enterprise.release"]);
  });
});
