/** What one looks at can be taken along: the numbers as a table, the drawing as a file; a map by keyboard too. */
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "playwright/test";
import { readIn, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";

const { pictures: t, ui } = dictionary("zh");

test.beforeEach(({ context }) => readIn(context, "zh"));

async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent("download");
  await act();
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("each chart gives its numbers and its drawing", async ({ page, context }) => {
  await signInAs(context, "county");
  await page.goto("/officer/pictures");
  const figures = page.locator("figure");
  await expect(figures).toHaveCount(3);
  for (const figure of await figures.all()) {
    const finding = await figure.getByRole("heading").innerText();
    expect(finding).toMatch(/\d/);
    const csv = await saved(page, () => figure.getByText(t.csv).click());
    expect(csv.name).toMatch(/^\w+\.csv$/);
    expect(csv.text.charCodeAt(0), "spreadsheet programs read it as UTF-8").toBe(0xfeff);
    const lines = csv.text.trim().split("\r\n");
    const shown = figure.locator("tbody tr");
    await figure.getByText(t.table).click();
    expect(lines.length - 1).toBeGreaterThanOrEqual(await shown.count());
    expect(lines[1]).toContain((await shown.first().locator("td").first().innerText()).split("\n").at(-1));
    const svg = await saved(page, () => figure.getByText(t.svg).click());
    expect(svg.name).toMatch(/^\w+\.svg$/);
    const drawing = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      return {
        name: root.getAttribute("aria-label"),
        shapes: root.querySelectorAll("path, rect, circle").length,
        classes: root.querySelectorAll("[class]").length,
      };
    }, svg.text);
    expect(drawing.name).toBe(finding);
    expect(drawing.shapes).toBeGreaterThan(3);
    expect(drawing.classes, "it carries its own look").toBe(0);
  }
});

test("the map of the front page is saved, and enlarged by keys", async ({ page }) => {
  await page.goto("/");
  const map = await saved(page, () => page.getByText(ui.map.zoom.save).click());
  expect(map.name).toBe("map.svg");
  expect(map.text).toContain("<path");
  const drawing = page.locator("figure svg[role=group]").first();
  const whole = await drawing.getAttribute("viewBox");
  await page.getByRole("button", { name: ui.map.zoom.in }).focus();
  await page.keyboard.press("Enter");
  await expect(drawing).not.toHaveAttribute("viewBox", whole ?? "");
  await page.keyboard.press("0");
  await expect(drawing).toHaveAttribute("viewBox", whole ?? "");
});

test("a page's code is shown as large as the phone, and closed by Escape", async ({ page }) => {
  const { directory: d } = dictionary("zh");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/postings");
  await page.locator('main a[href^="/postings/"]').first().click();
  const open = page.getByRole("button", { name: d.qrLarge });
  await open.click();
  const dialog = page.getByRole("dialog", { name: d.qr });
  const code = dialog.getByRole("img");
  await expect(code).toBeVisible();
  expect((await code.boundingBox())?.width).toBeGreaterThan(250);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(open).toBeFocused();
});
