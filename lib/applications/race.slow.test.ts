import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { applications, notices, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, aVillage, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { verifyAudit } from "@/lib/audit/queries";
import { isRefusal } from "@/lib/refusal/refusal";
import { aUser } from "@/lib/users/testing";

/** Several people at once: one of them wins, the others are told clearly, and nothing is ever oversold. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

/** What came of each try: "done", the refusal's code, or the unexpected error itself. */
const outcomes = async (tries: readonly (() => Promise<unknown>)[]) =>
  (await Promise.allSettled(tries.map((run) => run()))).map((result) => {
    if (result.status === "fulfilled") return "done";
    return isRefusal(result.reason) ? result.reason.code : result.reason;
  });
const officers = (n: number) =>
  Promise.all(Array.from({ length: n }, () => aUser({ role: "county", divisionScope: "610724" })));
const move = (asker: Asker, id: string, name: string) => () =>
  moveApplication(asker, id, { move: name, reason: "已核实" }, testDay);

const rounds = 200;
const writers = 8;

it(`${writers} officers after the last place, ${rounds} rounds: one winner each, all others hear "full"`, async () => {
  const county = await officers(writers);
  const village = await aVillage();
  const enterprise = await anEnterprise({ villageCode: village });
  const who = await people(await aHousehold({ village }));
  for (let round = 0; round < rounds; round++) {
    const posting = await aPosting({ capacity: 1, enterprise });
    const cases = [];
    for (let i = 0; i < writers; i++) {
      const household = await aHousehold({ village, members: 1 });
      cases.push(await aCase({ state: "accepted", posting, household, who }));
    }
    const seen = await outcomes(cases.map((c, i) => move(county[i]!, c.id, "approve")));
    expect(
      seen.filter((o) => o === "done"),
      `round ${round}: ${seen.join(" ")}`,
    ).toHaveLength(1);
    expect(new Set(seen)).toEqual(new Set(["done", "full"]));
    const [row] = await db.select().from(postings).where(eq(postings.id, posting.id));
    expect(row?.taken).toBe(1);
    const states = await db
      .select({ state: applications.state })
      .from(applications)
      .where(eq(applications.postingId, posting.id));
    expect(states.map((s) => s.state).sort()).toEqual([...Array(writers - 1).fill("accepted"), "approved"]);
  }
  expect(await db.$count(notices)).toBe(rounds);
  const { firstBad } = await verifyAudit();
  expect(firstBad).toBeNull();
}, 300_000);
