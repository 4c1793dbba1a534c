/** From due to confirmed: told by who owes, who is owed, who speaks for them and who watches; and the dividend clock. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, type Page, test } from "playwright/test";
import { closeDatabase } from "@/db/client";
import { locales } from "@/db/words";
import { decideOn, readIn, signInAs } from "@/e2e/steps";
import { anAgreement, pingliTerms } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney } from "@/lib/i18n/format";
import { makeDues } from "@/lib/moneys/make";
import { freePort } from "@/scripts/postgres.mjs";
import { testEnvironment } from "@/scripts/test-environment.mjs";

/** A household that is owed 1,500 yuan by a day, and its enterprise. */
async function owed(dueOn: string, name: string) {
  const made = await anAgreement({
    posting: await aPosting({ kind: "equity" }),
    size: 3,
    startsOn: addDays(dueOn, -100),
    agreement: { terms: pingliTerms(dueOn.slice(5)), endsOn: null },
  });
  while ((await makeDues(today())) > 0);
  return { ...made, name, firm: made.posting.enterprise.user.username, home: made.who.household.username };
}

for (const locale of locales) {
  test(`recorded by the enterprise, confirmed by the household and by its village (${locale})`, async ({
    page,
    context,
  }) => {
    const t = dictionary(locale);
    const m = t.moneys;
    const a = await owed(addDays(today(), -5), locale);
    await readIn(context, locale);

    await signInAs(context, a.firm);
    await page.goto("/enterprise");
    await page.getByRole("link", { name: m.enterprise.title }).click();
    // A part of it first, on its own page; then the rest from the list.
    await page
      .getByRole("row")
      .filter({ hasText: formatMoney(locale, 150_000) })
      .getByRole("link")
      .click();
    await page.getByLabel(m.enterprise.amountField).fill("2000");
    await page.getByRole("button", { name: m.enterprise.record }).click();
    await expect(page.getByRole("alert").filter({ hasText: /1,?500/ })).toBeVisible();
    await page.getByLabel(m.enterprise.amountField).fill("500");
    await page.getByRole("button", { name: m.enterprise.record }).click();
    await expect(page.getByRole("status")).toContainText(t.done.paid);
    await page.goto("/enterprise/obligations?show=late");
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: m.enterprise.record }).click();
    await expect(page.getByRole("status")).toContainText(t.done.paid);

    await signInAs(context, a.home);
    await page.goto("/household");
    await page.getByRole("link", { name: new RegExp(t.household.money) }).click();
    const part = page.getByRole("listitem").filter({ hasText: formatMoney(locale, 50_000) });
    await confirmIn(page, part, m.household.yes);
    await expect(page.getByRole("status")).toContainText(t.done.confirmed);

    await signInAs(context, a.who.village.username);
    await page.goto("/village/money");
    await page.getByRole("checkbox").first().check();
    await page.getByLabel(m.village.how).fill("2026-07");
    await page.getByRole("button", { name: m.village.confirmThem }).click();
    await expect(page.getByRole("status")).toContainText(t.done.confirmed);
    await page.goto("/village/money");
    await expect(page.getByText(m.village.confirmNone)).toBeVisible();
  });

  test(`it did not come: asked, answered, paid, settled (${locale})`, async ({ page, context }) => {
    const t = dictionary(locale);
    const m = t.moneys;
    const a = await owed(addDays(today(), -3), locale);
    const note = `第 ${Date.now()} 次问`;
    await readIn(context, locale);

    await signInAs(context, a.home);
    await page.goto("/household/money");
    const opener = page.locator("summary").getByText(m.household.no, { exact: true });
    await opener.click();
    const question = page.locator("details", { has: opener });
    await question.getByRole("textbox").fill(note);
    await question.getByRole("button", { name: m.household.no }).click();
    await expect(page.getByRole("status")).toContainText(t.done.asked);

    await signInAs(context, a.firm);
    await page.goto("/enterprise/obligations");
    await expect(page.locator("main")).toContainText(note);
    await decideOn(page, { label: m.enterprise.answer, confirm: m.enterprise.answer }, `${note} ok`);
    await expect(page.getByRole("status")).toContainText(t.done.answered);

    // An officer of the county finds it, with the answer, until it is settled.
    await signInAs(context, "county");
    await page.goto(`/officer/arrears?enterprise=${a.posting.enterprise.id}`);
    const more = page.locator("summary").filter({ hasText: m.officer.more }).first();
    if (await more.isVisible()) await more.click();
    await expect(page.locator("main")).toContainText(`${note} ok`);

    await signInAs(context, a.firm);
    await page.goto("/enterprise/obligations?show=late");
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: m.enterprise.record }).click();
    await expect(page.getByRole("status")).toContainText(t.done.paid);

    await signInAs(context, a.home);
    await page.goto("/household/money");
    await confirmIn(page, page.getByRole("listitem"), m.household.yes);
    await expect(page.getByRole("status")).toContainText(t.done.confirmed);
    await expect(page.getByText(m.household.owedNone)).toBeVisible();

    await signInAs(context, "county");
    await page.goto(`/officer/arrears?enterprise=${a.posting.enterprise.id}`);
    await expect(page.locator("main")).not.toContainText(note);
  });
}

