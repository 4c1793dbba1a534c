/** A file whose column was taken for another: its columns are matched again, without uploading it again. */
import { expect, type Page, test } from "playwright/test";
import { decideOn, readIn, scopeOf, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";
import { bookOf } from "@/lib/imports/corpus/cases.testing";
import { head } from "@/lib/imports/corpus/people.testing";
import { inventedIdNumber } from "@/lib/numbers/id-number";

const t = dictionary("zh");
const i = t.imports;

/** Until the batch's page says something; without script one would reload it oneself. */
const says = (page: Page, address: string, text: string) =>
  expect(async () => {
    await page.goto(address);
    await expect(page.getByText(text, { exact: true }).first()).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 90_000 });

test("columns of a staged file are matched again, read again, and then committed as said", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const place = (await scopeOf("village")).code;
  // Digits: letters alone would be a foreign word on a Chinese page.
  const serial = String(Date.now()).slice(-8);
  const code = `E2E${serial}`;
  // Somebody no other story has: a try after a failed one finds the number free too.
  const chance = Math.floor(Math.random() * 240);
  const month = String(1 + (chance % 12)).padStart(2, "0");
  const number = inventedIdNumber(
    `${1970 + Math.floor(chance / 12)}-${month}-17`,
    2 * Math.floor(Math.random() * 499) + 1,
  );
  // What stands below 务工单位 is where they live. The last column makes this file's shape its own.
  const file = bookOf([
    head(code, {
      行政区划代码: place,
      姓名: "重对测试",
      证件号码: number,
      务工单位: `二组${serial}号`,
      [`备注${serial}`]: "无",
    }),
  ]);
  await readIn(context, "zh");
  await signInAs(context, "village");
  await page.goto("/village/imports");
  await page
    .getByLabel(i.file)
    .setInputFiles({ name: `${code}.xlsx`, mimeType: "application/octet-stream", buffer: file });
  await page.getByRole("button", { name: i.send }).click();
  await expect(page).toHaveURL(/\/village\/imports\/\w+$/);
  const own = page.url();
  const id = own.split("/").at(-1) ?? "";
  await says(page, own, t.words.importState.staged);
  await expect(page.getByText(`备注${serial}`)).toBeVisible();

  await decideOn(page, { label: i.reopen, confirm: i.reopen });
  await expect(page.getByRole("heading", { name: i.columnsTitle })).toBeVisible();
  // What was staged of it is gone, what was recognised is chosen already.
  await expect(page.getByRole("table")).toHaveCount(0);
  const column = page.getByLabel("务工单位", { exact: true });
  await expect(column).toHaveValue("member.employer");
  await expect(page.getByLabel("姓名", { exact: true })).toHaveValue("member.name");
  await expect(page.getByLabel(`备注${serial}`, { exact: true })).toHaveValue("");
  await column.selectOption("household.address");
  await page.getByRole("button", { name: i.saveColumns }).click();
  await says(page, own, t.words.importState.staged);
  await expect(page.getByText(i.rowsRead("1"))).toBeVisible();
  await expect(page.getByText("务工单位 → 住址")).toBeVisible();

  await signInAs(context, "county");
  const theirs = `/officer/imports/${id}`;
  await page.goto(theirs);
  await decideOn(page, { label: i.commit, confirm: i.commit });
  await says(page, theirs, t.words.importState.committed);
  // Once it is committed the file is no longer kept.
  await expect(page.getByText(i.reopen, { exact: true })).toHaveCount(0);

  await signInAs(context, "village");
  await page.goto(`/village/households/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("重对测试");
  // Folded away until one wants to read the whole record.
  await expect(page.locator("main")).toContainText(`二组${serial}号`);

  await signInAs(context, "county");
  await page.goto(theirs);
  await decideOn(page, { label: i.undo, confirm: i.undo }, "试过了");
  await says(page, theirs, t.words.importState.undone);
});
