/** What waits for an enterprise and for an officer stands on their first page, and each line leads to where it is done. */
import { eq } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { dues, fullExports } from "@/db/schema";
import { readIn, signInAs } from "@/e2e/steps";
import { anAgreement, pingliTerms } from "@/lib/agreements/testing";
import { anOpenRound } from "@/lib/allotments/testing";
import { anEnterprise, aPosting } from "@/lib/applications/testing";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { askFullExport } from "@/lib/imports/full-exports";
import { disputeMoney } from "@/lib/moneys/dispute";
import { makeDues } from "@/lib/moneys/make";
import { aUser } from "@/lib/users/testing";

const t = dictionary("zh");
const w = t.toDo;

test.beforeEach(({ context }) => readIn(context, "zh"));

/** A dividend that should have come five days ago, and a household that says it did not. */
async function asked() {
  const dueOn = addDays(today(), -5);
  const c = await anAgreement({
    posting: await aPosting({ kind: "equity" }),
    size: 3,
    startsOn: addDays(dueOn, -100),
    agreement: { terms: pingliTerms(dueOn.slice(5)), endsOn: null },
  });
  while ((await makeDues(today())) > 0);
  const [due] = await db.select().from(dues).where(eq(dues.agreementId, c.agreementId)).orderBy(dues.dueOn);
  await disputeMoney(c.who.household, { due: due?.id, reason: "did-not-come", note: "没来" }, today());
  return c;
}

test("an enterprise is told what is late, what is asked and what it has not signed", async ({
  page,
  context,
}) => {
  const c = await asked();
  const { user } = c.posting.enterprise;
  const unsigned = await anAgreement({
    posting: await aPosting({ enterprise: c.posting.enterprise }),
    agreement: {
      state: "unsigned",
      enterpriseSignedBy: null,
      enterpriseSignedHow: null,
      enterpriseSignedAt: null,
    },
  });
  await signInAs(context, user.username);
  await page.goto("/enterprise");
  const line = (text: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: text });
  await expect(line(w.enterprise.lateNote)).toBeVisible();
  await line(w.enterprise.disputes("1")).getByRole("link", { name: w.enterprise.verbs.disputes }).click();
  await expect(page.locator("#disputes")).toContainText("没来");
  // Every room of the enterprise has the way to the others.
  await page
    .getByRole("navigation", { name: t.enterprise.sections })
    .getByRole("link", { name: t.enterprise.tabs.home })
    .click();
  await line(w.enterprise.sign("1")).getByRole("link", { name: w.enterprise.verbs.sign }).click();
  await expect(page).toHaveURL(new RegExp(`/agreements/${unsigned.agreementId}/sign`));
  await page.goto("/agreements");
  await page
    .getByRole("navigation", { name: t.enterprise.sections })
    .getByRole("link", { name: t.enterprise.tabs.obligations })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.moneys.enterprise.title);
});

test("an enterprise with nothing of the kind sees none of these lines", async ({ page, context }) => {
  const { user } = await anEnterprise();
  await signInAs(context, user.username);
  await page.goto("/enterprise");
  await expect(page.getByText(t.enterprise.nothingToDo)).toBeVisible();
  await expect(page.getByText(w.enterprise.lateNote)).toHaveCount(0);
});

test("an officer's desk holds what households ask and what a colleague must do, and nothing of its own making", async ({
  page,
  context,
}) => {
  const c = await asked();
  const area = c.household.village.slice(0, 9);
  const [one, other] = [
    await aUser({ role: "county", divisionScope: area }),
    await aUser({ role: "county", divisionScope: area }),
  ];
  const { id } = await askFullExport(one, { division: `${area}000`, reason: "省里检查要一份全的" });
  const round = await anOpenRound({
    name: "等打开的一批",
    state: "draft",
    createdBy: one.userId,
    openedBy: null,
  });
  const heading = (name: string) => page.getByRole("heading", { level: 3, name: new RegExp(name) });

  await signInAs(context, one.username);
  await page.goto("/officer");
  await expect(heading(w.officer.disputes)).toBeVisible();
  await expect(heading(w.officer.exports)).toHaveCount(0);

  await signInAs(context, other.username);
  await page.goto("/officer");
  await expect(heading(w.officer.exports)).toBeVisible();
  await expect(heading(w.officer.rounds)).toBeVisible();
  await expect(page.locator(`a[href="/officer/allotments/${round}"]`)).toBeVisible();
  await page.locator('a[href="/officer/exports"]').first().click();
  await expect(page.getByRole("main")).toContainText("省里检查要一份全的");
  expect(await db.$count(fullExports, eq(fullExports.id, id))).toBe(1);

  // The town reads what is asked; what only the county decides is not on its desk.
  await signInAs(context, c.who.town.username);
  await page.goto("/officer");
  await expect(heading(w.officer.disputes)).toBeVisible();
  for (const title of [w.officer.exports, w.officer.rounds]) await expect(heading(title)).toHaveCount(0);
});
