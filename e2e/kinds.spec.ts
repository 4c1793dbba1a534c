/**
 * The whole life of each of the six kinds of link: posted, published, applied for, accepted, approved, noticed,
 * signed, due, paid and confirmed. The county approves on an earlier day, so that the notice has had its time.
 */
import { and, eq } from "drizzle-orm";
import { expect, type Page, test } from "playwright/test";
import { db } from "@/db/client";
import { agreements, applications, dues, notices, payments, postings } from "@/db/schema";
import { type PostingKind, postingKinds } from "@/db/words";
import { decideOn, readIn, signInAs } from "@/e2e/steps";
import { publicAsker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { anAgreement } from "@/lib/agreements/testing";
import { applyTo } from "@/lib/applications/apply";
import {
  aHousehold,
  anEnterprise,
  aPosting,
  aVillage,
  people,
  type TestEnterprise,
} from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { decideObjection } from "@/lib/approvals/objections";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { makeDues } from "@/lib/moneys/make";
import { objectTo } from "@/lib/notices/object";

const t = dictionary("zh");
const { form } = t.postings;
type Fields = (page: Page) => Promise<void>;
const fill = (label: string, text: string) => (page: Page) =>
  page.getByLabel(label, { exact: true }).fill(text);
const check = (label: string) => (page: Page) => page.getByLabel(label, { exact: true }).check();
const radio = (name: string) => (page: Page) => page.getByRole("radio", { name }).check();
const months = (list: readonly number[]) => list.map((m) => check(t.ui.monthNames[m - 1] ?? ""));
const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What is typed for each kind, in the order of its form. */
const typed: Record<PostingKind, Fields[]> = {
  job: [
    fill(form.positions, "4"),
    ...months(allYear),
    radio(t.words.workKind.ordinary),
    fill(form.wage, "2600"),
  ],
  land: [
    fill(form.totalMu, "50"),
    check(t.words.parcelKind.tea),
    fill(form.minMu, "1"),
    fill(form.rent, "500"),
    fill(form.years, "5"),
  ],
  equity: [fill(form.persons, "20"), radio(t.words.bindingLink.labor)],
  order: [
    fill(form.product, "茶叶鲜叶"),
    fill(form.totalJin, "8000"),
    check(t.words.parcelKind.tea),
    fill(form.yieldJin, "200"),
    fill(form.minJin, "100"),
    fill(form.fullJin, "800"),
    fill(form.floorPrice, "9.5"),
    ...months([3, 4]),
    fill(form.payWithinDays, "15"),
    fill(form.orderYears, "3"),
  ],
  membership: [
    fill(form.households, "30"),
    check(t.words.coopService.sales),
    fill(form.share, "100"),
    fill(form.surplus, "60"),
  ],
  contract: [
    fill(form.contractProduct, "鲜香菇"),
    fill(form.plots, "8"),
    fill(form.plotMu, "0.6"),
    fill(form.maxPlots, "3"),
    ...months([10, 11, 12]),
    fill(form.fee, "500"),
    fill(form.inputs, "4000"),
    fill(form.yieldPerPlot, "4000"),
    fill(form.floorPrice, "3.5"),
    fill(form.payWithinDays, "15"),
    fill(form.contractYears, "3"),
  ],
};

/** How much of it the household takes, where the village is asked. */
const amounts: Partial<Record<PostingKind, [string, string, number]>> = {
  order: [t.brings.jin, "600", 600],
  contract: [t.brings.plots, "2", 2],
};

/** What the page says was done; the frame has a status of its own. */
const said = (page: Page) => page.locator("main").getByRole("status");

test.beforeEach(({ context }) => readIn(context, "zh"));

for (const kind of postingKinds)
  test(`the whole life of ${kind}: from posting to a confirmed payment`, async ({ page, context }) => {
    test.setTimeout(500_000);
    const village = await aVillage();
    const enterprise = await anEnterprise({ villageCode: village });
    const home = await aHousehold({ village, members: 1, parcels: [{ kind: "tea", areaMu100: 500 }] });
    const who = await people(home);
    const title = `${t.words.postingKind[kind]} ${Date.now()}`;
    // Shares are bound to a link of the same household: work at the same enterprise.
    if (kind === "equity")
      await anAgreement({ posting: await aPosting({ enterprise }), household: home, who, startsOn: today() });

    await signInAs(context, enterprise.user.username);
    const posting = await post(page, kind, title, village);
    await signInAs(context, "county");
    await page.goto(`/officer/postings/${posting}`);
    await decideOn(page, t.postings.moves.publish);
    await expect(said(page)).toContainText(t.done.published);

    // The household reads why it fits; its village applies for it.
    await signInAs(context, who.household.username);
    await page.goto(`/household/openings/${posting}`);
    await expect(page.locator("main")).toContainText(t.matching.reason.uncovered.slice(-4));
    await signInAs(context, who.village.username);
    await page.goto(`/village/households/${home.code}/apply?posting=${posting}`);
    const amount = amounts[kind];
    if (amount) await page.getByLabel(amount[0], { exact: true }).fill(amount[1]);
    await page.getByRole("radio", { name: t.village.ways.slip }).check();
    await page.getByRole("textbox", { name: t.cases.apply.slipField }).fill("2026-07");
    await page.getByRole("button", { name: t.village.send }).click();
    await expect(page.getByText(t.words.applicationState.applied, { exact: true }).first()).toBeVisible();
    await signInAs(context, enterprise.user.username);
    await page.goto(`/enterprise/postings/${posting}`);
    await decideOn(page, t.applications.moves.accept);
    await expect(said(page)).toContainText(t.done.accepted);

    const [application] = await db.select().from(applications).where(eq(applications.postingId, posting));
    const id = application!.id;
    if (amount) expect(application!.size).toBe(amount[2]);
    // A co-op's surplus is declared for a year in which the household was a member.
    const lastYear = Number(today().slice(0, 4)) - 1;
    const past = kind === "membership" ? `${lastYear}-03-02` : addDays(today(), -40);
    await moveApplication(who.county, id, { move: "approve" }, past);
    if (kind === "land") await dismissed(id, past, who);
    if (kind === "order") await upheld(posting, village, enterprise, past);
    await finishNotices(addDays(past, 25));

    const agreement = (await db.select().from(agreements).where(eq(agreements.applicationId, id)))[0]!;
    expect(agreement).toMatchObject({ kind, state: "unsigned" });
    for (const signer of [enterprise.user, who.household]) {
      await signInAs(context, signer.username);
      await page.goto(`/agreements/${agreement.id}/sign`);
      await expect(page.locator("main")).toContainText(agreement.number);
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: t.agreements.sign.submit, exact: true }).click();
      await expect(said(page)).toContainText(t.done.signed);
    }
    while ((await makeDues(today())) > 0);

    await signInAs(context, enterprise.user.username);
    await earn(page, kind, agreement.id, lastYear);
    const [due] = await db
      .select()
      .from(dues)
      .where(and(eq(dues.agreementId, agreement.id), eq(dues.kind, moneyOf[kind])))
      .orderBy(dues.dueOn)
      .limit(1);
    expect(due!.amountFen).toBeGreaterThan(0);
    await page.goto(`/enterprise/obligations/${due!.id}`);
    await page.getByRole("button", { name: t.moneys.enterprise.record }).click();
    await expect(said(page)).toContainText(t.done.paid);

    await signInAs(context, who.household.username);
    await page.goto("/household/money");
    await decideOn(page, { label: t.moneys.household.yes, confirm: t.moneys.household.yes });
    await expect(said(page)).toContainText(t.done.confirmed);
    const [payment] = await db.select().from(payments).where(eq(payments.dueId, due!.id));
    expect(payment).toMatchObject({ state: "confirmed", amountFen: due!.amountFen });
  });

