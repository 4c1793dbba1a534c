/** Every page, as its own role sees it: on a phone, wide, zoomed and with larger text, in both languages and themes. */
import { type Browser, expect, type Page, test } from "playwright/test";
import type { Locale } from "@/db/words";
import {
  axe,
  clipped,
  sideways,
  smallTargets,
  squeezed,
  twiceNamed,
  unnamedOrMoving,
  untranslated,
} from "@/e2e/page-checks";
import { nameOf, pages } from "@/e2e/pages";
import { enter, reach } from "@/e2e/reach";

test.use({ screenshot: "off" });
// The longest file by far: shared between the workers.
test.describe.configure({ mode: "parallel" });

const phone = { width: 360, height: 740 };
/** 640 px is a desktop of 1280 px at 200 %. */
const widths = [360, 640, 768, 1280];

async function setSize(page: Page, width: number, textSize = "100%"): Promise<void> {
  await page.setViewportSize({ width, height: width === phone.width ? phone.height : 800 });
  await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), textSize);
}

async function fitsAt(page: Page, width: number, textSize = "100%"): Promise<string[]> {
  await setSize(page, width, textSize);
  // A phone with letters half as large again has lines of few words; it must not lose any.
  const looks = textSize === "100%" ? [sideways, clipped, squeezed] : [sideways, clipped];
  const found = (await Promise.all(looks.map((one) => one(page)))).flat();
  return found.map((line) => `at ${width} px, text ${textSize}: ${line}`);
}

async function look(page: Page, locale: Locale): Promise<string[]> {
  const found = await untranslated(page, locale);
  for (const width of widths) found.push(...(await fitsAt(page, width)));
  found.push(...(await fitsAt(page, 360, "150%")));
  await setSize(page, phone.width);
  return found.map((line) => `${locale} ${line}`);
}

/**
 * One browser window a worker for as long as the account is the same: opening one and fetching every script
 * and font anew took a fifth of the time. The pages are only read, so none leaves anything behind for the next.
 */
let open: { as: string; page: Page; complaints: string[] } | undefined;

async function windowOf(browser: Browser, as: string, url: string) {
  if (open?.as !== as) {
    await open?.page.context().close();
    const context = await browser.newContext({ viewport: phone, hasTouch: true, reducedMotion: "reduce" });
    await enter(context, as, url);
    open = { as, page: await context.newPage(), complaints: [] };
    const { page, complaints } = open;
    page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  }
  open.complaints.length = 0;
  return open;
}

for (const entry of pages)
  test(`${nameOf(entry)} (${entry.as})`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const url = baseURL ?? "";
    const { page, complaints } = await windowOf(browser, entry.as, url);
    const context = page.context();
    await context.addCookies([{ name: "locale", value: "zh", url }]);
    await reach(page, entry);
    complaints.push(...(await look(page, "zh")), ...(await smallTargets(page)), ...(await axe(page)));
    complaints.push(...(await unnamedOrMoving(page)), ...(await twiceNamed(page)));
    await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
    complaints.push(...(await axe(page, ["color-contrast"])).map((line) => `dark ${line}`));
    await context.addCookies([{ name: "locale", value: "en", url }]);
    await reach(page, entry);
    complaints.push(...(await look(page, "en")), ...(await smallTargets(page)));
    expect(complaints).toEqual([]);
  });
