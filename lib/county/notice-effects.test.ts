import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { notices } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { aCase } from "@/lib/applications/cases.testing";
import { testDay } from "@/lib/applications/testing";
import { approveApplication } from "@/lib/approvals/decide";
import { addDays } from "@/lib/clock/clock";
import { policyEffects } from "@/lib/county/policy-effects";
import { forgetCounty } from "@/lib/matching/queries/current";
import { applyPolicy, proposePolicy } from "@/lib/policy/commands";

const officer = { ...publicAsker, role: "county" as const, userId: "U", divisionScope: "610724" };
const of = async (key: "notice.calendarDays" | "notice.workingDays", value: number, today = testDay) => {
  const effects = await policyEffects(officer, key, value, today);
  if (effects.kind !== "notice") throw new Error(`not counted: ${effects.kind}`);
  return effects;
};

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
  forgetCounty();
});
afterAll(() => close());

describe("what another length of notices would change", () => {
  it("says what would hold today when nothing is up and nothing waits", async () => {
    expect(await of("notice.calendarDays", 20)).toEqual({
      kind: "notice",
      up: 0,
      lastEndsOn: null,
      waiting: 0,
      endsOn: { before: addDays(testDay, 10), after: addDays(testDay, 20) },
    });
  });

  it("knows that the longer of the two decides", async () => {
    const { endsOn } = await of("notice.workingDays", 5);
    expect(endsOn.after).toBe(endsOn.before);
    // Twelve working days from a Monday: sixteen days on, a Wednesday.
    expect((await of("notice.workingDays", 12)).endsOn.after).toBe(addDays(testDay, 16));
  });

  it("counts what is up and what waits; what is up keeps its day, what waits gets the new one", async () => {
    const up = await aCase({ state: "approved", noticeEndsOn: addDays(testDay, 3) });
    await aCase({ state: "held", noticeEndsOn: addDays(testDay, 8) });
    await aCase({ state: "final" });
    const waits = await aCase({ state: "accepted" });
    await aCase({ state: "applied" });
    const told = await of("notice.calendarDays", 20);
    expect(told).toMatchObject({ up: 2, lastEndsOn: addDays(testDay, 8), waiting: 1 });
    // Its last day past, a notice is no longer up, whether or not the minute job has been by.
    expect(await of("notice.calendarDays", 20, addDays(testDay, 4))).toMatchObject({ up: 1 });

    // And so it is, once it is applied.
    const { county2, admin } = waits.who;
    const { id } = await proposePolicy(
      county2,
      { key: "notice.calendarDays", value: "20", startsOn: testDay, document: "西扶办发 20 号" },
      testDay,
    );
    await applyPolicy(admin, id, testDay);
    await approveApplication(county2, waits.id, testDay);
    const dayOfNotice = async (applicationId: string) =>
      (await db.select().from(notices).where(eq(notices.applicationId, applicationId)))[0]?.endsOn;
    expect(await dayOfNotice(waits.id)).toBe(told.endsOn.after);
    expect(await dayOfNotice(up.id)).toBe(addDays(testDay, 3));
  });
});
