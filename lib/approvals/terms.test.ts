import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { applications, enterprises } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { applyTo } from "@/lib/applications/apply";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { assessWaiting } from "@/lib/approvals/assess";
import { moveApplication } from "@/lib/approvals/move";
import { changePosting, movePosting } from "@/lib/postings/commands";
import { bitsToMonths } from "@/lib/postings/input";
import { getPosting } from "@/lib/postings/queries";

/** Nothing is approved on other terms than the household gave its word to, nor shares of who owes dividends. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

async function aJob() {
  const posting = await aPosting();
  const { enterprise, id } = posting;
  const home = await aHousehold();
  const who = await people(home);
  const consent = { how: "slip", evidence: "第 3 号" };
  const apply = () => applyTo(who.village, { posting: id, household: home.code, consent }, testDay);
  const accept = (application: string) =>
    moveApplication(enterprise.user, application, { move: "accept" }, testDay);
  const decide = (application: string, move: "approve" | "return") =>
    moveApplication(who.county, application, { move, code: "terms-changed" }, testDay);
  /** Changed by its enterprise, looked at and published again by the county. */
  const change = async (what: object) => {
    const seen = await getPosting(enterprise.user, id);
    if (seen.kind !== "job") throw new Error("a job was asked for");
    const { projectId, title, villageCode, closesOn, job, capacity, version } = seen;
    const terms = { work: job.work, wageFen: job.wageFen, wageUnit: job.wageUnit, lodging: job.lodging };
    const said = { kind: "job", projectId, title, villageCode, closesOn, positions: capacity, ...terms };
    const input = { ...said, months: bitsToMonths(job.months), ...what };
    await changePosting(enterprise.user, id, input, version, testDay);
    await movePosting(who.county2, id, { move: "publish" }, async () => "20-49");
  };
  return { apply, accept, decide, change, county: who.county };
}
const stateOf = async (id: string) =>
  (await db.select().from(applications).where(eq(applications.id, id)))[0]?.state;

describe("terms that changed after the word", () => {
  it.each(["before the enterprise accepts", "after"])(
    "%s: not approved until the household was asked again",
    async (when) => {
      const { apply, accept, decide, change, county } = await aJob();
      const { id } = await apply();
      if (when === "after") await accept(id);
      await change({ wageFen: 299_000 });
      if (when !== "after") await accept(id);
      await expect(decide(id, "approve")).rejects.toMatchObject({ code: "terms-changed" });
      const waiting = await assessWaiting(county, testDay);
      expect(waiting.find(({ application }) => application.id === id)?.problem).toEqual({
        code: "terms-changed",
        data: {},
      });
      await decide(id, "return");
      expect((await apply()).id).toBe(id);
      await accept(id);
      await decide(id, "approve");
      expect(await stateOf(id)).toBe("approved");
    },
  );

  it("a new title or more places are no new terms", async () => {
    const { apply, accept, decide, change } = await aJob();
    const { id } = await apply();
    await accept(id);
    await change({ title: "采茶工（春）", positions: 12 });
    await decide(id, "approve");
    expect(await stateOf(id)).toBe("approved");
  });
});

it("shares of an enterprise that owes dividends are not approved until it has paid; its jobs are", async () => {
  const enterprise = await anEnterprise();
  const household = await aHousehold();
  const who = await people(household);
  const job = await aPosting({ enterprise });
  const shares = await aPosting({ kind: "equity", enterprise });
  const work = await aCase({ state: "accepted", household, who, posting: job });
  const row = { memberId: null };
  const wants = await aCase({ state: "accepted", household, who, posting: shares, size: 3, row });
  const owes = (frozenOn: string | null) =>
    tx((w) =>
      w
        .update(enterprises)
        .set({ frozenOn, frozenFor: frozenOn === null ? null : "dividend-unpaid" })
        .where(eq(enterprises.id, enterprise.id)),
    );
  const approve = (id: string) => moveApplication(who.county, id, { move: "approve" }, testDay);
  await owes(testDay);
  await approve(work.id);
  await expect(approve(wants.id)).rejects.toMatchObject({ code: "enterprise-frozen" });
  const waiting = await assessWaiting(who.county, testDay);
  expect(waiting.find(({ application }) => application.id === wants.id)?.problem?.code).toBe(
    "enterprise-frozen",
  );
  await owes(null);
  await approve(wants.id);
  expect(await stateOf(wants.id)).toBe("approved");
});
