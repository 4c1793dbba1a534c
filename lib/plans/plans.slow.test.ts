import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { applications, audit, planPairs, plans } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import {
  aHousehold,
  anEnterprise,
  aPosting,
  people,
  type TestHousehold,
  type TestPosting,
  testDay,
} from "@/lib/applications/testing";
import { InfeasiblePin } from "@/lib/matching/plan/rules";
import { acceptPlan } from "@/lib/plans/accept";
import { cancelPlan, startPlan } from "@/lib/plans/commands";
import { computePlan } from "@/lib/plans/compute";
import { countPairs, getPlan, listPairs } from "@/lib/plans/queries";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const clock = () => performance.now() / 1000;
const plan = (rules: Parameters<typeof computePlan>[0]["rules"] = []) =>
  computePlan({ today: testDay, scope: "610724", rules }, clock);

/** Waits for a plan that another process computes. */
async function finished(id: string) {
  for (let i = 0; i < 300; i++) {
    const [row] = await db.select().from(plans).where(eq(plans.id, id));
    if (row && row.state !== "running") return row;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error("the plan did not finish");
}

describe("a plan of the county", () => {
  let households: TestHousehold[];
  let posting: TestPosting;
  let who: Awaited<ReturnType<typeof people>>;
  beforeEach(async () => {
    const enterprise = await anEnterprise();
    households = [await aHousehold(), await aHousehold(), await aHousehold()];
    posting = await aPosting({ enterprise, kind: "job", capacity: 2, state: "published" });
    who = await people(households[0]!);
  });

  it("fills the places, never more, and says the same twice", async () => {
    const first = await plan();
    const taken = first.pairs.filter((p) => p.posting === posting.id);
    expect(taken.length).toBe(2);
    expect(first.summary.value).toBeLessThanOrEqual(first.summary.bound);
    expect(first.summary.households.coveredAfter).toBeGreaterThan(first.summary.households.coveredBefore);
    const again = await plan();
    expect(again.pairs).toEqual(first.pairs);
    expect(again.inputsHash).toBe(first.inputsHash);
  });

  it("keeps what an officer orders, and names a pin that cannot be kept", async () => {
    const orders = households
      .slice(0, 2)
      .map((h) => ({ household: h.code, posting: posting.id, rule: "pin" as const }));
    const pinned = await plan(orders);
    expect(
      pinned.pairs
        .filter((p) => p.posting === posting.id)
        .map((p) => p.household)
        .sort(),
    ).toEqual(
      households
        .slice(0, 2)
        .map((h) => h.code)
        .sort(),
    );
    const never = await plan([{ household: households[0]!.code, posting: posting.id, rule: "forbid" }]);
    expect(never.pairs.some((p) => p.household === households[0]!.code && p.posting === posting.id)).toBe(
      false,
    );
    const three = households.map((h) => ({ household: h.code, posting: posting.id, rule: "pin" as const }));
    await expect(plan(three)).rejects.toThrow(InfeasiblePin);
  });

  it("runs in a process of its own, is kept, and accepted becomes invitations that need the household's word", async () => {
    const { id } = await startPlan(
      who.county,
      { rules: [{ household: households[2]!.code, posting: posting.id, rule: "forbid" }] },
      testDay,
    );
    const row = await finished(id);
    expect(row).toMatchObject({ state: "done", createdBy: who.county.userId, failure: null });
    expect(row.inputsHash).toMatch(/^[0-9a-f]{64}$/);
    const { items } = await listPairs(who.county, id, { posting: posting.id });
    expect(items.length).toBe(2);
    expect(items.map((p) => p.householdCode)).not.toContain(households[2]!.code);
    await acceptPlan(who.county, id, { posting: posting.id }, testDay);
    const made = await db.select().from(applications).where(eq(applications.postingId, posting.id));
    expect(made.map((a) => [a.state, a.consentHow, a.invitedBy])).toEqual([
      ["invited", null, who.county.userId],
      ["invited", null, who.county.userId],
    ]);
    await acceptPlan(who.county, id, { posting: posting.id }, testDay);
    expect((await db.select().from(applications).where(eq(applications.postingId, posting.id))).length).toBe(
      2,
    );
    expect((await countPairs(who.county, id)).accepted).toBe(2);
    const notes = await db.select().from(audit).where(eq(audit.subjectId, id));
    expect(notes.map((n) => n.action)).toEqual(["plan.start", "plan.done", "plan.accept", "plan.accept"]);
  }, 60_000);

  it("skips a row that no longer fits and says why, leaving the others", async () => {
    const { id } = await startPlan(who.county, {}, testDay);
    await finished(id);
    await acceptPlan(who.county, id, { posting: posting.id }, testDay);
    const second = await startPlan(who.county, {}, testDay);
    await finished(second.id);
    await acceptPlan(who.county, second.id, { posting: posting.id }, testDay);
    const rows = await db.select().from(planPairs).where(eq(planPairs.planId, second.id));
    const here = rows.filter((r) => r.postingId === posting.id);
    expect(here.every((r) => r.applicationId !== null || r.skipped === "already-applied")).toBe(true);
    expect(here.some((r) => r.skipped === "already-applied")).toBe(true);
  }, 60_000);

  it("can be cancelled while it runs, once", async () => {
    const { id } = await startPlan(who.county, {}, testDay);
    await cancelPlan(who.county, id);
    expect((await finished(id)).state).toBe("cancelled");
    await expect(cancelPlan(who.county, id)).rejects.toMatchObject({ code: "not-open" });
  });

  it("is started, cancelled and accepted by the county alone, and read by nobody beyond it", async () => {
    for (const asker of [who.village, who.household, who.town, who.admin, who.auditor]) {
      await expect(startPlan(asker, {}, testDay)).rejects.toMatchObject({ code: "forbidden" });
      await expect(acceptPlan(asker, "x", {}, testDay)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listPairs(who.auditor, "x", {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(getPlan(who.village, "x")).rejects.toMatchObject({ code: "forbidden" });
    await expect(getPlan({ ...who.county, divisionScope: "610725" }, "x")).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(startPlan(who.county, { rules: [{ household: "H" }] }, testDay)).rejects.toMatchObject({
      code: "input",
    });
  });
});
