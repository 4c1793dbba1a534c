/** How much it takes: taps from signing in, and seconds of typing. */
import { expect, type Locator, test } from "playwright/test";
import { aFamily, madeBy, readIn, scopeOf, signInAs } from "@/e2e/steps";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { testPassword } from "@/lib/users/testing";

const t = dictionary("zh");
const { household: h, users: u } = t;
const phone = { width: 360, height: 740 };

/** Counts taps, so that a story cannot take more than it says. */
function counting() {
  let taps = 0;
  return {
    tap: async (target: Locator) => {
      taps += 1;
      await target.click();
    },
    count: () => taps,
  };
}

test.beforeEach(({ context }) => readIn(context, "zh"));

test.describe("on a phone", () => {
  test.use({ viewport: phone, hasTouch: true });

  test("a household applies within four taps from signing in, and finds what it is owed with one", async ({
    page,
  }) => {
    const { home, who } = await aFamily();
    const { tap, count } = counting();
    await page.goto("/sign-in");
    await page.getByLabel(u.signIn.username, { exact: true }).fill(who.household.username);
    await page.getByLabel(u.signIn.password, { exact: true }).fill(testPassword);
    await tap(page.locator("main").getByRole("button", { name: u.signIn.submit, exact: true }));
    await tap(page.locator('a[href="/household/openings"]'));
    await tap(page.locator('main a[href^="/household/openings/"]').first());
    await tap(page.getByRole("button", { name: h.applyHere }));
    await expect(page).toHaveURL(/done=applied/);
    expect(count()).toBeLessThanOrEqual(4);
    expect(await madeBy(home.code)).toBe(1);

    await page.goto("/household");
    const money = counting();
    await money.tap(page.locator('a[href="/household/money"]'));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(money.count()).toBe(1);
  });
});

test("back from the next page leads to the place on the page one came from", async ({ page, context }) => {
  const { home, who } = await aFamily();
  await signInAs(context, who.village.username);
  const there = `/village/households/${home.code}`;
  await page.goto(there);
  await page.locator('main a[href="#fitting"]').click();
  await expect(page).toHaveURL(`${there}#fitting`);
  await page.locator(`#fitting a[href^="${there}/apply"]`).first().click();
  await expect(page).toHaveURL(/apply\?posting=/);
  await expect(page.locator("#fitting")).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(`${there}#fitting`);
  await expect(page.locator("#fitting")).toBeVisible();
});

test("a second tap on the same button does nothing more", async ({ page, context }) => {
  const { home, who } = await aFamily();
  await signInAs(context, who.household.username);
  await page.goto("/household/openings");
  await page.locator('main a[href^="/household/openings/"]').first().click();
  await page.getByRole("button", { name: h.applyHere }).dblclick();
  await expect(page).toHaveURL(/done=applied/);
  expect(await madeBy(home.code)).toBe(1);
});

test("a job is posted with less than two minutes of typing", async ({ page, context }) => {
  await signInAs(context, "enterprise");
  const { form } = t.postings;
  // A slow hand: a second and a half for each character, three seconds for each choice.
  let seconds = 0;
  const type = async (target: Locator, text: string) => {
    seconds += 3 + 1.5 * text.length;
    await target.fill(text);
  };
  const choose = async (act: Promise<unknown>) => {
    seconds += 3;
    await act;
  };
  await page.goto("/enterprise");
  await choose(page.getByRole("link", { name: t.enterprise.post }).first().click());
  await choose(page.getByRole("link", { name: form.kinds.job.title }).click());
  await choose(page.getByLabel(form.project, { exact: true }).selectOption({ index: 1 }));
  await type(page.getByLabel(form.title, { exact: true }), "春季采茶工");
  await type(page.getByLabel(form.positions), "12");
  for (const month of [3, 4, 5])
    await choose(page.getByLabel(t.ui.monthNames[month - 1] ?? "", { exact: true }).check());
  await choose(page.getByRole("radio", { name: t.words.workKind.light }).check());
  await type(page.getByLabel(form.wage, { exact: true }), "2600");
  await choose(page.getByLabel(form.village, { exact: true }).selectOption((await scopeOf("village")).code));
  await type(page.getByLabel(form.closesOn), addDays(today(), 90));
  await choose(page.getByRole("button", { name: form.submit }).click());
  await expect(page.getByRole("status")).toContainText(t.done.submitted);
  expect(seconds).toBeLessThanOrEqual(120);
});
