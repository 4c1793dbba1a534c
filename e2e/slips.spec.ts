/** A household without e-mail or password: its printed slip and a one-time code, and two of them on one phone. */
import { eq } from "drizzle-orm";
import { expect, type Page, test } from "playwright/test";
import { db } from "@/db/client";
import { households } from "@/db/schema";
import { readIn, scopeOf, signInAs } from "@/e2e/steps";
import { aHousehold, aVillage } from "@/lib/applications/testing";
import { dictionary } from "@/lib/i18n/dictionary";
import { openUser } from "@/lib/users/open";
import { issueSlip } from "@/lib/users/slips";
import { aUser } from "@/lib/users/testing";
import { slipUsername } from "@/lib/users/users";

const { slips: s, ourHome: o, household: h, cases, frame, refusal, users } = dictionary("zh");
const { account, start } = users;
const phone = { width: 360, height: 740 };

/** The village worker prints a slip. @returns what stands on it. */
async function slipFor(page: Page, code: string): Promise<{ number: string; code: string }> {
  await page.goto(`/village/households/${code}/slip`);
  await page.getByRole("button", { name: s.make }).click();
  const paper = page.locator(".sheet");
  await expect(paper).toBeVisible();
  const [number = "", digits = ""] = await paper.locator("dd").allInnerTexts();
  return { number, code: digits };
}

test("a slip and its code let a household in; a second one joins on the same phone and nothing is mixed", async ({
  browser,
  context,
  page,
  baseURL,
}) => {
  await readIn(context, "zh");
  await signInAs(context, "village");
  const { code: village } = await scopeOf("village");
  const homes = await db
    .select({ code: households.code, head: households.headName })
    .from(households)
    .where(eq(households.villageCode, village))
    .orderBy(households.code)
    .limit(12);
  const [first, second] = homes.slice(10);
  if (!first || !second) throw new Error("the demo village has too few households");
  const [one, two] = [await slipFor(page, first.code), await slipFor(page, second.code)];

  const hand = await browser.newContext({ viewport: phone, hasTouch: true });
  await hand.addCookies([{ name: "locale", value: "zh", url: baseURL ?? "" }]);
  const screen = await hand.newPage();
  const enter = async (number: string, code: string) => {
    await screen.goto(`/s/${number.replaceAll(" ", "")}`);
    await screen.getByLabel(s.in.code, { exact: true }).fill(code);
    await screen.getByRole("button", { name: s.in.submit }).click();
  };
  await enter(one.number, one.code === "000000" ? "000001" : "000000");
  await expect(screen.getByRole("alert").filter({ hasText: s.in.wrong })).toBeVisible();
  await enter(one.number, one.code);
  await expect(screen.getByRole("heading", { name: h.home(first.head) })).toBeVisible();

  // Spent; and another's slip adds a household, it does not replace one.
  await enter(two.number, one.code);
  await expect(screen.getByRole("alert").filter({ hasText: s.in.wrong })).toBeVisible();
  await enter(two.number, two.code);
  await expect(screen.getByRole("heading", { name: h.home(second.head) })).toBeVisible();
  await screen.goto("/household/openings");
  const left = await hand.newPage();
  await left.goto("/household/openings");
  const opening = left.locator('a[href^="/household/openings/"]').first();
  const offered = (await opening.count()) > 0;
  if (offered) await opening.click();

  await screen.getByText(o.others).click();
  await screen.getByRole("button", { name: o.switchTo(h.home(first.head)) }).click();
  await expect(screen.getByRole("heading", { name: h.home(first.head) })).toBeVisible();
  if (offered) {
    // A page shown to the second household applies for nobody once the first has its turn.
    await left.getByRole("button", { name: h.applyHere }).click();
    await expect(left).toHaveURL(/refused=changed/);
  }

  await screen.goto("/household");
  await screen.getByText(frame.menu, { exact: true }).click();
  await screen.getByRole("button", { name: frame.signOut }).click();
  await expect(screen).toHaveURL(/done=signed-out/);
  expect((await hand.cookies()).filter(({ name }) => /households|session/.test(name))).toEqual([]);
  await screen.goto("/household");
  await expect(screen).toHaveURL(/sign-in/);
  await hand.close();
});

test("who came in by slip reads how to get a password, and with one the household needs no slip", async ({
  browser,
  baseURL,
}) => {
  const village = await aVillage();
  const worker = await aUser({ role: "village", divisionScope: village });
  const home = await aHousehold({ village });
  const slip = await issueSlip(worker, home.code);
  const hand = await browser.newContext({ viewport: phone, hasTouch: true });
  await hand.addCookies([{ name: "locale", value: "zh", url: baseURL ?? "" }]);
  const screen = await hand.newPage();
  const takeCode = async () => {
    await screen.goto("/household/applications/code");
    await screen.getByRole("button", { name: cases.ownCode.get }).click();
  };

  await screen.goto(`/s/${slip.number}`);
  await screen.getByLabel(s.in.code, { exact: true }).fill(slip.code);
  await screen.getByRole("button", { name: s.in.submit }).click();
  await expect(screen).toHaveURL(/\/household$/);
  await takeCode();
  await expect(screen.getByRole("main")).toContainText(refusal["slip-session"]());
  await screen.goto("/account");
  await expect(screen.locator("main")).toContainText(account.own.how(home.code));
  // No question nobody could answer, and no name nobody types.
  await expect(screen.getByLabel(account.old)).toHaveCount(0);
  await expect(screen.locator("main")).not.toContainText(slipUsername(home.code));

  const admin = await aUser({ role: "admin", divisionScope: "610724" });
  const username = `home-${Date.now()}`;
  const opened = await openUser(admin, {
    ...{ username, name: "赵测试", role: "household", scope: home.code, why: "户里的人带身份证来开的" },
  });
  await screen.getByRole("main").getByRole("link", { name: start.link, exact: true }).click();
  await screen.getByLabel(account.username, { exact: true }).fill(username);
  await screen.getByLabel(start.code).fill(opened.code);
  await screen.getByLabel(account.fresh, { exact: true }).fill("tea and rain 9");
  await screen.getByLabel(account.again, { exact: true }).fill("tea and rain 9");
  await screen.getByRole("button", { name: start.submit }).click();
  await expect(screen).toHaveURL(/\/household$/);
  await takeCode();
  await expect(screen.getByRole("main").getByRole("status")).toContainText(/\d{3}/);
  await screen.goto("/account");
  await expect(screen.getByLabel(account.old)).toBeVisible();
  await expect(screen.locator("main")).toContainText(username);
  await hand.close();
});
