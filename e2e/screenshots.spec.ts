/** A picture of every page, for people to look at: `npm run screenshots [-- -g NAME]`. */
import { test } from "playwright/test";
import { locales } from "@/db/words";
import { nameOf, pages } from "@/e2e/pages";
import { enter, reach } from "@/e2e/reach";

const widths = [360, 768, 1280];
const themes = ["light", "dark"];

for (const entry of pages)
  test(nameOf(entry), async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const url = baseURL ?? "";
    const context = await browser.newContext({ reducedMotion: "reduce" });
    await enter(context, entry.as, url);
    const page = await context.newPage();
    for (const locale of locales) {
      await context.addCookies([{ name: "locale", value: locale, url }]);
      await page.setViewportSize({ width: 360, height: 740 });
      await reach(page, entry);
      for (const width of widths) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        for (const theme of themes) {
          await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
          const path = `screenshots/${nameOf(entry)}.${width}.${locale}.${theme}.png`;
          await page.screenshot({ path, fullPage: true });
        }
      }
    }
    await context.close();
  });