/** Opens the question of a button in a list item and answers it with the same word. */
async function confirmIn(page: Page, item: ReturnType<Page["getByRole"]>, word: string): Promise<void> {
  const opener = item.locator("summary").getByText(word, { exact: true }).first();
  await opener.click();
  await page
    .locator("details[open]", { has: page.locator("summary").getByText(word, { exact: true }) })
    .getByRole("button", { name: word })
    .click();
}

test("Pingli's dividend: amber on 30 November; on 1 December red, named, on the officer's list and its enterprise frozen", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "sanjin-dividend-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...testEnvironment(folder), PORT: String(port), HOST: "127.0.0.1" };
  const [eve, after] = ["2026-11-30", "2026-12-01"];
  let server: ChildProcess | null = null;
  const stop = async () => {
    server?.kill("SIGKILL");
    if (server) await once(server, "exit");
    server = null;
  };
  const start = async (day: string) => {
    await stop();
    const on = { ...env, SANJIN_TODAY: day };
    server = spawn(process.execPath, ["scripts/serve.mjs"], { env: on, stdio: "ignore" });
    const status = () =>
      fetch(`${url}/api/health`).then(
        (r) => r.status,
        () => 0,
      );
    await expect.poll(status, { timeout: 90_000 }).toBe(200);
  };
  const mine = process.env.DATABASE_URL;
  try {
    await promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/setup.ts"], {
      env: { ...env, SANJIN_TODAY: "2026-11-01" },
    });
    // This worker's own database waits while the agreement is made in the other county.
    await closeDatabase();
    process.env.DATABASE_URL = env.DATABASE_URL;
    const made = await anAgreement({
      posting: await aPosting({ kind: "equity" }),
      size: 3,
      startsOn: "2026-03-11",
      agreement: { terms: pingliTerms("11-30"), endsOn: null },
    });
    const next = await aPosting({ enterprise: made.posting.enterprise, state: "submitted" });
    await closeDatabase();
    process.env.DATABASE_URL = mine;

    const context = await browser.newContext({ baseURL: url });
    const page = await context.newPage();
    const m = dictionary("zh").moneys;
    const list = `/officer/arrears?enterprise=${made.posting.enterprise.id}`;
    await start(eve);
    await page.goto("/sign-in");
    await page.getByLabel(dictionary("zh").users.signIn.username).fill("county");
    await page.getByLabel(dictionary("zh").users.signIn.password).fill("sanjin-demo");
    await page.getByRole("button", { name: dictionary("zh").users.signIn.submit, exact: true }).click();
    await page.waitForURL(/officer/);
    await page.goto(list);
    await expect(page.locator("main")).toContainText(m.officer.clockToday("2026年11月30日"));
    await expect(page.locator("#names")).not.toContainText("1,500 元");

    await start(after);
    await page.goto(list);
    await expect(page.locator("main")).toContainText(m.officer.clockPast(1, "2026年11月30日"));
    const row = page.locator("#names").getByRole("row").filter({ hasText: "1,500 元" });
    await expect(row).toContainText("赵测试");
    await expect(row).toContainText(m.light.red);

    // The clock has frozen it by itself: the officer reads who is stopped, and nothing new of it is published.
    const t = dictionary("zh");
    await expect
      .poll(
        async () => {
          await page.goto("/officer/allotments");
          return page.locator("main").innerText();
        },
        { timeout: 60_000 },
      )
      .toContain(t.words.freezeReason["dividend-unpaid"]);
    await page.goto(`/officer/postings/${next.id}`);
    await decideOn(page, t.postings.moves.publish);
    await expect(page.locator("main").getByRole("alert")).toContainText(t.refusal["enterprise-frozen"]());
    await context.close();
  } finally {
    process.env.DATABASE_URL = mine;
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
