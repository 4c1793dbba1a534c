import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { applications, audit, notices, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { isRefusal } from "@/lib/refusal/refusal";

/** Several people at once: one of them wins, the other is told clearly. The race for the last place is race.slow.test.ts. */

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
const move = (asker: Asker, id: string, name: string) => () =>
  moveApplication(asker, id, { move: name, reason: "已核实" }, testDay);

describe("two at once on one application", () => {
  const decided = async (id: string) => db.$count(audit, eq(audit.subjectId, id));

  it("a double click approves once", async () => {
    const c = await aCase({ state: "accepted" });
    const click = move(c.who.county, c.id, "approve");
    expect((await outcomes([click, click])).sort()).toEqual(["done", "not-open"]);
    expect(await decided(c.id)).toBe(1);
    expect(await db.$count(notices, eq(notices.applicationId, c.id))).toBe(1);
  });

  it.each([
    ["approve", "reject"],
    ["reject", "approve"],
    ["return", "approve"],
  ])("one officer's %s stands, the other's %s is told the present state", async (first, second) => {
    const c = await aCase({ state: "accepted" });
    const seen = await Promise.allSettled([
      move(c.who.county, c.id, first)(),
      move(c.who.county2, c.id, second)(),
    ]);
    const lost = seen.flatMap((s) => (s.status === "rejected" ? [s.reason] : []));
    expect(lost).toHaveLength(1);
    const [row] = await db.select().from(applications).where(eq(applications.id, c.id));
    expect(lost[0]).toMatchObject({ code: "not-open", data: { state: row?.state } });
    expect(await decided(c.id)).toBe(1);
  });

  it("the household withdraws while the officer approves: either way nothing is left taken without a match", async () => {
    for (let round = 0; round < 20; round++) {
      const c = await aCase({ state: "accepted" });
      const tries = [move(c.who.household, c.id, "withdraw"), move(c.who.county, c.id, "approve")];
      const seen = await outcomes(round % 2 ? tries : tries.reverse());
      expect(seen).toContain("done");
      const [row] = await db.select().from(applications).where(eq(applications.id, c.id));
      const [posting] = await db.select().from(postings).where(eq(postings.id, c.posting.id));
      expect(row?.state).toBe("withdrawn");
      expect(posting?.taken).toBe(0);
    }
  });

  it("two who want the same worker: only one gets the months", async () => {
    const household = await aHousehold({ members: 1 });
    const who = await people(household);
    const cases = [
      await aCase({ state: "accepted", household, who }),
      await aCase({ state: "accepted", household, who }),
    ];
    const seen = await outcomes([
      move(who.county, cases[0]!.id, "approve"),
      move(who.county2, cases[1]!.id, "approve"),
    ]);
    expect(seen.sort()).toEqual(["already-bound", "done"]);
  });
});
