import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { applications, bookings, dues } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { earlyCauses, roles } from "@/db/words";
import { causesFor, endAgreement } from "@/lib/agreements/end";
import { countAgreements, listAgreements } from "@/lib/agreements/queries";
import { isSigningLate, signBy, unsignedSides } from "@/lib/agreements/signing";
import { agreementRow, anAgreement } from "@/lib/agreements/testing";
import { testDay } from "@/lib/applications/testing";
import { addDays } from "@/lib/clock/clock";
import { makeDues } from "@/lib/moneys/make";
import { defaultPolicy } from "@/lib/policy/policy";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const days = defaultPolicy["agreement.signWithinDays"];
const lastDay = addDays(testDay, days);
const byNobodyOfFirm = {
  state: "unsigned",
  enterpriseSignedBy: null,
  enterpriseSignedHow: null,
  enterpriseSignedAt: null,
} as const;
const never = (endsOn: string) => ({ cause: "never-signed", reason: "催了几次都不签", endsOn });

describe("the days for signing", () => {
  it("run to the last day of policy, that day counted, and only while a signature is missing", () => {
    const late = (state: "unsigned" | "live" | "ended", today: string) =>
      isSigningLate({ state, startsOn: testDay }, defaultPolicy, today);
    expect(signBy(testDay, defaultPolicy)).toBe(lastDay);
    expect(late("unsigned", lastDay)).toBe(false);
    expect(late("unsigned", addDays(lastDay, 1))).toBe(true);
    expect(late("live", addDays(lastDay, 1))).toBe(false);
    expect(late("ended", addDays(lastDay, 1))).toBe(false);
    expect(unsignedSides({ enterpriseSignedHow: null, householdSignedHow: "paper" })).toEqual(["enterprise"]);
  });

  it("over, the county alone has a cause of its own", () => {
    const waiting = { state: "unsigned", startsOn: testDay } as const;
    const has = (role: string, state: "unsigned" | "live", today: string) =>
      causesFor(role, { ...waiting, state }, defaultPolicy, today).includes("never-signed");
    const after = addDays(lastDay, 1);
    expect(roles.filter((role) => has(role, "unsigned", after))).toEqual(["county"]);
    expect(has("county", "unsigned", lastDay)).toBe(false);
    expect(has("county", "live", after)).toBe(false);
    expect(causesFor("household", waiting, defaultPolicy, after)).toHaveLength(earlyCauses.length - 1);
  });
});

describe("an agreement the enterprise never signs", () => {
  it("is on the officer's list from the day after, owes nothing, and lets the household go", async () => {
    const c = await anAgreement({ agreement: byNobodyOfFirm });
    const { county } = c.who;
    const listed = async (today: string) =>
      (await listAgreements(county, today, { filter: "sign-late" })).items.map((a) => a.id);
    const after = addDays(lastDay, 1);
    expect(await listed(lastDay)).toEqual([]);
    expect(await listed(after)).toEqual([c.agreementId]);
    expect(await countAgreements(county, after)).toMatchObject({ unsigned: 1, "sign-late": 1 });
    await makeDues(after);
    expect(await db.$count(dues, eq(dues.agreementId, c.agreementId))).toBe(0);

    // Too soon, and not by who could sign it.
    const tooSoon = endAgreement(county, c.agreementId, never(lastDay), lastDay);
    await expect(tooSoon).rejects.toMatchObject({ fields: { cause: { code: "not-in-list" } } });
    const byItself = endAgreement(c.posting.enterprise.user, c.agreementId, never(after), after);
    await expect(byItself).rejects.toMatchObject({ fields: { cause: { code: "not-in-list" } } });

    await endAgreement(county, c.agreementId, never(after), after);
    expect(await agreementRow(c.agreementId)).toMatchObject({ state: "ended", endCause: "never-signed" });
    expect(await db.$count(bookings, eq(bookings.applicationId, c.id))).toBe(0);
    const [match] = await db.select().from(applications).where(eq(applications.id, c.id));
    expect(match?.overOn).toBe(after);
    expect(await listed(after)).toEqual([]);
    await makeDues(after);
    expect(await db.$count(dues, eq(dues.agreementId, c.agreementId))).toBe(0);
  });
});
