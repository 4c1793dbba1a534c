/** Help where it is needed: the first hints, put away for good, and a page that reads itself aloud. */
import { expect, test } from "playwright/test";
import { readIn, signInAs } from "@/e2e/steps";
import { aHousehold, anEnterprise, aPosting, aVillage, people } from "@/lib/applications/testing";
import { dictionary } from "@/lib/i18n/dictionary";
import { aUser } from "@/lib/users/testing";
import { homes } from "@/lib/users/users";

const t = dictionary("zh");

test.beforeEach(({ context }) => readIn(context, "zh"));

for (const role of ["county", "admin", "auditor"] as const)
  test(`a new ${role} is told the first steps, once`, async ({ page, context }) => {
    const { username } = await aUser({ role });
    await signInAs(context, username);
    await page.goto(homes[role]);
    const hints = page.getByRole("complementary", { name: t.help.welcome });
    await expect(hints).toContainText(t.help.guides[role].steps[0]?.title ?? "?");
    await hints.getByRole("button", { name: t.help.dismiss }).click();
    await expect(hints).toHaveCount(0);
    await page.reload();
    await expect(hints).toHaveCount(0);
    // The guide is still there for who looks for it.
    await page.goto(`/help/${role}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.help.guides[role].title);
  });

test("what fits us is read aloud in the page's language, and stops", async ({ page, context }) => {
  const village = await aVillage();
  const household = await aHousehold({ village });
  await aPosting({ enterprise: await anEnterprise({ villageCode: village }), title: "找人采春茶" });
  const who = await people(household);
  await page.addInitScript(() => {
    const said: { text: string; lang: string }[] = [];
    Object.assign(window, { said });
    Object.defineProperty(window, "SpeechSynthesisUtterance", {
      value: class {
        lang = "";
        constructor(readonly text: string) {}
      },
    });
    Object.defineProperty(window, "speechSynthesis", {
      value: {
        speak: (one: { text: string; lang: string }) => said.push(one),
        cancel: () => said.splice(0),
      },
    });
  });
  await signInAs(context, who.household.username);
  await page.goto("/household/openings");
  await page.getByRole("button", { name: t.household.listen }).click();
  const said = () =>
    page.evaluate(() => (window as unknown as { said: { text: string; lang: string }[] }).said);
  const spoken = await said();
  const first = await page.locator('main a[href^="/household/openings/"]').first().innerText();
  // Its name comes first, as it stands on the card.
  expect(first).toContain(spoken[0]?.text.split(" ")[0]);
  expect(spoken.map(({ text }) => text).join("")).toContain("元");
  expect(new Set(spoken.map(({ lang }) => lang))).toEqual(new Set(["zh-CN"]));
  await page.getByRole("button", { name: t.ourHome.stop, exact: true }).click();
  expect(await said()).toEqual([]);
});
