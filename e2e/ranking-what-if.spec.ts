/** The ranking page: weights on trial with and without script, two households compared, several invited. */
import { and, desc, eq, gte, sql } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { postings } from "@/db/schema";
import { readIn, signInAs } from "@/e2e/steps";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";

const w = dictionary("zh").officer.ranking;

/** An open job with places left: the largest, which hundreds fit. */
async function aJob(): Promise<string> {
  const [job] = await db
    .select({ id: postings.id })
    .from(postings)
    .where(
      and(
        eq(postings.kind, "job"),
        eq(postings.state, "published"),
        gte(postings.closesOn, today()),
        sql`${postings.taken} + 3 < ${postings.capacity}`,
      ),
    )
    .orderBy(desc(postings.capacity), postings.id)
    .limit(1);
  return job?.id ?? "";
}

test.beforeEach(async ({ context }) => {
  await readIn(context, "zh");
  await signInAs(context, "county");
});

test("other weights give another order and are not kept", async ({ page }) => {
  const path = `/officer/postings/${await aJob()}`;
  await page.goto(path);
  const heads = () => page.locator("#ranking table tbody tr .lead a").allInnerTexts();
  const own = await heads();
  await page.locator("#what-if summary").click();
  await page.locator('#what-if [name="labor"]').fill("0");
  await expect(page).toHaveURL(/labor=0/);
  await page.locator('#what-if [name="need"]').fill("100");
  await expect(page.getByText(w.whatIf.banner)).toBeVisible();
  await expect.poll(heads).not.toEqual(own);
  // Looking at why does not put the county's own weights back.
  await page.locator("#ranking").getByRole("link", { name: w.whyThis }).first().click();
  await expect(page.locator("#why")).toBeVisible();
  await expect(page.getByText(w.whatIf.banner)).toBeVisible();
  await page.getByRole("link", { name: w.whatIf.back }).click();
  await expect.poll(heads).toEqual(own);
});

test("works without script, from the address and its button alone", async ({ browser, context }) => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto(`/officer/postings/${await aJob()}?labor=0&distance=100&need=0`);
  await expect(page.getByText(w.whatIf.banner)).toBeVisible();
  await page.getByRole("button", { name: w.whatIf.see }).click();
  await expect(page).toHaveURL(/distance=100/);
  await page.goto(`/officer/postings/${await aJob()}?labor=abc&distance=-1&pick=%00&why=%00`);
  await expect(page.locator("h1")).toBeVisible();
  const nobody = await page.goto(`/officer/postings/${await aJob()}?why=nobody`);
  expect(nobody?.status()).toBe(404);
  await plain.close();
});

test("compares two, says what would change a place, and invites several with each one's outcome", async ({
  page,
}) => {
  const path = `/officer/postings/${await aJob()}`;
  await page.goto(path);
  const boxes = page.locator('#ranking input[name="pick"]');
  await page.getByRole("button", { name: w.compareTwo }).click();
  await expect(page.getByText(w.pickFirst)).toBeVisible();
  await boxes.first().check();
  await boxes.last().check();
  await page.getByRole("button", { name: w.compareTwo }).click();
  await expect(page.locator("#compare")).toBeVisible();
  await page.getByRole("link", { name: w.whyThis }).last().click();
  await expect(page.locator("#why")).toBeVisible();
  // By their codes: other stories move rows while this one reads.
  const picked = await boxes.evaluateAll((all) =>
    all.slice(-2).map((box) => (box as HTMLInputElement).value),
  );
  expect(picked).toHaveLength(2);
  for (const outcome of ["first", "again"]) {
    await page.goto(path);
    for (const code of picked) await page.locator(`#ranking input[name="pick"][value="${code}"]`).check();
    await page.getByRole("button", { name: w.invitePicked }).click();
    const told = page.locator("#told");
    await expect(told).toBeVisible();
    if (outcome === "again") await expect(told).toContainText(w.notInvited);
  }
});
