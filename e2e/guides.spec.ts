/** Each step of each guide is true: what it speaks of stands on the page its picture is taken of. */
import { expect, test } from "playwright/test";
import { roles } from "@/db/words";
import { signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";
import { shots } from "@/scripts/guides/shots";

const t = dictionary("zh");

for (const role of roles)
  test(`the guide of ${role} speaks of what is there`, async ({ page, context }) => {
    for (const shot of shots[role]) {
      await context.clearCookies();
      if (shot.as) await signInAs(context, shot.as);
      await page.goto(shot.path);
      if (shot.follow) {
        await page.locator(`main a[href^="${shot.follow}"]:not([href$="/new"])`).first().click();
        await page.waitForURL((url) => url.pathname.startsWith(shot.follow?.split("?")[0] ?? ""));
      }
      const words = shot.sees(t);
      // What stands on every page says nothing about this one.
      expect(words).not.toBe(t.frame.product);
      await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
    }
  });
