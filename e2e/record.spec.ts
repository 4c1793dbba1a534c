/** A household's record kept right: by its village worker on a phone, by itself, and with the officers looking on. */
import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { households, members } from "@/db/schema";
import { readIn, scopeOf, signInAs } from "@/e2e/steps";
import { today } from "@/lib/clock/clock";
import { loadWhole } from "@/lib/households/load";
import { dictionary } from "@/lib/i18n/dictionary";
import { inventedIdNumber } from "@/lib/numbers/id-number";

const t = dictionary("zh");
const r = t.record;
test.use({ viewport: { width: 390, height: 844 } });

/** A listed household of the village with three people or more, whose head is a man or a woman of age. */
async function someHome(after = ""): Promise<string> {
  const { code: village } = await scopeOf("village");
  const homes = await db
    .select({ code: households.code })
    .from(households)
    .where(and(eq(households.villageCode, village), eq(households.register, "listed")))
    .orderBy(asc(households.code));
  for (const { code } of homes) {
    const people = await db.$count(
      members,
      and(eq(members.householdCode, code), eq(members.state, "present")),
    );
    if (code > after && people >= 3) return code;
  }
  throw new Error("no such household");
}
const record = async (code: string) => (await loadWhole(db, [code])).get(code)!.record;

test("the village worker mends a record, adds a child, writes down an event; the history tells of it", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await readIn(context, "zh");
  await signInAs(context, "village");
  const code = await someHome();
  const home = `/village/households/${code}`;
  await page.goto(home);
  // At a glance: able or the other road, with reasons.
  await expect(page.getByText(r.glance.can)).toBeVisible();
  await expect(page.getByText(new RegExp(`${t.able.able}|${t.able.notAble}`)).first()).toBeVisible();

  await page.goto(`${home}/edit/basics`);
  await page.getByLabel(r.fields.household.phone).fill("12");
  await page.getByRole("button", { name: r.save }).click();
  // Refused at its field, and what was typed is still there.
  await expect(page.getByText(t.fieldProblem["bad-phone"]()).first()).toBeVisible();
  await expect(page.getByLabel(r.fields.household.phone)).toHaveValue("12");
  await page.getByLabel(r.fields.household.phone).fill("144 8765 4321");
  await page.getByLabel(r.note).fill("换号");
  await page.getByRole("button", { name: r.save }).click();
  await expect(page.getByRole("status")).toContainText(t.done.saved);
  expect((await record(code)).household.phone).toBe("14487654321");

  const birth = `${Number(today().slice(0, 4)) - 1}-02-03`;
  await page.goto(`${home}/members/new`);
  await page.getByText(r.members.arrivals["member-moved-in"], { exact: true }).click();
  await page.getByLabel(r.fields.member.name).fill("赵小苗");
  await page.getByLabel(r.fields.member.relation).selectOption("granddaughter");
  await page.getByText(t.words.sex.female, { exact: true }).click();
  await page.getByLabel(r.fields.member.birth).fill(birth);
  await page.getByLabel(r.fields.member.idNumber).fill(inventedIdNumber(birth, 2 * (Date.now() % 490)));
  await page.getByText(t.words.health.healthy, { exact: true }).click();
  await page.getByLabel(r.fields.member.laborClass).selectOption("weak");
  await page.getByLabel(r.fields.member.schooling).selectOption("preschool-age");
  await page.getByRole("button", { name: r.save }).click();
  // The counties' own check speaks at the field: too young to work.
  await expect(page.getByText(t.householdRules["too-young-to-work"].remedy).first()).toBeVisible();
  await page.getByLabel(r.fields.member.laborClass).selectOption("none");
  await page.getByRole("button", { name: r.save }).click();
  await expect(page.getByRole("status")).toContainText(t.done.saved);
  await expect(page.getByText("赵小苗", { exact: true }).first()).toBeVisible();

  await page.goto(`${home}/events`);
  const { status } = (await record(code)).household;
  const event = status === "lifted" ? r.events.names["fell-back"] : r.events.names.lifted;
  const card = page.locator("section", { has: page.getByRole("heading", { name: event }) });
  await card.locator("summary").click();
  await card.getByLabel(r.events.why).fill("村里评议过");
  await card.getByRole("button", { name: r.events.record }).click();
  await expect(page.getByRole("status")).toContainText(t.done.recorded);

  await page.goto(`${home}/history`);
  await expect(page.getByText("14487654321")).toBeVisible();
  await expect(page.getByText("村里评议过")).toBeVisible();

  // An officer reads the same with stars, and may change nothing.
  await signInAs(context, "county");
  await page.goto(`/officer/households/${code}/history`);
  await expect(page.getByText("144****4321")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("14487654321");
  expect((await page.goto(`${home}/edit/basics`))?.status()).toBe(403);
});

