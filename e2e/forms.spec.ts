/** What people type by mistake or on purpose: an error at its field or "not found", never a failure of ours. */
import { expect, type Locator, type Page, test } from "playwright/test";
import { readIn, signInAs } from "@/e2e/steps";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";

const t = dictionary("zh");
const { form } = t.postings;

/** Sends the form; the server must not have failed. @returns where the page says what is wrong. */
async function problems(page: Page, fields: Record<string, string>): Promise<Locator> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`).first();
    // Straight into the field, past what the browser itself would refuse.
    await field.evaluate((element: HTMLInputElement, text) => {
      element.removeAttribute("maxlength");
      if (element instanceof HTMLSelectElement) element.append(new Option(text, text));
      if (element.type === "date") element.type = "text";
      element.value = text;
    }, value);
  }
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: form.saveDraft }).click();
  expect((await answered).status()).toBeLessThan(500);
  return page.getByRole("alert").filter({ hasText: t.ui.errorsTitle });
}

test.beforeEach(async ({ context }) => {
  await readIn(context, "zh");
  await signInAs(context, "enterprise");
});

test("a job typed wrongly is refused field by field, with everything typed still there", async ({ page }) => {
  await page.goto("/enterprise/postings/new?kind=job");
  const name = "<script>alert(1)</script>𫖯";
  const said = await problems(page, {
    title: name,
    positions: "1000000000",
    wage: "很多",
    closesOn: addDays(today(), -1),
    ageMin: "12",
    villageCode: "610724999999",
    projectId: "01AAAAAAAAAAAAAAAAAAAAAAAA",
  });
  for (const label of [form.positions, form.wage, form.months, form.ageMin, form.work])
    await expect(said).toContainText(label);
  await expect(page.locator('[name="title"]')).toHaveValue(name);
  await expect(page.locator('[name="positions"]')).toHaveValue("1000000000");
});

test("a foreign project, a place that is none and a day gone by are named at their fields", async ({
  page,
}) => {
  await page.goto("/enterprise/postings/new?kind=land");
  const whole = { title: "流转茶园", totalMu: "30", minMu: "2", rent: "400", years: "5" };
  const base = { ...whole, villageCode: "610724105201", closesOn: addDays(today(), 30) };
  await page.locator('[name="parcelKinds"]').first().check();
  await expect(await problems(page, { ...base, projectId: "01AAAAAAAAAAAAAAAAAAAAAAAA" })).toContainText(
    form.project,
  );
  await page.getByLabel(form.project, { exact: true }).selectOption({ index: 1 });
  await expect(await problems(page, { villageCode: "610724999999" })).toContainText(form.village);
  await expect(await problems(page, { villageCode: "610724105201", closesOn: "2020-01-01" })).toContainText(
    form.closesOn,
  );
  await expect(await problems(page, { closesOn: "2027-02-31" })).toContainText(form.closesOn);
});

test("a megabyte of text is too long, and not a failure", async ({ page }) => {
  await page.goto("/enterprise/postings/new?kind=equity");
  const said = await problems(page, { summary: "长".repeat(350_000), persons: "NaN", guaranteed: "4.9" });
  for (const label of [form.summary, form.persons]) await expect(said).toContainText(label);
});

test("what is not there, or another's, is not found", async ({ page, context }) => {
  await page.goto("/enterprise");
  const link = page.locator('ul a[href^="/enterprise/postings/0"]').first();
  const own = (await link.getAttribute("href"))?.split("#")[0] ?? "";
  await signInAs(context, "enterprise2");
  for (const path of [own, `${own}/edit`, "/enterprise/postings/nothing", "/enterprise/postings/%00/edit"])
    expect((await page.goto(path))?.status(), path).toBe(404);
  expect((await page.goto("/officer"))?.status()).toBe(403);
  await signInAs(context, "county");
  for (const room of ["postings", "applications", "households"])
    expect((await page.goto(`/officer/${room}/nothing%27--`))?.status(), room).toBe(404);
  for (const query of ["postings?status=x&kind=y&town=1&cursor=%00", "households?q=%25_%27&town=9&cursor=z"])
    expect((await page.goto(`/officer/${query}`))?.status(), query).toBe(200);
});
