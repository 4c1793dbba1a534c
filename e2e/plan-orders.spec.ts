/** A plan of the county, one of its rows ordered to stay, and the plan made anew from it. */
import { expect, test } from "playwright/test";
import { readIn, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";

const p = dictionary("zh").plans;

test("an officer fixes a row of the plan, and the next plan keeps it", async ({ page, context }) => {
  test.setTimeout(240_000);
  await readIn(context, "zh");
  await signInAs(context, "county");
  await page.goto("/officer/plan");
  await page.getByRole("button", { name: p.start }).click();
  await expect(page.getByText(p.orders.pin.label).first()).toBeVisible({ timeout: 100_000 });
  const first = page.url();
  const row = page.locator("#rows tbody tr").first();
  const household = (await row.locator(".lead a").first().getAttribute("href"))?.split("/").at(-1) ?? "";
  const head = await row.locator(".lead a").first().innerText();
  await row.getByText(p.orders.pin.label).click();
  await row.getByRole("button", { name: p.again }).click();
  await expect(page).not.toHaveURL(first);
  await expect(page.locator('[name="rules"]')).toHaveValue(new RegExp(`^${p.pin} ${household} .+$`), {
    timeout: 100_000,
  });
  await expect(page.locator("#rows")).toContainText(head);
});
