/** An agreement one side never signs is on the officer's desk once its days are over, and the officer lets the household go. */
import { eq } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { applications, bookings } from "@/db/schema";
import { locales } from "@/db/words";
import { decideOn, readIn, signInAs } from "@/e2e/steps";
import { agreementRow, anAgreement } from "@/lib/agreements/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, aVillage, people } from "@/lib/applications/testing";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { defaultPolicy } from "@/lib/policy/policy";
import { aUser } from "@/lib/users/testing";

const wholeYear = { months: 0b111111111111 };
const nobodySigned = {
  state: "unsigned",
  enterpriseSignedBy: null,
  enterpriseSignedHow: null,
  enterpriseSignedAt: null,
  householdSignedBy: null,
  householdSignedHow: null,
  householdSignedAt: null,
} as const;

/** A worker whose whole year is held by an agreement made so many days ago, and asked for once more by somebody else. */
async function held(daysAgo: number) {
  const village = await aVillage();
  const household = await aHousehold({ village, members: 1 });
  const who = await people(household);
  const mark = Date.now();
  const enterprise = await anEnterprise({ villageCode: village, name: `不签合作社-${mark}` });
  const title = `没签的活-${mark}`;
  const agreement = await anAgreement({
    ...{ household, who, startsOn: addDays(today(), -daysAgo), agreement: nobodySigned },
    posting: await aPosting({ enterprise, title, job: wholeYear }),
  });
  const next = await aCase({
    ...{ household, who, state: "accepted" as const },
    posting: await aPosting({ title: `接着的活-${mark}`, job: wholeYear }),
  });
  // An officer for this one town, so that nobody else's story stands on the desk.
  const officer = await aUser({ role: "county", divisionScope: village.slice(0, 9) });
  const here = `/agreements/${agreement.agreementId}`;
  return { agreement, next, officer, who, title, enterprise: `不签合作社-${mark}`, here };
}

for (const locale of locales)
  test(`signed by the household alone, released by the officer, and the worker is free again (${locale})`, async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    const t = dictionary(locale);
    const w = t.agreements;
    const { agreement, next, officer, who, title, enterprise, here } = await held(
      defaultPolicy["agreement.signWithinDays"] + 1,
    );
    const monthsHeld = (applicationId: string) =>
      db.$count(bookings, eq(bookings.applicationId, applicationId));
    await readIn(context, locale);

    // The household signs; that the other never does is not its to say.
    await signInAs(context, who.household.username);
    await page.goto(`${here}/sign`);
    await page.getByLabel(w.sign.read).check();
    await page.getByRole("button", { name: w.sign.submit }).click();
    await expect(page.getByRole("status")).toContainText(t.done.signed);
    await expect(page.locator("main")).toContainText(w.waitsFor.enterprise);
    await page.goto(`${here}/end`);
    await expect(page.getByRole("radio").first()).toBeAttached();
    await expect(page.getByRole("radio", { name: t.words.endCause["never-signed"] })).toHaveCount(0);

    // Until then the worker's year is held, and who wants to approve it anew reads by which agreement.
    await signInAs(context, officer.username);
    await page.goto(`/officer/applications/${next.id}`);
    await decideOn(page, t.applications.moves.approve);
    await expect(page.getByRole("alert").filter({ hasText: agreement.number })).toContainText(title);
    expect(await monthsHeld(agreement.id)).toBe(12);

    // The desk names who has not signed, and leads to the agreement.
    await page.goto("/officer");
    const waits = page.getByRole("heading", { level: 3, name: new RegExp(t.toDo.officer.unsigned) });
    const queue = page.locator("section").filter({ has: waits }).last();
    const line = queue.getByRole("listitem").filter({ hasText: t.toDo.officer.notSigned([enterprise]) });
    await expect(line).toContainText(agreement.number);
    await line.getByRole("link", { name: t.officer.open }).click();
    await expect(page).toHaveURL(new RegExp(`${here}$`));
    await page.getByRole("link", { name: w.end.button }).click();
    await page.getByRole("radio", { name: t.words.endCause["never-signed"] }).check();
    await page.getByLabel(w.end.reason).fill("催了三次都不来签");
    await page.getByRole("button", { name: w.end.submit }).click();
    await expect(page.getByRole("status")).toContainText(t.done.ended);
    await expect(page.locator("main")).toContainText(t.words.endCause["never-signed"]);
    await expect(page.locator("main")).toContainText("催了三次都不来签");
    expect(await agreementRow(agreement.agreementId)).toMatchObject({
      ...{ state: "ended", endCause: "never-signed", endedOn: today() },
      householdSignedHow: "screen",
    });
    expect(await monthsHeld(agreement.id)).toBe(0);
    await page.goto("/officer");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(t.officer.title);
    await expect(waits).toHaveCount(0);

    // What was refused before goes through, and holds the year in its turn.
    await page.goto(`/officer/applications/${next.id}`);
    await expect(page.locator("main")).toContainText(t.cases.spent.none);
    await decideOn(page, t.applications.moves.approve);
    await expect(page.getByRole("status")).toContainText(t.done.approved);
    const [row] = await db.select().from(applications).where(eq(applications.id, next.id));
    expect(row?.state).toBe("approved");
    expect(await monthsHeld(next.id)).toBe(12);

    // Both sides read why.
    for (const { username } of [who.household, agreement.posting.enterprise.user]) {
      await signInAs(context, username);
      await page.goto(here);
      await expect(page.locator("main")).toContainText("催了三次都不来签");
    }
  });

test("within its days it is on no officer's desk, and nobody can say that it was never signed", async ({
  page,
  context,
}) => {
  const t = dictionary("zh");
  const { officer, here } = await held(defaultPolicy["agreement.signWithinDays"]);
  await readIn(context, "zh");
  await signInAs(context, officer.username);
  await page.goto("/officer");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(t.officer.title);
  const waits = page.getByRole("heading", { level: 3, name: new RegExp(t.toDo.officer.unsigned) });
  await expect(waits).toHaveCount(0);
  await page.goto(`${here}/end`);
  await expect(page.getByRole("radio").first()).toBeAttached();
  await expect(page.getByRole("radio", { name: t.words.endCause["never-signed"] })).toHaveCount(0);
});
