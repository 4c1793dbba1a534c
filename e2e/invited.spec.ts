/** What waits for a household to apply: an invitation it answers itself, and one sent back that its village mends. */
import { eq } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { applications } from "@/db/schema";
import { readIn, signInAs } from "@/e2e/steps";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, aVillage, people } from "@/lib/applications/testing";
import { dictionary } from "@/lib/i18n/dictionary";

const t = dictionary("zh");
const stateOf = async (id: string) =>
  (await db.select().from(applications).where(eq(applications.id, id)))[0]?.state;

/** A household with an opening in its village, and what the two have to do with each other. */
async function waiting(state: "invited" | "returned") {
  const village = await aVillage();
  const household = await aHousehold({ village });
  const who = await people(household);
  const enterprise = await anEnterprise({ villageCode: village });
  const title = `${state === "invited" ? "邀请" : "退回"}${Date.now()}`;
  const posting = await aPosting({ enterprise, title });
  const none = {
    consentHow: null,
    consentEvidence: null,
    consentBy: null,
    appliedBy: null,
    onBehalfBy: null,
  };
  const row = state === "invited" ? { ...none, invitedBy: who.county.userId } : {};
  const { id } = await aCase({ state, household, posting, who, row });
  return { id, who, household, title };
}

test.beforeEach(({ context }) => readIn(context, "zh"));

test("an invited household sees it first, and applies in three taps", async ({ page, context }) => {
  const { id, who, title } = await waiting("invited");
  await signInAs(context, who.household.username);
  await page.goto("/household");
  await page.getByRole("region", { name: t.toDo.household.title }).getByRole("link", { name: title }).click();
  await expect(page.getByRole("main")).toContainText(t.toDo.household.asks.invited);
  await page.getByRole("button", { name: t.toDo.household.apply.invited }).click();
  await expect(page.getByRole("status")).toContainText(t.done.applied);
  expect(await stateOf(id)).toBe("applied");
  await page.goto("/household");
  await expect(page.getByRole("region", { name: t.toDo.household.title })).toHaveCount(0);
});

test("the list of its applications leads there too", async ({ page, context }) => {
  const { who, title } = await waiting("returned");
  await signInAs(context, who.household.username);
  await page.goto("/household/applications");
  await page
    .getByRole("listitem")
    .filter({ hasText: title })
    .getByRole("link", { name: t.toDo.household.apply.returned })
    .click();
  await expect(page.getByRole("button", { name: t.toDo.household.apply.returned })).toBeVisible();
});

test("one sent back is mended by the village with the household's word", async ({ page, context }) => {
  const { id, who, household, title } = await waiting("returned");
  await signInAs(context, who.village.username);
  await page.goto(`/village/households/${household.code}`);
  await page
    .getByRole("listitem")
    .filter({ hasText: title })
    .filter({ hasText: t.words.applicationState.returned })
    .getByRole("link", { name: t.households.apply })
    .click();
  await page.getByRole("radio", { name: t.village.ways.slip }).check();
  await page.getByRole("textbox", { name: t.cases.apply.slipField }).fill("2026-09");
  await page.getByRole("button", { name: t.village.send }).click();
  await expect(page.getByText(t.words.applicationState.applied, { exact: true }).first()).toBeVisible();
  expect(await stateOf(id)).toBe("applied");
});
