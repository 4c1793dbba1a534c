/** What two agreed on paper: read and signed by both, printed, changed by one with the other's word, ended early. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { locales } from "@/db/words";
import { decideOn, readIn, signInAs } from "@/e2e/steps";
import { agreementRow, anAgreement } from "@/lib/agreements/testing";
import { today } from "@/lib/clock/clock";
import { type Dictionary, dictionary } from "@/lib/i18n/dictionary";

const unsigned = {
  state: "unsigned",
  enterpriseSignedBy: null,
  enterpriseSignedHow: null,
  enterpriseSignedAt: null,
  householdSignedBy: null,
  householdSignedHow: null,
  householdSignedAt: null,
} as const;

/** An agreement of a household and an enterprise nobody else in the county has to do with. */
async function made() {
  const one = await anAgreement({ startsOn: today(), agreement: unsigned });
  const { household, village } = one.who;
  return {
    id: one.agreementId,
    page: `/agreements/${one.agreementId}`,
    firm: one.posting.enterprise.user.username,
    home: household.username,
    village: village.username,
  };
}

/** The slip a village brings: a picture by its first bytes. */
const photo = {
  name: "签字.png",
  mimeType: "image/png",
  buffer: Buffer.from("\x89PNG\r\n\x1a\nsigned", "latin1"),
};

async function sign(page: Page, t: Dictionary): Promise<void> {
  await page.getByRole("link", { name: t.agreements.sign.button, exact: true }).click();
  await expect(page.locator("article").first()).toContainText("甲方");
  await page.getByLabel(t.agreements.sign.read).check();
  await page.getByRole("button", { name: t.agreements.sign.submit }).click();
  await expect(page.getByRole("status")).toContainText(t.done.signed);
}

for (const locale of locales) {
  test(`signed by both, changed with the other's word, ended early (${locale})`, async ({
    page,
    context,
  }) => {
    test.setTimeout(180_000);
    const t = dictionary(locale);
    const w = t.agreements;
    const a = await made();
    await readIn(context, locale);

    await signInAs(context, a.firm);
    await page.goto("/enterprise");
    await page.getByRole("link", { name: w.title, exact: true }).click();
    await expect(page.getByText(w.waitsFor.both)).toBeVisible();
    // Without saying that it was read, nothing is signed.
    await page.getByRole("link", { name: w.sign.button, exact: true }).click();
    await page.getByRole("button", { name: w.sign.submit }).click();
    await expect(page.getByRole("alert").filter({ hasText: t.ui.errorsTitle })).toBeVisible();
    await page.goto(a.page);
    await sign(page, t);
    await expect(page.locator("main")).toContainText(w.waitsFor.household);

    await signInAs(context, a.home);
    await page.goto("/household");
    await page.getByRole("link", { name: new RegExp(w.ours) }).click();
    await page.getByRole("row").getByRole("link").first().click();
    await sign(page, t);
    expect(await agreementRow(a.id)).toMatchObject({ state: "live", householdSignedHow: "screen" });

    // A rise, proposed by the enterprise and agreed to by the household.
    await signInAs(context, a.firm);
    await page.goto(a.page);
    await page.getByRole("link", { name: w.propose.button }).click();
    await page.getByLabel(w.propose.effectiveOn).fill(today());
    await page.getByLabel(w.propose.fields.wageFen ?? "").fill("1200");
    await page.getByLabel(w.propose.reason).fill("tea");
    await page.getByRole("button", { name: w.propose.submit }).click();
    await expect(page.getByRole("alert").filter({ hasText: t.ui.errorsTitle })).toContainText(/1,?800/);
    await page.getByLabel(w.propose.fields.wageFen ?? "").fill("3300");
    await page.getByRole("button", { name: w.propose.submit }).click();
    await expect(page.getByRole("status")).toContainText(t.done.proposed);
    await signInAs(context, a.home);
    await page.goto(a.page);
    await decideOn(page, w.agree);
    await expect(page.getByRole("status")).toContainText(t.done.agreed);
    await expect(page.locator("main")).toContainText("3,300");

    // The enterprise has to say it days ahead; the household may stop today.
    await signInAs(context, a.firm);
    await page.goto(`${a.page}/end`);
    await expect(page.getByLabel(w.end.endsOn)).not.toHaveValue(today());
    await signInAs(context, a.home);
    await page.goto(a.page);
    await page.getByRole("link", { name: w.end.button }).click();
    await page.getByRole("radio", { name: t.words.endCause["worker-left"] }).check();
    await page.getByLabel(w.end.reason).fill("tea");
    await page.getByRole("button", { name: w.end.submit }).click();
    await expect(page.getByRole("status")).toContainText(t.done.ended);
    await signInAs(context, "county");
    await page.goto(a.page);
    await expect(page.locator("main")).toContainText(t.words.endCause["worker-left"]);
    await expect(page.getByRole("link", { name: w.end.button })).toHaveCount(0);
  });
}

