/** A village's sheet: tried, mended, committed by another, taken back; and the masked export on the way. */
import { and, eq } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { newId } from "@/db/ids";
import { audit } from "@/db/schema";
import { decideOn, readIn, scopeOf, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";
import { bookOf } from "@/lib/imports/corpus/cases.testing";
import { head, otherVillage, spouse } from "@/lib/imports/corpus/people.testing";

const t = dictionary("zh");
const i = t.imports;

for (const script of [true, false])
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("a sheet is tried by the village and committed by the county, then taken back", async ({
      page,
      context,
    }) => {
      test.setTimeout(240_000);
      const place = (await scopeOf("village")).code;
      const code = `E2E${newId().slice(-8)}`;
      const at = { 行政区划代码: place };
      const file = bookOf([
        head(code, { ...at, 姓名: "表格测试" }),
        spouse(code, at),
        head(`${code}B`, { 行政区划代码: otherVillage }),
        head(`${code}C`, { ...at, 劳动技能: "很能干" }),
      ]);
      await readIn(context, "zh");
      await signInAs(context, "village");
      await page.goto("/village/imports");
      await page
        .getByLabel(i.file)
        .setInputFiles({ name: `${code}.xlsx`, mimeType: "application/octet-stream", buffer: file });
      await page.getByRole("button", { name: i.send }).click();
      await expect(page).toHaveURL(/\/village\/imports\/\w+$/);
      const id = page.url().split("/").at(-1) ?? "";
      // Without script one reloads the page oneself.
      await expect(async () => {
        if (!script) await page.reload();
        await expect(page.getByText(i.rowsRead("4"))).toBeVisible({ timeout: 2000 });
      }).toPass({ timeout: 90_000 });
      await expect(page.getByText(t.importProblems["outside-scope"].says())).toBeVisible();
      await expect(page.getByText(t.importProblems["not-in-list"].says())).toBeVisible();
      await expect(page.getByText(i.countyCommits)).toBeVisible();
      await expect(page.getByRole("table")).not.toContainText(/69072419\d{10}/);

      await signInAs(context, "county");
      await page.goto(`/officer/imports/${id}`);
      await decideOn(page, { label: i.commit, confirm: i.commit });
      await expect(async () => {
        await page.goto(`/officer/imports/${id}`);
        await expect(page.getByText(t.words.importState.committed, { exact: true })).toBeVisible({
          timeout: 1000,
        });
      }).toPass({ timeout: 90_000 });
      await page.goto(`/officer/households/${code}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("表格测试");

      await page.goto(`/officer/imports/${id}`);
      await decideOn(page, { label: i.undo, confirm: i.undo }, "传错了文件");
      await expect(async () => {
        await page.goto(`/officer/imports/${id}`);
        await expect(page.getByText(t.words.importState.undone, { exact: true })).toBeVisible({
          timeout: 1000,
        });
      }).toPass({ timeout: 90_000 });
    });
  });

test("a file that is none is refused with its reason; 31 MB too", async ({ page, context }) => {
  test.setTimeout(120_000);
  await readIn(context, "zh");
  await signInAs(context, "county");
  await page.goto("/officer/imports");
  const send = async (name: string, buffer: Buffer) => {
    await page
      .getByLabel(i.file, { exact: true })
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByRole("button", { name: i.send }).click();
  };
  await send("表.xlsx", Buffer.alloc(31 * 1024 * 1024 + 1, 1));
  await expect(page.getByText(t.refusal.file({ problem: "too-large" }))).toBeVisible();
  await send("表.xlsx", Buffer.concat([Buffer.from("MZ\u0090\0"), Buffer.alloc(5000)]));
  await expect(page.getByText(t.refusal.file({ problem: "not-a-table" }))).toBeVisible({ timeout: 90_000 });
});

test("a full export needs a colleague", async ({ page, context }) => {
  await readIn(context, "zh");
  await signInAs(context, "county");
  await page.goto("/officer/exports");
  const e = t.exports;
  // Digits: letters alone would be a foreign word on a Chinese page.
  const reason = `核对名单 ${String(Date.now()).slice(-6)}`;
  await page.getByLabel(e.reason).fill(reason);
  await page.getByRole("button", { name: e.ask }).click();
  const row = page.getByRole("row", { name: reason });
  await expect(row).toBeVisible();
  await expect(row.getByText(e.allow, { exact: true })).toHaveCount(0);
  await signInAs(context, "county3");
  await page.goto("/officer/exports");
  await row.locator("summary").getByText(e.allow, { exact: true }).click();
  await row.getByRole("button", { name: e.allow }).click();
  await signInAs(context, "county");
  await page.goto("/officer/exports");
  const [download] = await Promise.all([page.waitForEvent("download"), row.getByText(e.download).click()]);
  expect((await download.path()).length).toBeGreaterThan(0);
  // Asked for once: not by the router first, to find that it is no page.
  const id = new URL(download.url()).pathname.split("/").at(-1) ?? "";
  const taken = and(eq(audit.action, "export.take"), eq(audit.subjectId, id));
  expect(await db.$count(audit, taken)).toBe(1);
});
