/** Bad signal: what was typed outlives a reload, a lost connection and a refusal; it ends with success or signing out. */
import { expect, type Page, test } from "playwright/test";
import { readIn, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";

const t = dictionary("zh");
const { form } = t.postings;
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("draft ")));

test.beforeEach(async ({ context, page }) => {
  await readIn(context, "zh");
  await signInAs(context, "enterprise");
  await page.goto("/enterprise/postings/new?kind=job", { waitUntil: "networkidle" });
});

test("a half-filled form is there again after a reload, numbers of people are not kept", async ({ page }) => {
  await page.locator('[name="title"]').fill("冬季修枝");
  await page.locator('[name="positions"]').fill("12");
  await page.locator('[name="months"]').first().check();
  await page.locator('[name="summary"]').fill("问 69072419900101001X 或 14400000101");
  await page.reload({ waitUntil: "networkidle" });
  await expect(page.getByText(t.frame.drafts.restored)).toBeVisible();
  await expect(page.locator('[name="title"]')).toHaveValue("冬季修枝");
  await expect(page.locator('[name="positions"]')).toHaveValue("12");
  await expect(page.locator('[name="months"]').first()).toBeChecked();
  await expect(page.locator('[name="summary"]')).toHaveValue("");
  const store = await page.evaluate(() => JSON.stringify(sessionStorage));
  expect(store).not.toMatch(/690724|144000/);
});

test("without a connection nothing is sent and nothing lost; with it again the form goes through", async ({
  page,
  context,
}) => {
  await page.locator('[name="title"]').fill("冬季修枝");
  await context.setOffline(true);
  await page.getByRole("button", { name: form.saveDraft }).click();
  await expect(page.getByText(t.frame.drafts.offline)).toBeVisible();
  await expect(page.locator('[name="title"]')).toHaveValue("冬季修枝");
  await context.setOffline(false);
  await page.getByRole("button", { name: form.saveDraft }).click();
  // Refused field by field, as ever, and what was typed is still both there and kept.
  await expect(page.getByRole("alert").filter({ hasText: t.ui.errorsTitle })).toBeVisible();
  await expect(page.locator('[name="title"]')).toHaveValue("冬季修枝");
  expect(await kept(page)).toHaveLength(1);
});

test("signing out forgets what was typed", async ({ page }) => {
  await page.locator('[name="title"]').fill("冬季修枝");
  expect(await kept(page)).toHaveLength(1);
  await page.locator("header summary:visible").click();
  await page.locator("header").getByRole("button", { name: t.frame.signOut }).click();
  await expect(page).toHaveURL(/done=signed-out/);
  expect(await kept(page)).toHaveLength(0);
});
