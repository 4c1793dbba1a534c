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

test("an enlarged map is moved by the mouse without following what it was held by", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/");
  const drawing = page.locator("figure svg[role=group]").first();
  const enlarge = page.getByRole("button", { name: ui.map.zoom.in });
  for (let i = 0; i < 3; i++) await enlarge.click();
  await drawing.scrollIntoViewIfNeeded();
  const middle = await drawing.evaluate((svg) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const parts = [0.5, 0.45, 0.55, 0.4, 0.6];
    const places = parts.flatMap((x) => parts.map((y) => [left + width * x, top + height * y] as const));
    const isTown = ([x, y]: readonly [number, number]) =>
      document.elementFromPoint(x, y)?.closest("a")?.hasAttribute("aria-label");
    return places.find(isTown);
  });
  const [x = 0, y = 0] = middle ?? [];
  expect(x, "there is a town to hold it by").toBeGreaterThan(0);
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 6 });
    await page.mouse.up();
  };
  const before = (await drawing.getAttribute("viewBox")) ?? "";
  await drag([x, y], [x - 60, y - 40]);
  await expect(drawing).not.toHaveAttribute("viewBox", before);
  await drag([x - 60, y - 40], [x, y]);
  await expect(page).toHaveURL("/");
  // Held still it is a tap on the town.
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/postings\?town=/);
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
