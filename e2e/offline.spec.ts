/** A village worker without signal: the list on the phone, applications noted, sent on return, refused ones told. */
import { eq } from "drizzle-orm";
import { type BrowserContext, expect, type Page, test } from "playwright/test";
import { db, tx } from "@/db/client";
import { applications, households } from "@/db/schema";
import { askerOf, readIn, signInAs } from "@/e2e/steps";
import { today } from "@/lib/clock/clock";
import { keepVisit, visitsOf } from "@/lib/households/visit";
import { dictionary } from "@/lib/i18n/dictionary";

const { offline: o, frame } = dictionary("zh");
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** Opens the village's page with a connection, until the phone holds the list and the page. */
async function prepare(page: Page, context: BrowserContext) {
  await readIn(context, "zh");
  await signInAs(context, "village");
  await page.goto("/village");
  await expect
    .poll(() => page.evaluate(async () => (await caches.match("/village/offline")) !== undefined))
    .toBe(true);
  await page.goto("/village/offline");
  await expect(page.getByRole("button", { name: o.visit, exact: true }).first()).toBeVisible();
}

/** Everything the phone keeps, as text. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("sanjin");
      request.onsuccess = () => resolve(request.result);
    });
    const read = (store: string) =>
      new Promise<unknown[]>((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const [list, queue] = [await read("list"), await read("queue")];
    db.close();
    const pages = await Promise.all(
      (await caches.keys()).map(async (name) =>
        Promise.all((await (await caches.open(name)).matchAll()).map((answer) => answer.text())),
      ),
    );
    return {
      list: JSON.stringify(list),
      queue: queue as { household: string; state: string }[],
      pages: pages.flat().join(),
    };
  });

/** Households of the kept list that something fits, by code; those of other stories come first. */
const fitting = (list: string): { code: string }[] =>
  JSON.parse(list)[0]
    .households.filter((one: { covered: boolean; fits: unknown[] }) => !one.covered && one.fits.length > 0)
    .reverse();

/** Applications that were made on a slip. */
const made = (slip: string) => db.$count(applications, eq(applications.consentEvidence, slip));

async function choose(page: Page, code: string): Promise<void> {
  await page.getByLabel(o.find).fill(code);
  await page.getByRole("button", { name: o.visit, exact: true }).first().click();
}

async function note(page: Page, slip: string): Promise<void> {
  await page.locator('[name="posting"]').first().check();
  await page.getByLabel(o.slipNumber, { exact: true }).fill(slip);
  await page.getByRole("button", { name: o.keep }).click();
  await expect(page.getByText(o.keptNow)).toBeVisible();
}

test("two applications noted without signal: one goes through, one is told why not, neither is lost", async ({
  page,
  context,
}) => {
  await prepare(page, context);
  const { list, pages } = await kept(page);
  // No ID numbers (prefix 69) nor phones (144) of the demo, in the list or in a kept page.
  expect(list + pages).not.toMatch(/69\d{15}[\dX]|144\d{8}/);

  await context.setOffline(true);
  // Any page of the village leads to the one that is there.
  await page.goto("/village/applications");
  await expect(page.getByRole("heading", { name: o.title })).toBeVisible();
  await expect(page.getByText(o.now)).toBeVisible();
  const [first, second] = fitting(list);
  if (!first || !second) throw new Error("the demo village has too few households that fit");
  for (const [one, slip] of [
    [first, "甲1"],
    [second, "甲2"],
  ] as const) {
    await choose(page, one.code);
    await note(page, slip);
  }
  await page.reload();
  await expect(page.getByText(o.states.waiting, { exact: true })).toHaveCount(2);
  const before = await kept(page);
  expect(before.queue.map(({ state }) => state)).toEqual(["waiting", "waiting"]);

  // Meanwhile the second household leaves the list.
  await tx((w) =>
    w.update(households).set({ register: "moved-away" }).where(eq(households.code, second.code)),
  );

  await context.setOffline(false);
  await expect(page.getByText(o.states.sent, { exact: true })).toHaveCount(1);
  await expect(page.getByText(o.states.refused, { exact: true })).toHaveCount(1);
  expect(await made("甲1")).toBe(1);
  // Once more, on purpose: still refused, still there, until it is dropped.
  await page.getByRole("button", { name: o.again }).click();
  await expect(page.getByText(o.states.refused, { exact: true })).toHaveCount(1);

  // Signing out asks about what was not sent; then nothing stays.
  await page.getByText(frame.menu, { exact: true }).click();
  await page.getByRole("button", { name: frame.signOut }).click();
  await expect(page.getByText(o.leaving)).toBeVisible();
  await page.getByRole("button", { name: o.leaveAnyway }).click();
  await expect(page).toHaveURL(/done=signed-out/);
  const after = await kept(page);
  expect(after).toEqual({ list: "[]", queue: [], pages: "" });
});

test("a list older than a day is gone, and a number typed where it should not be is refused", async ({
  page,
  context,
}) => {
  await prepare(page, context);
  await context.setOffline(true);
  await page.getByRole("button", { name: o.visit, exact: true }).first().click();
  await page.getByLabel(o.slipNumber, { exact: true }).fill("14400000123");
  await page.getByRole("button", { name: o.keep }).click();
  await expect(page.getByText(o.noPhones)).toBeVisible();
  await page.clock.install({ time: Date.now() + 25 * 3_600_000 });
  await page.reload();
  await expect(page.getByText(o.none)).toBeVisible();
  expect((await kept(page)).list).toBe("[]");
});

test("a double tap while sending makes one application", async ({ page, context }) => {
  await prepare(page, context);
  await context.setOffline(true);
  const third = fitting((await kept(page)).list)[2];
  await choose(page, third?.code ?? "");
  await note(page, "乙1");
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto("/village/offline");
  await expect(page.getByText(o.states.sent, { exact: true })).toBeVisible();
  await expect(again.getByText(o.states.sent, { exact: true })).toBeVisible();
  expect(await made("乙1")).toBe(1);
});

test("a note on a record that was edited meanwhile is shown beside what stands there now", async ({
  page,
  context,
}) => {
  const { words } = dictionary("zh");
  await prepare(page, context);
  const { list } = await kept(page);
  const code = fitting(list)[3]?.code ?? "";
  await context.setOffline(true);
  await choose(page, code);
  await page.locator('[name="wishes"][value="order"]').setChecked(true);
  await page.locator('[name="wishes"][value="land"]').setChecked(false);
  await page.getByRole("button", { name: o.keepVisit }).click();
  await expect(page.getByText(o.keptNow)).toBeVisible();

  // Somebody at the town hall, the same day.
  const worker = await askerOf("village");
  const seen = (await visitsOf(worker)).get(code)?.version ?? 0;
  const about = { household: code, version: seen, happenedOn: today(), why: "电话里说的" };
  await keepVisit(worker, { ...about, wishKinds: ["land"] }, today());

  await context.setOffline(false);
  await expect(page.getByText(o.states.refused, { exact: true })).toBeVisible();
  await expect(page.getByText(o.theirs(o.wanted(words.postingKind.land)))).toBeVisible();
  await page.getByRole("button", { name: o.mine }).click();
  await expect(page.getByText(o.states.sent, { exact: true })).toBeVisible();
  const now = (await visitsOf(worker)).get(code)?.wishKinds ?? [];
  expect(now).toContain("order");
  expect(now).not.toContain("land");
});
