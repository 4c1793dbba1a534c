/** A new colleague: the administrator opens the account, its owner sets the password and is at home. */
import { expect, test } from "playwright/test";
import { readIn, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";

const t = dictionary("zh");
const { account: own, admin: a, start: s } = t.users;

test("an account is opened with a code that its owner turns into a password", async ({
  page,
  context,
  browser,
}) => {
  await readIn(context, "zh");
  await signInAs(context, "admin");
  await page.goto("/admin");
  await page.getByRole("link", { name: a.create }).click();
  await expect(page).toHaveURL(/\/admin\/new$/);
  const username = `new-${Date.now()}`;
  await page.getByLabel(own.username, { exact: true }).fill(username);
  await page.getByLabel(a.name, { exact: true }).fill("测试");
  await page.getByLabel(a.role, { exact: true }).selectOption({ label: t.words.role.town });
  await page.getByLabel(a.scope).fill("999");
  await page.getByLabel(a.why).fill("新到岗");
  await page.getByRole("button", { name: a.createDo }).click();
  // The wrong number is named, and nothing else has to be typed again.
  await expect(page.getByText(a.wrongScope).first()).toBeVisible();
  await expect(page.getByLabel(own.username, { exact: true })).toHaveValue(username);
  await page.getByLabel(a.scope).fill("610724105");
  await page.getByRole("button", { name: a.createDo }).click();
  await expect(page.getByText(a.startTitle(username))).toBeVisible();
  const code = await page.locator("dd").innerText();
  await page.reload();
  await expect(page.getByText(code)).toHaveCount(0);

  const theirs = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await readIn(theirs, "zh");
  const phone = await theirs.newPage();
  // Taking the code for a password leads to where a password is set.
  await phone.goto("/sign-in");
  await phone.getByLabel(own.username, { exact: true }).fill(username);
  await phone.getByLabel(t.users.signIn.password, { exact: true }).fill(code);
  await phone.getByRole("button", { name: t.users.signIn.submit, exact: true }).click();
  await expect(phone).toHaveURL(/\/sign-in\/first/);
  await expect(phone.getByLabel(own.username, { exact: true })).toHaveValue(username);
  await phone.getByLabel(s.code).fill(code.toLowerCase().replaceAll("-", " "));
  await phone.getByLabel(own.fresh, { exact: true }).fill("tea and rain 9");
  await phone.getByLabel(own.again).fill("tea and rain 9");
  await phone.getByRole("button", { name: s.submit }).click();
  await expect(phone).toHaveURL(/\/officer$/);
  await theirs.close();
});
