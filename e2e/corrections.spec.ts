/** Mistakes in what money is worked out from have doors: a delivery taken back, a profit corrected. */
import { eq } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { deliveries, dues } from "@/db/schema";
import { readIn, signInAs } from "@/e2e/steps";
import { anAgreement, orderTerms, pingliTerms } from "@/lib/agreements/testing";
import { aPosting } from "@/lib/applications/testing";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney } from "@/lib/i18n/format";
import { declareProfit, recordDelivery } from "@/lib/moneys/facts";

const t = dictionary("zh");
const { delivered, profits } = t.corrections;

test.beforeEach(({ context }) => readIn(context, "zh"));

test("a delivery recorded wrongly is taken back with a reason, and both sides read it", async ({
  page,
  context,
}) => {
  const day = today();
  const a = await anAgreement({
    startsOn: addDays(day, -60),
    agreement: { terms: orderTerms },
  });
  const firm = a.posting.enterprise.user;
  for (const quantity of [10, 20])
    await recordDelivery(
      firm,
      { agreement: a.agreementId, deliveredOn: addDays(day, -1), quantity, priceFen: 3_000 },
      day,
    );
  await signInAs(context, firm.username);
  await page.goto(`/agreements/${a.agreementId}`);
  const row = page.getByRole("listitem").filter({ hasText: "20 斤" }).filter({ hasText: delivered.takeBack });
  await row.locator("summary").click();
  await row.getByLabel(delivered.reason).fill("记到别家去了");
  await row.getByRole("button", { name: delivered.takeBack }).click();
  await expect(page.getByText(delivered.takenBack("记到别家去了"))).toBeVisible();
  const rows = await db.select().from(deliveries).where(eq(deliveries.agreementId, a.agreementId));
  expect(rows.map((one) => one.quantity100).sort((x, y) => x - y)).toEqual([-2_000, 1_000, 2_000]);
  const lines = await db.select().from(dues).where(eq(dues.agreementId, a.agreementId));
  expect(lines.map(({ state, amountFen }) => [state, amountFen]).sort()).toEqual([
    ["open", 30_000],
    ["void", 60_000],
  ]);
  await signInAs(context, a.who.household.username);
  await page.goto(`/agreements/${a.agreementId}`);
  await expect(page.getByText(delivered.takenBack("记到别家去了"))).toBeVisible();
  await expect(page.getByText(delivered.takeBack, { exact: true })).toHaveCount(0);
});

test("a profit declared wrongly is corrected by the county, with its ground", async ({ page, context }) => {
  const day = today();
  const year = Number(day.slice(0, 4)) - 1;
  const posting = await aPosting({ kind: "equity" });
  await anAgreement({
    ...{ posting, size: 3, startsOn: `${year}-03-01` },
    agreement: { terms: pingliTerms("11-30"), endsOn: null },
  });
  const { id, user } = posting.enterprise;
  await declareProfit(user, { year, profitFen: 1_000_000, document: "年报" }, day);
  await signInAs(context, "county2");
  await page.goto(`/officer/enterprises/${id}`);
  await page.getByText(profits.correct, { exact: true }).first().click();
  const form = page.locator("form", { has: page.getByLabel(profits.profit) });
  await form.getByLabel(profits.profit).fill("25000");
  await form.getByRole("button", { name: profits.save }).click();
  // Without its ground it is refused at the field, and the figure is still there.
  await expect(page.getByRole("alert").filter({ hasText: t.ui.errorsTitle })).toBeVisible();
  await expect(form.getByLabel(profits.profit)).toHaveValue("25000");
  await form.getByLabel(profits.reason).fill("年报审计");
  await form.getByRole("button", { name: profits.save }).click();
  await expect(page.locator("main")).toContainText("年报审计");
  await expect(page.locator("main")).toContainText(formatMoney("zh", 2_500_000));
});
