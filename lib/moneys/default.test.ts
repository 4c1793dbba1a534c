import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { agreements, allotmentRounds, applications, dues, enterprises } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { signAgreement } from "@/lib/agreements/sign";
import { anOpenRound } from "@/lib/allotments/testing";
import { applyTo } from "@/lib/applications/apply";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { runJobs } from "@/lib/jobs/minute";
import { recordPayments } from "@/lib/moneys/pay";
import { arrearsByEnterprise } from "@/lib/moneys/queries/arrears";
import { listDues } from "@/lib/moneys/queries/lines";
import { createPosting, movePosting } from "@/lib/postings/commands";
import { isRefusal } from "@/lib/refusal/refusal";
import { aUser } from "@/lib/users/testing";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error.code;
    },
  );

/**
 * Pingli's example (the report, 经验三), from the fund to the freeze, by the product's own doors: 3 persons →
 * 30,000 yuan → 1,500 by 30 November; unpaid it is amber in November, red and frozen on 1 December.
 */
it("an enterprise that does not pay goes amber, red and frozen as time goes on, and is free once it has paid", async () => {
  const enterprise = await anEnterprise();
  const { user, projectId, village } = enterprise;
  const household = await aHousehold();
  const who = await people(household);
  const reviewer = await aUser();
  await aCase({ state: "final", household, who, posting: await aPosting({ enterprise }) });
  const roundId = await anOpenRound({ fundFen: 3_000_000 });
  const wish = {
    kind: "equity",
    projectId,
    roundId,
    title: "配股扶持",
    villageCode: village,
    closesOn: "2027-12-31",
    persons: 3,
    fenPerPerson: 1_000_000,
    guaranteedBp: 500,
    secondBp: 200,
    bindingLink: "labor",
  };
  const { id: posting } = await createPosting(user, wish, testDay);
  await movePosting(user, posting, { move: "submit" }, async () => "under-10");
  await movePosting(reviewer, posting, { move: "publish" }, async () => "under-10");
  const own = { posting, household: household.code, consent: { how: "own-account" } };
  const { id } = await applyTo(who.household, own, testDay);
  await moveApplication(user, id, { move: "accept" }, testDay);
  await moveApplication(who.county, id, { move: "approve" }, testDay);
  const [round] = await db.select().from(allotmentRounds).where(eq(allotmentRounds.id, roundId));
  expect(round).toMatchObject({ spentFen: 3_000_000, fundFen: 3_000_000 });

  await runJobs("2026-12-20");
  expect((await db.select().from(applications).where(eq(applications.id, id)))[0]?.state).toBe("final");
  const [agreement] = await db.select().from(agreements).where(eq(agreements.applicationId, id));
  expect(agreement).toMatchObject({ state: "unsigned", bindingState: "bound", kind: "equity" });
  expect(agreement?.terms).toMatchObject({ persons: 3, fenPerPerson: 1_000_000, secondBase: "profit" });
  await signAgreement(user, agreement?.id ?? "", null);
  await signAgreement(who.household, agreement?.id ?? "", null);

  const lights = async (today: string) => {
    await runJobs(today);
    const { items } = await listDues(who.county, { enterprise: enterprise.id, limit: 50 }, today);
    const light = items.find((line) => line.basis === "guaranteed" && line.dueOn === "2027-11-30")?.light;
    const [row] = await db.select().from(enterprises).where(eq(enterprises.id, enterprise.id));
    return [light, row?.frozenOn ?? null];
  };
  expect(await lights("2027-10-31")).toEqual(["open", null]);
  expect(await lights("2027-11-01")).toEqual(["amber", null]);
  expect(await lights("2027-11-30")).toEqual(["amber", null]);
  expect(await lights("2027-12-01")).toEqual(["red", "2027-12-01"]);
  const named = (await arrearsByEnterprise(who.county, "2027-12-01")).find((e) => e.id === enterprise.id);
  expect(named).toMatchObject({ households: 1, lateFen: 150_000 });
  const next = await aPosting({ enterprise, state: "submitted" });
  const publish = () => codeOf(movePosting(reviewer, next.id, { move: "publish" }, async () => "under-10"));
  expect(await publish()).toBe("enterprise-frozen");

  const owed = (
    await db
      .select()
      .from(dues)
      .where(eq(dues.agreementId, agreement?.id ?? ""))
  ).filter((line) => line.basis === "guaranteed" && line.dueOn < "2027-12-01");
  expect(owed.reduce((sum, line) => sum + line.amountFen, 0)).toBe(150_000);
  for (const line of owed)
    await recordPayments(
      user,
      { lines: [{ due: line.id, amountFen: line.amountFen }], paidOn: "2027-12-02", method: "transfer" },
      "2027-12-02",
    );
  expect(await lights("2027-12-02")).toEqual(["paid", null]);
  expect(await publish()).toBe("done");
});
