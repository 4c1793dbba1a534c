/** Somebody's household is found by their number, and the number stands in no address. */
import { eq } from "drizzle-orm";
import { expect, type Page, test } from "playwright/test";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { readIn, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";
import { unseal } from "@/lib/sealing/sealing";

const t = dictionary("zh");

async function search(page: Page, typed: string) {
  await page.goto("/village");
  const box = page.getByRole("search");
  await box.getByRole("searchbox").fill(typed);
  await box.getByRole("button", { name: t.ui.search }).click();
}

test("a village worker finds a household by an ID number, which no address holds", async ({
  page,
  context,
}) => {
  await readIn(context, "zh");
  await signInAs(context, "village");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/village");
  const hrefs = await page
    .locator('a[href^="/village/households/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const code = hrefs.map((href) => href.split("/")[3] ?? "").find((part) => part !== "new") ?? "";
  const [row] = await db.select().from(members).where(eq(members.householdCode, code)).limit(1);
  const place = { table: "members", row: row?.id ?? "", column: "id_number" };
  const idNumber = unseal(row?.idNumberSealed ?? "", place);

  await search(page, idNumber);
  await expect(page).toHaveURL(new RegExp(`/village/households/${code}$`));

  await search(page, `${idNumber.slice(0, 17)}${idNumber.endsWith("1") ? "2" : "1"}`);
  await expect(page).toHaveURL(/\/village\?refused=not-found$/);
  await expect(page.getByText(t.refusal["not-found"]())).toBeVisible();

  await search(page, code);
  await expect(page).toHaveURL(new RegExp(`q=${code}`));
  expect(asked.filter((url) => url.includes(idNumber.slice(0, 17)))).toEqual([]);
});
