/** A number of the rules: tried, proposed by an officer, applied by an administrator, read by everybody. */
import { expect, test } from "playwright/test";
import { locales } from "@/db/words";
import { decideOn, readIn, signInAs } from "@/e2e/steps";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";

for (const locale of locales) {
  test(`a policy value is tried, proposed and applied (${locale})`, async ({ page, context }) => {
    const t = dictionary(locale);
    const p = t.policy;
    // A day and a value of this story's own: the county's other stories go on with today's values.
    const startsOn = addDays(today(), locale === "zh" ? 400 : 500);
    const points = locale === "zh" ? "71" : "72";
    await readIn(context, locale);

    await signInAs(context, "county");
    await page.goto("/policy");
    await page.getByRole("link", { name: p.labels["weights.job"] }).click();
    await page.getByLabel(p.shares.labor!, { exact: true }).and(page.locator("input")).fill("10");
    await page.getByLabel(p.shares.need!, { exact: true }).fill("50");
    await page.getByRole("button", { name: p.ifDo }).click();
    await expect(page.getByText(t.fieldProblem["not-hundred"]())).toBeVisible();
    await page.getByLabel(p.shares.labor!, { exact: true }).and(page.locator("input")).fill("20");
    await page.getByRole("button", { name: p.ifDo }).click();
    await expect(page.getByRole("status")).toContainText(p.effectMost);
    await expect(page.getByRole("status").getByRole("listitem")).not.toHaveCount(0);

    await page.goto("/policy/tiers.a");
    await page.getByLabel(p.newValue).fill(points);
    await page.getByRole("button", { name: p.ifDo }).click();
    // How many there are turns on what other stories did: the sentence up to its first number.
    await expect(page.getByRole("status")).toContainText(p.effectTiersAll("#").split("#")[0]!);
    await page.getByLabel(p.startsOn, { exact: true }).fill(startsOn);
    await page.getByLabel(p.document, { exact: true }).fill(`西扶办发 ${points}`);
    await page.getByRole("button", { name: p.propose }).click();
    await expect(page.getByRole("status")).toContainText(p.proposed);
    // Who proposed is offered no button to decide.
    await expect(page.locator("summary").getByText(p.apply, { exact: true })).toHaveCount(0);

    await context.clearCookies({ name: /authjs/ });
    await page.goto("/policy/tiers.a");
    await expect(page.locator("main")).not.toContainText(points);

    await signInAs(context, "admin");
    await page.goto("/admin");
    await page.getByRole("link", { name: p.waiting }).click();
    await page.getByRole("link", { name: p.labels["tiers.a"] }).click();
    await decideOn(page, { label: p.apply, confirm: p.apply });
    await expect(page.getByRole("status")).toContainText(p.applied);

    await context.clearCookies({ name: /authjs/ });
    await page.goto("/policy/tiers.a");
    await expect(page.getByRole("table")).toContainText(points);
  });
}
