/** The auditor's rooms: the record in words, and what may be read beside it. */
import { expect, test } from "playwright/test";
import { locales } from "@/db/words";
import { readIn, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";

for (const locale of locales) {
  test(`the auditor reads the record in words, and has its other doors (${locale})`, async ({
    page,
    context,
  }) => {
    const t = dictionary(locale);
    const a = t.auditor;
    await readIn(context, locale);
    await signInAs(context, "auditor");
    await page.goto("/auditor");
    const options = await page.getByLabel(a.action, { exact: true }).locator("option").allTextContents();
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter((text) => /^[a-z-]+\.[a-z-]+$/.test(text))).toEqual([]);
    const rooms = page.getByRole("navigation", { name: a.rooms.label });
    for (const [href, title] of [
      ["/agreements", t.agreements.title],
      ["/officer/plan", t.plans.title],
      ["/officer/allotments", t.allotments.title],
      ["/policy", t.policy.title],
      ["/help/auditor", null],
    ] as const) {
      await page.goto("/auditor");
      await rooms.locator(`a[href="${href}"]`).click();
      await expect(page).toHaveURL(href);
      if (title) await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    }
    await page.goto("/officer/plan");
    const plan = page.locator('a[href^="/officer/plan/"]').first();
    if (await plan.count()) {
      await plan.click();
      await expect(page.getByText(t.plans.hash)).toBeVisible();
      await expect(page.getByRole("heading", { name: t.plans.rows })).toHaveCount(0);
      await expect(page.getByText(t.plans.acceptAll)).toHaveCount(0);
    }
  });
}
