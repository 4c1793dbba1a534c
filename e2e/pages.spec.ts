/** Every page, as its own role sees it: on a phone, wide, zoomed and with larger text, in both languages and themes. */
import { expect, type Page, test } from "playwright/test";
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

test.use({ trace: "off", screenshot: "off" });
// The longest file by far: shared between the workers.
test.describe.configure({ mode: "parallel" });

const phone = { width: 360, height: 740 };
/** 640 px is a desktop of 1280 px at 200 %. */
const widths = [360, 640, 768, 1280];

async function fitsAt(page: Page, width: number, textSize = "100%"): Promise<string[]> {
  await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
  await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), textSize);
  const found = [...(await sideways(page)), ...(await clipped(page))];
  // A phone with letters half as large again has lines of few words; it must not lose any.
  if (textSize === "100%") found.push(...(await squeezed(page)));
  return found.map((line) => `at ${width} px, text ${textSize}: ${line}`);
}

async function look(page: Page, locale: Locale): Promise<string[]> {
  const found = await untranslated(page, locale);
  for (const width of widths) found.push(...(await fitsAt(page, width)));
  found.push(...(await fitsAt(page, 360, "150%")));
  await fitsAt(page, phone.width);
  return found.map((line) => `${locale} ${line}`);
}

for (const entry of pages)
  test(`${nameOf(entry)} (${entry.as})`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const url = baseURL ?? "";
    const context = await browser.newContext({ viewport: phone, hasTouch: true, reducedMotion: "reduce" });
    await enter(context, entry.as, url);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
    await context.addCookies([{ name: "locale", value: "zh", url }]);
    await reach(page, entry);
    complaints.push(...(await look(page, "zh")), ...(await smallTargets(page)), ...(await axe(page)));
    complaints.push(...(await unnamedOrMoving(page)), ...(await twiceNamed(page)));
    await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
    complaints.push(...(await axe(page, ["color-contrast"])).map((line) => `dark ${line}`));
    await context.addCookies([{ name: "locale", value: "en", url }]);
    await reach(page, entry);
    complaints.push(...(await look(page, "en")), ...(await smallTargets(page)));
    await context.close();
    expect(complaints).toEqual([]);
  });
