/**
 * A plan of the county with an order it cannot keep, which it names; one of its rows ordered to stay, and the
 * plan made anew from it.
 */
import { eq } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { tx } from "@/db/client";
import { postings } from "@/db/schema";
import { readIn, signInAs } from "@/e2e/steps";
import { aHousehold, aPosting } from "@/lib/applications/testing";
import { dictionary } from "@/lib/i18n/dictionary";

const p = dictionary("zh").plans;

test("an officer fixes a row of the plan, and the next plan keeps it", async ({ page, context }) => {
  test.setTimeout(240_000);
  await readIn(context, "zh");
  await signInAs(context, "county");
  // Two parcels that reach the least together, and neither by itself: the household qualifies, the plan has nothing.
  const home = await aHousehold({ parcels: [{ areaMu100: 150 }, { areaMu100: 150 }] });
  const land = await aPosting({ kind: "land", title: "统筹里要整块的地", land: { minMu100: 200 } });
  await page.goto("/officer/plan");
  await page.locator("summary", { hasText: p.rules }).click();
  await page.locator('[name="rules"]').fill(`${p.pin} ${home.code} 统筹里要整块的地`);
  await page.getByRole("button", { name: p.start }).click();
  await expect(page.getByText(p.orders.pin.label).first()).toBeVisible({ timeout: 100_000 });
  const first = page.url();
  const banner = page.getByRole("status").filter({ hasText: p.unkept.title("1") });
  await expect(banner).toContainText(`${home.code}${p.unkept.of("统筹里要整块的地", p.unkept.parcel)}`);
  const row = page.locator("#rows tbody tr").first();
  const household = (await row.locator(".lead a").first().getAttribute("href"))?.split("/").at(-1) ?? "";
  const head = await row.locator(".lead a").first().innerText();
  await row.getByText(p.orders.pin.label).click();
  await row.getByRole("button", { name: p.again }).click();
  await expect(page).not.toHaveURL(first);
  await expect(page.locator('[name="rules"]')).toHaveValue(new RegExp(`${p.pin} ${household} .+$`), {
    timeout: 100_000,
  });
  await expect(page.locator("#rows")).toContainText(head);
  // Orders are carried on, and so is what is said of them.
  await expect(banner).toBeVisible();
  await tx((w) => w.update(postings).set({ state: "closed" }).where(eq(postings.id, land.id)));
});
