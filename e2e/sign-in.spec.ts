/** Signing in and out, by hand: with script and without, in both languages, right and wrong. */
import { expect, test } from "playwright/test";
import { readIn, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";
import { aUser, testPassword } from "@/lib/users/testing";

for (const javaScriptEnabled of [true, false])
  for (const locale of ["zh", "en"] as const)
    test.describe(`${javaScriptEnabled ? "with" : "without"} script, ${locale}`, () => {
      test.use({
        javaScriptEnabled,
        viewport: javaScriptEnabled ? { width: 1280, height: 800 } : { width: 360, height: 740 },
      });
      const { signIn: words, account } = dictionary(locale).users;

      test("leads to where one was going, and says what is wrong", async ({ page, context }) => {
        await readIn(context, locale);
        const user = await aUser();
        await page.goto("/account");
        await expect(page).toHaveURL("/sign-in?next=%2Faccount");
        const submit = page.locator("main").getByRole("button", { name: words.submit, exact: true });
        await submit.click();
        await expect(page.getByRole("link", { name: words.username })).toBeVisible();
        await page.getByLabel(words.username, { exact: true }).fill(user.username);
        await page.getByLabel(words.password, { exact: true }).fill("not it");
        await submit.click();
        await expect(page.locator("main").getByText(words.refused)).toBeVisible();
        await expect(page.getByLabel(words.username, { exact: true })).toHaveValue(user.username);
        await expect(page.getByLabel(words.password, { exact: true })).toHaveValue("");
        await page.getByLabel(words.password, { exact: true }).fill(testPassword);
        await submit.click();
        await expect(page).toHaveURL("/account");
        await page.locator("main").getByRole("button", { name: account.signOut, exact: true }).click();
        await expect(page).toHaveURL(/\/\?done=signed-out$/);
        await page.goto("/account");
        await expect(page).toHaveURL(/\/sign-in/);
      });

      test("takes one tap for a demo account, and nobody elsewhere", async ({ page, context }) => {
        await readIn(context, locale);
        await page.goto("/sign-in?next=//evil.example/");
        await page.getByRole("button", { name: words.demoAs("auditor"), exact: true }).click();
        await expect(page).toHaveURL("/auditor");
      });
    });

test("five wrong tries cost a wait, for a name that exists and one that does not", async ({ page }) => {
  const words = dictionary("zh").users.signIn;
  const user = await aUser();
  for (const name of [user.username, `nobody-${user.username}`]) {
    await page.goto("/sign-in");
    for (let i = 0; i < 6; i++) {
      await page.getByLabel(words.username, { exact: true }).fill(name);
      await page.getByLabel(words.password, { exact: true }).fill(`wrong ${i}`);
      await page.locator("main").getByRole("button", { name: words.submit, exact: true }).click();
      await expect(page.locator("main [role=alert]")).toContainText(i < 5 ? words.refused : /30|29|28|27/);
      await page.reload();
    }
  }
});

test("a new password signs this browser in anew and every other out", async ({ browser, context, page }) => {
  const words = dictionary("zh").users.account;
  const user = await aUser();
  const other = await browser.newContext();
  await Promise.all([signInAs(context, user.username), signInAs(other, user.username)]);
  await page.goto("/account");
  await page.getByLabel(words.old, { exact: true }).fill(testPassword);
  await page.getByLabel(words.fresh, { exact: true }).fill("还没有人用过的密码");
  await page.getByLabel(words.again, { exact: true }).fill("还没有人用过的密码");
  await page.getByRole("button", { name: words.change, exact: true }).click();
  await expect(page.getByText(words.changed)).toBeVisible();
  const elsewhere = await other.newPage();
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await other.close();
});
