/** From a stranger with a license to a project in the directory, and out of it again. */
import { eq } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { enterprises, users } from "@/db/schema";
import { decideOn, readIn, scopeOf, signInAs } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";
import { inventedCreditCode } from "@/lib/numbers/credit-code";

const t = dictionary("zh");
const { fields, moves, profile, register: r } = t.enterprises;

test("an enterprise registers, is verified, lists a project that anyone finds, and is suspended", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const number = Date.now() % 10_000;
  const code = inventedCreditCode("93", "Q", number);
  const name = `西乡县试跑${number}合作社`;
  const project = `试跑${number}天麻种植`;
  const village = await scopeOf("village");
  await readIn(context, "zh");

  // The code first: typed small and with a space, wrong by a digit, then right.
  await page.goto("/register");
  await page.getByLabel(fields.creditCode).fill(`${code.slice(0, 17)}${code.endsWith("0") ? "1" : "0"}`);
  await page.getByRole("button", { name: r.next }).click();
  const said = page.getByRole("alert").filter({ hasText: t.ui.errorsTitle });
  await expect(said).toContainText(t.fieldProblem["bad-credit-code"]());
  await page.getByLabel(fields.creditCode).fill(` ${code.toLowerCase()}`);
  await page.getByRole("button", { name: r.next }).click();

  await page.getByLabel(fields.name, { exact: true }).fill(name);
  await page.getByRole("radio", { name: t.words.enterpriseKind.cooperative }).check();
  await page.getByLabel(fields.legalPerson).fill("钱测试");
  await page.getByLabel(fields.industry).selectOption("herbs");
  await page.locator('[name="villageCode"]').selectOption(village.code);
  await page.getByLabel(fields.contactName).fill("钱测试");
  await page.getByLabel(fields.phone).fill("144 0000 5678");
  await page.getByLabel(fields.username).fill(`firm${Date.now()}`);
  await page.getByLabel(fields.password, { exact: true }).fill("a long enough word");
  await page.getByLabel(fields.again).fill("a long enough word");
  await page.getByRole("button", { name: r.submit }).click();

  // Signed in to its own entry, which says what is missing before it can be handed in.
  await expect(page.getByText(t.done["entry-registered"])).toBeVisible();
  await expect(page.getByText(profile.missing("").trim(), { exact: false }).first()).toContainText(
    fields.memberHouseholds,
  );
  await page.locator('[name="address"]').first().fill("二组");
  await page.locator('[name="summary"]').fill("天麻仿野生种植，保护价回收。");
  await page.locator('[name="memberHouseholds"]').fill("36");
  await page.getByRole("button", { name: profile.save }).first().click();
  await expect(page.getByText(t.done.saved)).toBeVisible();
  await page.locator('[name="paper"]').setInputFiles({
    name: "营业执照.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 license"),
  });
  await page.getByRole("button", { name: profile.upload }).click();
  await expect(page.getByRole("link", { name: "营业执照.pdf" })).toBeVisible();
  await decideOn(page, { label: moves.submit, confirm: moves.submit });
  await expect(page.getByText(profile.stands.submitted)).toBeVisible();

  // Somebody else with the same code is told so, without its name, and shown the ways on.
  await context.clearCookies();
  await readIn(context, "zh");
  await page.goto("/register");
  await page.getByLabel(fields.creditCode).fill(code);
  await page.getByRole("button", { name: r.next }).click();
  await expect(page.getByText(t.enterprises.known.states.submitted)).toBeVisible();
  await expect(page.locator("main")).not.toContainText(name);

  await signInAs(context, "county");
  await page.goto("/officer/enterprises?state=submitted");
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("link", { name: "营业执照.pdf" })).toBeVisible();
  await decideOn(page, { label: moves.verify, confirm: moves.verify }, "核对了营业执照原件");
  await expect(page.getByText(t.words.enterpriseState.verified, { exact: true })).toBeVisible();
  const enterprise = page.url().split("/").at(-1)?.split("?")[0];

  await signInAs(context, await accountOf(name));
  await page.goto("/enterprise/projects/new");
  await page.getByLabel(t.projects.fields.name).fill(project);
  await page.getByRole("radio", { name: t.words.term.long }).check();
  await page.locator('[name="summary"]').fill("林下天麻，提供菌种和技术。");
  await page.getByRole("checkbox", { name: t.words.linkKind.order }).check();
  await page.getByRole("button", { name: t.projects.save }).click();
  await decideOn(page, { label: t.projects.moves.list, confirm: t.projects.moves.list });
  await expect(page.getByText(t.words.projectState.listed, { exact: true })).toBeVisible();

  await context.clearCookies();
  await readIn(context, "zh");
  await page.goto(`/directory?q=shipao${number}`);
  await page.getByRole("link", { name: project }).click();
  await expect(page.getByRole("img", { name: t.directory.qr })).toBeVisible();
  await page.goto(`/directory?q=${encodeURIComponent(`试跑${number}`)}&view=map`);
  await expect(page.locator("#places")).toContainText("1");

  await signInAs(context, "county");
  await page.goto(`/officer/enterprises/${enterprise}`);
  await decideOn(page, { label: moves.suspend, confirm: moves.suspend }, "投诉待查");
  await context.clearCookies();
  expect((await page.goto(`/directory/enterprises/${enterprise}`))?.status()).toBe(404);
  await page.goto(`/directory?q=${encodeURIComponent(project)}`);
  await expect(page.getByText(t.directory.none)).toBeVisible();
});

/** The account an enterprise was registered with. */
async function accountOf(name: string): Promise<string> {
  const [row] = await db
    .select({ username: users.username })
    .from(users)
    .innerJoin(enterprises, eq(enterprises.id, users.enterpriseId))
    .where(eq(enterprises.name, name));
  return row?.username ?? "";
}