const moneyOf = {
  job: "wage",
  land: "rent",
  equity: "dividend",
  order: "sale",
  membership: "dividend",
  contract: "sale",
} as const satisfies Record<PostingKind, string>;

/** Writes and submits a need of a kind. @returns its id */
async function post(page: Page, kind: PostingKind, title: string, villageCode: string): Promise<string> {
  await page.goto("/enterprise/postings/new");
  await page.getByRole("link", { name: form.kinds[kind].title }).click();
  await page.getByLabel(form.title, { exact: true }).fill(title);
  for (const field of typed[kind]) await field(page);
  await page.getByLabel(form.village, { exact: true }).selectOption(villageCode);
  await page.getByLabel(form.closesOn).fill(addDays(today(), 90));
  await page.getByRole("button", { name: form.submit }).click();
  await expect(said(page)).toContainText(t.done.submitted);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** What makes money due where the agreement alone does not: a delivery, or the year's surplus. */
async function earn(page: Page, kind: PostingKind, agreementId: string, lastYear: number): Promise<void> {
  const m = t.moneys.enterprise;
  await page.goto("/enterprise/obligations/record");
  if (kind === "order" || kind === "contract") {
    await page.getByLabel(m.agreement, { exact: true }).selectOption(agreementId);
    await page.getByLabel(m.quantity, { exact: true }).fill("5000");
    await page.getByLabel(m.price, { exact: true }).fill("1");
    await page.getByRole("button", { name: m.save }).click();
    // Under the floor price nothing is bought.
    await expect(page.getByRole("alert").filter({ hasText: t.ui.errorsTitle })).toBeVisible();
    // What was typed is still there.
    await expect(page.getByLabel(m.agreement, { exact: true })).toHaveValue(agreementId);
    await expect(page.getByLabel(m.quantity, { exact: true })).toHaveValue("5000");
    await page.getByLabel(m.price, { exact: true }).fill("10");
    await page.getByRole("button", { name: m.save }).click();
    await expect(said(page)).toContainText(t.done.saved);
  }
  if (kind === "membership") {
    await page.getByLabel(m.year, { exact: true }).fill(String(lastYear));
    await page.getByLabel(m.profitField, { exact: true }).fill("30000");
    await page.getByLabel(m.document, { exact: true }).fill("社员大会决议");
    await page.getByRole("button", { name: m.declare }).click();
    await expect(said(page)).toContainText(t.done.saved);
  }
}

type Who = Awaited<ReturnType<typeof people>>;

/** Somebody objects while the notice is up. @returns the objection's id */
async function object(applicationId: string, body: string, day: string): Promise<string> {
  const [notice] = await db.select().from(notices).where(eq(notices.applicationId, applicationId));
  return (await objectTo(publicAsker, notice!.id, { body }, day)).id;
}

/** An officer outside the chain finds nothing in an objection: the match goes on. */
async function dismissed(applicationId: string, day: string, who: Who): Promise<void> {
  const objection = await object(applicationId, "听说这块地不是他家的", day);
  await decideObjection(who.county2, objection, "dismiss", "已核对确权证，是他家的地");
}

/** Another household of the same posting is rightly objected to: its part of the order is free again. */
async function upheld(posting: string, village: string, enterprise: TestEnterprise, day: string) {
  const home = await aHousehold({ village, members: 1, parcels: [{ kind: "tea", areaMu100: 500 }] });
  const who = await people(home);
  const consent = { how: "slip", evidence: "第 8 号" };
  const { id } = await applyTo(who.village, { posting, household: home.code, consent }, today());
  await moveApplication(enterprise.user, id, { move: "accept" }, today());
  await moveApplication(who.county, id, { move: "approve" }, day);
  const taken = async () => (await db.select().from(postings).where(eq(postings.id, posting)))[0]!.taken;
  expect(await taken()).toBe(600 + 800);
  await decideObjection(who.county2, await object(id, "他家的茶园已经荒了", day), "uphold", "查看属实");
  expect(await taken()).toBe(600);
}
