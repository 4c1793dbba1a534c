/** The product without a mouse: nothing but the Tab key, letters, arrows, the space bar and Enter. */
import { eq } from "drizzle-orm";
import { expect, type Locator, type Page, test } from "playwright/test";
import { db } from "@/db/client";
import { agreements, applications, dues, payments, postings } from "@/db/schema";
import { aFamily, madeBy, readIn, signInAs } from "@/e2e/steps";
import { finishNotices } from "@/lib/agreements/finish";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, aVillage, people } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { makeDues } from "@/lib/moneys/make";
import { testPassword } from "@/lib/users/testing";

const t = dictionary("zh");
const { household: h, users: u } = t;

test.beforeEach(({ context }) => readIn(context, "zh"));

/** Moves on with Tab until the target has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("not reached by Tab");
}

/** What Enter does once Tab has led there: a link or a button pressed, a decision in its two steps. */
function keysOf(page: Page) {
  const press = async (target: Locator) => {
    await tabTo(page, target, 150);
    await page.keyboard.press("Enter");
  };
  const decide = async ({ label, confirm }: { label: string; confirm: string }) => {
    await press(page.locator("main summary").filter({ has: page.getByText(label, { exact: true }) }));
    await press(page.locator("main details[open]").getByRole("button", { name: confirm }));
  };
  return { press, decide };
}

test("the whole way by keyboard alone: in, to an opening, apply, sign out", async ({ page }) => {
  const { home, who } = await aFamily();
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: t.frame.skip })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel(u.signIn.username, { exact: true }));
  await page.keyboard.type(who.household.username);
  await page.keyboard.press("Tab");
  await page.keyboard.type(testPassword);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/household");
  await tabTo(page, page.locator('main a[href="/household/openings"]'));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/household/openings");
  await tabTo(page, page.locator('main a[href^="/household/openings/"]').first());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/openings\/./);
  await tabTo(page, page.getByRole("button", { name: h.applyHere }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/done=applied/);
  expect(await madeBy(home.code)).toBe(1);
  const account = page.locator("header summary:visible").last();
  await tabTo(page, account);
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("header").getByRole("button", { name: t.frame.signOut }).first());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/done=signed-out/);
});

test("an officer publishes, approves and answers by keyboard alone", async ({ page, context }) => {
  const village = await aVillage();
  const household = await aHousehold({ village });
  const enterprise = await anEnterprise({ villageCode: village });
  const posting = await aPosting({ enterprise, title: `审${Date.now()}`, state: "submitted" });
  await signInAs(context, "county");
  const { decide } = keysOf(page);
  await page.goto(`/officer/postings/${posting.id}`);
  await decide(t.postings.moves.publish);
  await expect(page.getByRole("status")).toContainText(t.done.published);

  const who = await people(household);
  const { id } = await aCase({ state: "accepted", household, posting, who });
  await page.goto(`/officer/applications/${id}`);
  await decide(t.applications.moves.approve);
  await expect(page.getByRole("status")).toContainText(t.done.approved);
});

/** What a field without letters is set with: the space bar ticks, arrows choose. */
async function tick(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target, 150);
  await page.keyboard.press("Space");
  await expect(target).toBeChecked();
}

async function choose(page: Page, target: Locator, value: string): Promise<void> {
  await tabTo(page, target, 150);
  for (let i = 0; i < 400 && (await target.inputValue()) !== value; i++)
    await page.keyboard.press("ArrowDown");
  await expect(target).toHaveValue(value);
}

/** Month, day and year in whichever order this browser asks for them. */
async function typeDay(page: Page, target: Locator, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  await tabTo(page, target, 150);
  for (const keys of [month + date + year, year + month + date, date + month + year]) {
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type(keys);
    if ((await target.inputValue()) === day) return;
  }
  await expect(target).toHaveValue(day);
}

test("an enterprise posts and accepts, both sign, it pays and the household confirms, by keyboard alone", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const village = await aVillage();
  const enterprise = await anEnterprise({ villageCode: village });
  const home = await aHousehold({ village, members: 1 });
  const who = await people(home);
  const { form } = t.postings;
  const title = `键盘 ${Date.now()}`;
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const { press, decide } = keysOf(page);
  const type = async (label: string, text: string) => {
    await tabTo(page, field(label), 150);
    await page.keyboard.type(text);
  };
  const said = page.locator("main").getByRole("status");

  await signInAs(context, enterprise.user.username);
  await page.goto("/enterprise/postings/new");
  await press(page.getByRole("link", { name: form.kinds.job.title }));
  await expect(field(form.title)).toBeVisible();
  await type(form.title, title);
  await type(form.positions, "4");
  for (const name of t.ui.monthNames) await tick(page, field(name));
  await tick(page, page.getByRole("radio", { name: t.words.workKind.light }));
  await type(form.wage, "2600");
  await choose(page, field(form.village), village);
  await typeDay(page, field(form.closesOn), addDays(today(), 90));
  await press(page.getByRole("button", { name: form.submit }));
  await expect(said).toContainText(t.done.submitted);

  const [posting] = await db.select().from(postings).where(eq(postings.title, title));
  await signInAs(context, "county");
  await page.goto(`/officer/postings/${posting!.id}`);
  await decide(t.postings.moves.publish);
  await expect(said).toContainText(t.done.published);

  await signInAs(context, who.household.username);
  await page.goto(`/household/openings/${posting!.id}`);
  await press(page.getByRole("button", { name: h.applyHere }));
  await expect(page).toHaveURL(/done=applied/);
  await signInAs(context, enterprise.user.username);
  await page.goto(`/enterprise/postings/${posting!.id}`);
  const { accept } = t.applications.moves;
  await decide(accept);
  await expect(said).toContainText(t.done.accepted);

  // The notice has its time: approved on an earlier day.
  const [application] = await db.select().from(applications).where(eq(applications.postingId, posting!.id));
  const past = addDays(today(), -40);
  await moveApplication(who.county, application!.id, { move: "approve" }, past);
  await finishNotices(addDays(past, 25));
  const [agreement] = await db.select().from(agreements).where(eq(agreements.applicationId, application!.id));
  for (const { username } of [enterprise.user, who.household]) {
    await signInAs(context, username);
    await page.goto(`/agreements/${agreement!.id}/sign`);
    await tick(page, page.getByRole("checkbox"));
    await press(page.getByRole("button", { name: t.agreements.sign.submit, exact: true }));
    await expect(said).toContainText(t.done.signed);
  }
  while ((await makeDues(today())) > 0);
  const [due] = await db.select().from(dues).where(eq(dues.agreementId, agreement!.id)).orderBy(dues.dueOn);
  await signInAs(context, enterprise.user.username);
  await page.goto(`/enterprise/obligations/${due!.id}`);
  await press(page.getByRole("button", { name: t.moneys.enterprise.record }));
  await expect(said).toContainText(t.done.paid);
  await signInAs(context, who.household.username);
  await page.goto("/household/money");
  const { yes } = t.moneys.household;
  await decide({ label: yes, confirm: yes });
  await expect(said).toContainText(t.done.confirmed);
  const [payment] = await db.select().from(payments).where(eq(payments.dueId, due!.id));
  expect(payment?.state).toBe("confirmed");
});