test("a village brings the paper the household signed; the photograph opens for the parties alone", async ({
  page,
  context,
}) => {
  const t = dictionary("zh");
  const w = t.agreements;
  const a = await made();
  await readIn(context, "zh");
  await signInAs(context, a.village);
  await page.goto("/village");
  await page.getByRole("link", { name: w.title, exact: true }).click();
  await page.getByRole("link", { name: w.sign.buttonVillage }).click();
  await page.getByLabel(w.sign.paper).setInputFiles(photo);
  await page.getByLabel(w.sign.readVillage).check();
  await page.getByRole("button", { name: w.sign.submitVillage }).click();
  await expect(page.getByRole("status")).toContainText(t.done.signed);
  const link = page.getByRole("link", { name: w.paperPhoto });
  const file = (await link.getAttribute("href")) ?? "";
  for (const [who, status] of [
    [a.village, 200],
    [a.firm, 200],
    [a.home, 200],
    ["enterprise2", 404],
    ["household2", 404],
    ["auditor", 404],
  ] as const) {
    await signInAs(context, who);
    expect((await page.request.get(file)).status(), who).toBe(status);
  }
});

test("the PDF opens, is one page with selectable text, and whole ID numbers stand in it alone", async ({
  page,
  context,
}) => {
  const a = await made();
  await readIn(context, "zh");
  await signInAs(context, a.firm);
  const answer = await page.request.get(`${a.page}/pdf`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const folder = mkdtempSync(join(tmpdir(), "sanjin-paper-"));
  try {
    const path = join(folder, "paper.pdf");
    writeFileSync(path, await answer.body());
    const text = execFileSync("pdftotext", [path, "-"], { encoding: "utf8" });
    expect(execFileSync("pdfinfo", [path], { encoding: "utf8" })).toMatch(/Pages:\s+1\n/);
    const [idNumber] = /69\d{15}[\dX]/.exec(text) ?? [];
    expect(text).toContain(dictionary("zh").agreementText.titles.job);
    expect(idNumber).toBeTruthy();
    for (const path of [a.page, `${a.page}/sign`, "/agreements"]) {
      await page.goto(path);
      expect(await page.content(), path).not.toContain(idNumber);
    }
    await page.goto(`${a.page}/paper`);
    await expect(page.locator("article")).toContainText(idNumber ?? "");
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const who of ["enterprise2", "household2", "auditor"]) {
    await signInAs(context, who);
    expect((await page.request.get(`${a.page}/pdf`)).status(), who).toBe(404);
  }
  await context.clearCookies();
  expect((await page.request.get(`${a.page}/pdf`)).status()).toBe(404);
});

test("a round is prepared by one officer and opened by another, and then pays for shares", async ({
  page,
  context,
}) => {
  const t = dictionary("zh");
  const w = t.allotments;
  const name = `批次 ${Date.now()}`;
  await readIn(context, "zh");
  await signInAs(context, "county");
  await page.goto("/officer/allotments");
  await page.getByRole("link", { name: w.add }).click();
  await page.getByLabel(w.name).fill(name);
  await page.getByLabel(w.document).fill("测试文件 1 号");
  await page.getByLabel(w.fundYuan).fill("50,000,000");
  await page.getByRole("button", { name: w.save }).click();
  await expect(page.getByRole("status")).toContainText(t.done.saved);
  await page.getByRole("link", { name }).click();
  await expect(page.locator("main")).toContainText(w.ownRound);
  await signInAs(context, "county2");
  await page.reload();
  await decideOn(page, w.moves.open);
  await expect(page.getByRole("status")).toContainText(t.done.opened);
  await signInAs(context, "enterprise");
  await page.goto("/enterprise/postings/new?kind=equity");
  await expect(page.getByLabel(t.postings.form.round)).toContainText(name);
});
