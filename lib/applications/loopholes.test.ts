import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { whyOf } from "@/components/applications/why";
import { db } from "@/db/client";
import { applications } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { applyTo } from "@/lib/applications/apply";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { dictionary } from "@/lib/i18n/dictionary";
import { isRefusal } from "@/lib/refusal/refusal";
import { aUser } from "@/lib/users/testing";

/** Nobody answers what they asked for, whatever they have become since; and who is declined reads why. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const stateOf = async (id: string) =>
  (await db.select().from(applications).where(eq(applications.id, id)))[0]?.state;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (isRefusal(error) ? error.code : Promise.reject(error)),
  );

async function applied() {
  const enterprise = await anEnterprise();
  const posting = await aPosting({ enterprise });
  const household = await aHousehold();
  const who = await people(household);
  const consent = { how: "slip", evidence: "第 3 号" };
  const apply = (asker: Asker) =>
    applyTo(asker, { posting: posting.id, household: household.code, consent }, testDay);
  const { id } = await apply(who.village);
  const move = (asker: Asker, name: string, more: object = {}) =>
    codeOf(moveApplication(asker, id, { move: name, ...more }, testDay));
  return { id, who, enterprise, apply, move };
}

/** The same account once an administrator made it the enterprise's. */
const asFirm = (asker: Asker, enterpriseId: string): Asker => ({
  ...asker,
  ...{ role: "enterprise", divisionScope: null, householdCode: null, enterpriseId },
});

it("a village worker who applied for a household and is the enterprise's now neither accepts nor declines it", async () => {
  const { id, who, enterprise, move } = await applied();
  const turned = asFirm(who.village, enterprise.id);
  expect(await move(turned, "accept")).toBe("own-case");
  expect(await move(turned, "decline", { reason: "too-far" })).toBe("own-case");
  expect(await stateOf(id)).toBe("applied");
  // A colleague does, and does again what came back, although they answered it before.
  expect(await move(enterprise.user, "accept")).toBe("done");
});

it("nor where another applied again since; who answered before may answer again", async () => {
  const { who, enterprise, apply, move } = await applied();
  expect(await move(enterprise.user, "accept")).toBe("done");
  expect(await move(who.county, "return", { code: "word-unclear" })).toBe("done");
  await apply(await aUser({ role: "village", divisionScope: who.village.divisionScope }));
  expect(await move(asFirm(who.village, enterprise.id), "accept")).toBe("own-case");
  expect(await move(enterprise.user, "accept")).toBe("done");
});

it("another reason for declining is said in words, and the household reads them", async () => {
  const { id, enterprise, move } = await applied();
  const decline = (more: object) =>
    moveApplication(enterprise.user, id, { move: "decline", ...more }, testDay);
  for (const words of [undefined, " "])
    await expect(decline({ reason: "other", ...(words && { words }) })).rejects.toMatchObject({
      fields: { words: { code: "missing" } },
    });
  expect(await move(enterprise.user, "decline", { reason: "other", words: "今年先修茶厂" })).toBe("done");
  const [row] = await db.select().from(applications).where(eq(applications.id, id));
  expect(whyOf(dictionary("zh"), row!)).toBe("今年先修茶厂");
  const why = (given: Partial<typeof row>) => whyOf(dictionary("zh"), { ...row!, ...given });
  expect(why({ declineReason: "too-far", stateReason: null })).toBe("路太远");
  expect(why({ declineReason: "too-far" })).toBe("路太远：今年先修茶厂");
  // Declined before words were asked for.
  expect(why({ stateReason: null })).toBe("其他原因");
});
