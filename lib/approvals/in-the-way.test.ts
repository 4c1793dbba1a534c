import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { applications } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { answerAnnex, proposeAnnex } from "@/lib/agreements/annex";
import { endOverdue } from "@/lib/agreements/clock";
import { agreementRow, anAgreement } from "@/lib/agreements/testing";
import { inTheWay } from "@/lib/applications/budget";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, aPosting, people, testDay } from "@/lib/applications/testing";

/** A match that cannot be is told which agreement is in its way: the one that holds what it asks for. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const months = (...list: number[]) => list.reduce((bits, month) => bits | (1 << (month - 1)), 0);
const spring = months(1, 2);
const autumn = months(9, 10);

it("of a worker's agreements, the one whose months clash is named", async () => {
  const household = await aHousehold({ members: 1 });
  const shared = { household, who: await people(household) };
  await anAgreement({ ...shared, posting: await aPosting({ title: "春茶", job: { months: spring } }) });
  const held = await anAgreement({
    ...shared,
    posting: await aPosting({ title: "秋茶", job: { months: autumn } }),
  });
  const c = await aCase({
    ...shared,
    state: "accepted",
    posting: await aPosting({ job: { months: months(9) } }),
  });
  const [row] = await db.select().from(applications).where(eq(applications.id, c.id));
  expect(await tx((w) => inTheWay(w, "job", row!))).toMatchObject({
    posting: "秋茶",
    agreement: held.number,
  });
});

it("of a renewed agreement, the one that goes on is named, not the one that ended", async () => {
  const household = await aHousehold({ members: 1 });
  const shared = { household, who: await people(household) };
  const held = await anAgreement({ ...shared, agreement: { endsOn: "2026-12-31" } });
  const renewal = { kind: "renewal", reason: "明年接着干", years: 1 };
  const { id } = await proposeAnnex(held.who.household, held.agreementId, renewal, null, testDay);
  await answerAnnex(held.posting.enterprise.user, id, { move: "agree" }, null, testDay);
  await endOverdue("2027-01-05");
  expect((await agreementRow(held.agreementId))?.state).toBe("ended");
  const c = await aCase({ ...shared, state: "accepted" });
  const [row] = await db.select().from(applications).where(eq(applications.id, c.id));
  const other = await tx((w) => inTheWay(w, "job", row!));
  expect(other).toMatchObject({ agreement: expect.stringMatching(/^2027-/) });
});