test("a household changes its wishes and what it can do; nothing else", async ({ page, context }) => {
  await readIn(context, "zh");
  await signInAs(context, "household");
  await page.goto("/household/record/wishes");
  await page.getByText(t.words.postingKind.land, { exact: true }).click();
  await page.getByLabel(r.fields.household.wishNote).fill("想离家近");
  await page.getByRole("button", { name: r.save }).click();
  await expect(page.getByRole("status")).toContainText(t.done.saved);
  await page
    .getByRole("link", { name: r.editOf(r.ours.labor) })
    .first()
    .click();
  await page.getByText(t.words.skill.cooking, { exact: true }).click();
  await page.getByRole("button", { name: r.save }).click();
  await expect(page.getByRole("status")).toContainText(t.done.saved);
  await page.goto("/household/record/history");
  await expect(page.getByText("想离家近")).toBeVisible();
  await expect(page.getByText(r.ours.reason).first()).toBeVisible();
});

test("without script a form still works", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  await readIn(context, "zh");
  await signInAs(context, "village");
  const page = await context.newPage();
  const code = await someHome();
  await page.goto(`/village/households/${code}/edit/help`);
  await page.getByLabel(r.fields.household.helperName).fill("李帮扶");
  await page.getByRole("button", { name: r.save }).click();
  await expect(page.getByRole("status")).toContainText(t.done.saved);
  expect((await record(code)).household.helperName).toBe("李帮扶");
  await context.close();
});

test("from the list the few fields that change most are changed, and the list is where it was; without script", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  await readIn(context, "zh");
  await signInAs(context, "village");
  const page = await context.newPage();
  await page.goto("/village?show=able");
  const link = page.getByRole("link", { name: t.village.quick, exact: true }).last();
  const code = (await link.getAttribute("href"))?.split("/")[3] ?? "";
  await link.click();
  const phone = page.getByLabel(r.fields.household.phone, { exact: true });
  await phone.fill("12");
  await page.getByLabel(t.words.postingKind.membership, { exact: true }).check();
  await page.getByRole("button", { name: t.village.quickSave }).click();
  // Refused at its field; what was typed and ticked is still there.
  await expect(page.getByText(t.fieldProblem["bad-phone"]()).first()).toBeVisible();
  await expect(phone).toHaveValue("12");
  await expect(page.getByLabel(t.words.postingKind.membership, { exact: true })).toBeChecked();
  await phone.fill("14487650000");
  await page.getByRole("button", { name: t.village.quickSave }).click();
  await expect(page).toHaveURL(new RegExp(`/village\\?show=able&done=saved&row=${code}#${code}$`));
  await expect(page.locator(`[id="${code}"]`)).toHaveText(t.village.saved);
  expect((await record(code)).household).toMatchObject({ phone: "14487650000" });
  expect((await record(code)).household.wishKinds).toContain("membership");
  await context.close();
});

test("two who may be one are decided, with how it was checked", async ({ page, context }) => {
  await readIn(context, "zh");
  await signInAs(context, "county");
  await page.goto("/officer/duplicates");
  const pairs = page.locator("section", { has: page.getByText(r.doubles.different, { exact: true }) });
  const before = await pairs.count();
  expect(before).toBeGreaterThan(0);
  const pair = pairs.first();
  await pair.locator("summary", { hasText: r.doubles.different }).click();
  await pair.getByLabel(r.doubles.why).last().fill("两家都走访过，是两个人");
  await pair.getByRole("button", { name: r.doubles.different }).click();
  await expect(page.getByRole("status")).toContainText(t.done["decided-double"]);
  expect(await pairs.count()).toBe(before - 1);
});
