/** From a need to an approved match: what the product is for, told by the five who take part, in both languages. */
import { expect, type Page, test } from "playwright/test";
import { locales } from "@/db/words";
import { decideOn, readIn, scopeOf, signInAs } from "@/e2e/steps";
import { addDays, today } from "@/lib/clock/clock";
import { type Dictionary, dictionary } from "@/lib/i18n/dictionary";

for (const locale of locales) {
  test(`a job is posted, ranked, applied for, accepted, approved and put on notice (${locale})`, async ({
    page,
    context,
  }) => {
    test.setTimeout(240_000);
    const t = dictionary(locale);
    const village = await scopeOf("village");
    const title = `采茶 ${Date.now()}`;
    await readIn(context, locale);

    await signInAs(context, "enterprise");
    const posting = await postJob(page, t, title, village.code);

    await signInAs(context, "county");
    await page.goto("/officer/postings?status=submitted");
    await page.getByRole("link", { name: title }).click();
    await decideOn(page, t.postings.moves.publish);
    await expect(page.getByRole("status")).toContainText(t.done.published);

    // Who fits and why: the score in its parts, a sentence, and who does not fit by which rule.
    const row = page.getByRole("row").filter({ hasText: village.name }).first();
    await expect(row.getByRole("img")).toHaveAccessibleName(new RegExp(t.ui.score.parts.distance));
    const { here, distance } = t.matching.reason;
    await expect(row).toContainText(new RegExp(`${here}|${distance("").trim()}`, "i"));
    await expect(page.locator("#refused")).toContainText(t.officer.ranking.refusedLead);
    const household = row.getByRole("link").first();
    const name = (await household.innerText()).trim();
    const code = (await household.getAttribute("href"))?.split("/").at(-1) ?? "";

    await signInAs(context, "village");
    await page.goto(`/village/households/${code}`);
    const need = page.getByRole("listitem").filter({ hasText: title });
    // The best few of each kind stand there; the rest one tap away.
    if (!(await need.isVisible())) await page.locator('a[href*="kind=job"]').click();
    await need.getByRole("link", { name: t.households.apply }).click();
    await page.getByRole("radio", { name: t.village.ways.slip }).check();
    await page.getByRole("textbox", { name: t.cases.apply.slipField }).fill("2026-07");
    await page.getByRole("button", { name: t.village.send }).click();
    await expect(page.getByRole("listitem").filter({ hasText: title }).first()).toBeVisible();
    await expect(page.getByText(t.words.applicationState.applied, { exact: true }).first()).toBeVisible();

    await signInAs(context, "enterprise");
    await page.goto("/enterprise");
    await page
      .getByRole("listitem")
      .filter({ hasText: title })
      .getByRole("link", { name: t.enterprise.answer })
      .click();
    // Before the match is final the enterprise reads an outline, never who it is.
    await expect(page.locator("#applicants")).toContainText(t.applications.bands.labor);
    await expect(page.locator("body")).not.toContainText(name);
    await decideOn(page, t.applications.moves.accept);
    await expect(page.getByRole("status")).toContainText(t.done.accepted);

    await signInAs(context, "county2");
    await page.goto("/officer");
    await page.goto("/officer/applications");
    await page.getByRole("row").filter({ hasText: title }).getByRole("link").first().click();
    await expect(page.getByText(t.applications.frozenNote)).toBeVisible();
    await decideOn(page, t.applications.moves.approve);
    await expect(page.getByRole("status")).toContainText(t.done.approved);

    await context.clearCookies({ name: /authjs/ });
    await page.goto("/notices");
    await page.getByRole("row").filter({ hasText: title }).getByRole("link").first().click();
    await expect(page.locator("main")).toContainText(title);
    await expect(page.locator("main")).toContainText("*");
    await expect(page.locator("body")).not.toContainText(name);
    await page.goto(`/postings/${posting}`);
    await expect(page.locator("main")).toContainText(title);
  });
}

/** Writes and submits a light job in a village, first with a wage that is too low. @returns the posting's id */
async function postJob(page: Page, t: Dictionary, title: string, villageCode: string): Promise<string> {
  const { form } = t.postings;
  await page.goto("/enterprise");
  await page.getByRole("link", { name: t.enterprise.post }).first().click();
  await page.getByRole("link", { name: form.kinds.job.title }).click();
  await page.getByLabel(form.project, { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(form.title, { exact: true }).fill(title);
  await page.getByLabel(form.positions).fill("12");
  for (const month of [3, 4])
    await page.getByLabel(t.ui.monthNames[month - 1] ?? "", { exact: true }).check();
  await page.getByRole("radio", { name: t.words.workKind.light }).check();
  await page.getByLabel(form.wage, { exact: true }).fill("1200");
  await page.getByLabel(form.village, { exact: true }).selectOption(villageCode);
  await page.getByLabel(form.closesOn).fill(addDays(today(), 90));
  await page.getByRole("button", { name: form.submit }).click();
  // Refused at its field, and nothing that was typed is lost.
  await expect(page.getByRole("alert").filter({ hasText: t.ui.errorsTitle })).toContainText(/1,?800/);
  await expect(page.getByLabel(form.title, { exact: true })).toHaveValue(title);
  await expect(page.getByLabel(form.village, { exact: true })).toHaveValue(villageCode);
  await expect(page.getByRole("radio", { name: t.words.workKind.light })).toBeChecked();
  await expect(page.getByLabel(t.ui.monthNames[3] ?? "", { exact: true })).toBeChecked();
  await page.getByLabel(form.wage, { exact: true }).fill("2600");
  await page.getByRole("button", { name: form.submit }).click();
  await expect(page.getByRole("status")).toContainText(t.done.submitted);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
