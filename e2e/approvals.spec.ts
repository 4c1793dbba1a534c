/** From the household's word to what is final: a code read back, twenty approved at once, two objections. */
import { eq, inArray } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { applications, notices } from "@/db/schema";
import { readIn, signInAs } from "@/e2e/steps";
import { finishNotices } from "@/lib/agreements/finish";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, aVillage, people } from "@/lib/applications/testing";
import { moveApplication } from "@/lib/approvals/move";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { aUser } from "@/lib/users/testing";

const t = dictionary("zh");
const rowOf = async (id: string) => (await db.select().from(applications).where(eq(applications.id, id)))[0]!;

test.beforeEach(({ context }) => readIn(context, "zh"));

test("a household takes a code on its own account; the village reads it back, and the case shows the word", async ({
  page,
  context,
}) => {
  const village = await aVillage();
  const home = await aHousehold({ village });
  const who = await people(home);
  const enterprise = await anEnterprise({ villageCode: village });
  const title = `码-${Date.now()}`;
  const posting = await aPosting({ enterprise, title });

  await signInAs(context, who.household.username);
  await page.goto("/household/applications");
  await page.getByRole("link", { name: t.cases.ownCode.link }).click();
  await page.getByRole("button", { name: t.cases.ownCode.get }).click();
  const said = (await page.getByRole("main").getByRole("status").innerText()).replace(/\s/g, "");
  const code = /\d{6}/.exec(said)?.[0] ?? "";

  await signInAs(context, who.village.username);
  await page.goto(`/village/households/${home.code}/apply?posting=${posting.id}`);
  await page.getByRole("radio", { name: t.village.ways.code }).check();
  // Only what belongs to the chosen way is asked.
  await expect(page.getByLabel(t.cases.apply.slipField)).toBeHidden();
  await page.getByLabel(t.cases.apply.codeField).fill(code === "000000" ? "111111" : "000000");
  await page.getByRole("button", { name: t.village.send }).click();
  await expect(page.getByRole("alert").filter({ hasText: t.fieldProblem["wrong-code"]() })).toBeVisible();
  await expect(page.getByRole("radio", { name: t.village.ways.code })).toBeChecked();
  await page.getByLabel(t.cases.apply.codeField).fill(code);
  await page.getByRole("button", { name: t.village.send }).click();
  await expect(page.getByText(t.words.applicationState.applied, { exact: true }).first()).toBeVisible();

  const [row] = await db.select().from(applications).where(eq(applications.postingId, posting.id));
  await moveApplication(enterprise.user, row!.id, { move: "accept" }, today());
  await signInAs(context, who.county.username);
  await page.goto(`/officer/applications/${row!.id}`);
  await expect(page.locator("main")).toContainText(t.cases.word.codeRead);
  await expect(page.locator("main")).toContainText(who.village.name);
  await expect(page.locator("main")).toContainText(t.cases.steps.did.accept);
  await expect(page.locator("main")).not.toContainText(code);
});

test("twenty without a problem are approved in six clicks at most, and who cannot be is named", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const village = await aVillage();
  const enterprise = await anEnterprise({ villageCode: village });
  const posting = await aPosting({ enterprise, capacity: 100 });
  const firm = { village, members: 1 };
  const who = await people(await aHousehold(firm));
  // An officer for this one town, so that nobody else's story is decided here.
  const officer = await aUser({ role: "county", divisionScope: village.slice(0, 9) });
  const clean: string[] = [];
  for (let i = 0; i < 20; i++)
    clean.push((await aCase({ state: "accepted", posting, who, household: await aHousehold(firm) })).id);
  const taken = await aHousehold({ ...firm, headName: "钱占用" });
  await aCase({
    state: "approved",
    who,
    household: taken,
    noticeEndsOn: addDays(today(), 10),
    posting: await aPosting({ enterprise, title: "先定的活" }),
  });
  const stuck = await aCase({ state: "accepted", who, household: taken, posting });

  await signInAs(context, officer.username);
  await page.goto("/officer");
  let clicks = 0;
  const click = async (what: ReturnType<typeof page.locator>) => {
    await what.click();
    clicks += 1;
  };
  await click(page.getByRole("link", { name: t.officer.tabs.applications, exact: true }).first());
  await click(page.getByRole("link", { name: t.cases.batch.link("21") }));
  await expect(page.locator("#problems")).toContainText("先定的活");
  await expect(page.locator("#problems")).toContainText("钱占用");
  await click(page.locator("summary").getByText(t.cases.batch.approve, { exact: true }));
  await click(page.getByRole("button", { name: t.cases.batch.confirm }));
  await expect(
    page
      .getByRole("main")
      .getByRole("status")
      .filter({ hasText: t.cases.batch.results("20", "20") }),
  ).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(6);
  const states = await db.select().from(applications).where(inArray(applications.id, clean));
  expect(new Set(states.map((a) => a.state))).toEqual(new Set(["approved"]));
  expect(await db.$count(notices, inArray(notices.applicationId, clean))).toBe(20);
  expect((await rowOf(stuck.id)).state).toBe("accepted");
  await expect(page.locator("#clean")).toHaveCount(0);

  // The village prints its board: all that is up, masked, with a code to scan.
  await context.clearCookies({ name: /authjs/ });
  await page.goto(`/notices/board/${village}`);
  await expect(page.getByRole("row")).toHaveCount(22);
  await expect(page.getByRole("img", { name: t.cases.board.scan })).toBeVisible();
  await expect(page.locator("main")).not.toContainText("钱占用");
});

test("one objection is upheld and one dismissed, each by an officer outside its chain, with a reason", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const village = await aVillage();
  const enterprise = await anEnterprise({ villageCode: village });
  const title = `异议-${Date.now()}`;
  const posting = await aPosting({ enterprise, title });
  const [home, other] = [await aHousehold({ village }), await aHousehold({ village })];
  const who = await people(home);
  const cases = [
    await aCase({ state: "accepted", posting, who, household: home }),
    await aCase({ state: "accepted", posting, who, household: other }),
  ];
  for (const c of cases) await moveApplication(who.county, c.id, { move: "approve" }, today());
  const noticeOf = async (id: string) =>
    (await db.select().from(notices).where(eq(notices.applicationId, id)))[0]!;
  const [first, second] = [await noticeOf(cases[0]!.id), await noticeOf(cases[1]!.id)];

  // The first on the web, without signing in; the second on paper, written down by the village.
  await page.goto(`/notices/${first.id}`);
  await page.getByLabel(t.notices.body).fill("这户已经搬到县城");
  await page.getByLabel(t.notices.contact).fill("组长家隔壁");
  await page.getByRole("button", { name: t.notices.send }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  const receipt = new URL(page.url()).searchParams.get("sent") ?? "";
  await signInAs(context, who.village.username);
  await page.goto("/notices/record");
  await page.getByLabel(t.cases.objection.number, { exact: true }).fill("2020-000000");
  await page.getByRole("radio", { name: t.cases.objection.viaPaper }).check();
  await page.getByLabel(t.notices.body).fill("有人说他家有活干");
  await page.getByRole("button", { name: t.cases.objection.send }).click();
  await expect(page.getByRole("alert").filter({ hasText: t.fieldProblem.unknown() })).toBeVisible();
  await page.getByLabel(t.cases.objection.number, { exact: true }).fill(second.number);
  await page.getByRole("button", { name: t.cases.objection.send }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  expect([(await rowOf(cases[0]!.id)).state, (await rowOf(cases[1]!.id)).state]).toEqual(["held", "held"]);

  // Nothing becomes final while an objection waits, however late it is.
  await finishNotices(addDays(today(), 60));
  expect((await rowOf(cases[0]!.id)).state).toBe("held");

  const decide = async (number: string, move: "uphold" | "dismiss", reason: string) => {
    await page.goto("/officer/objections");
    const card = page
      .locator("section")
      .filter({ hasText: t.officer.objections.notice(number) })
      .last();
    const { label, confirm } = t.officer.objections[move];
    await card.locator("summary").getByText(label, { exact: true }).click();
    await card.getByRole("textbox").fill(reason);
    await card.getByRole("button", { name: confirm }).click();
  };
  // Who approved takes no part in it, and is told so instead of being offered the buttons.
  await signInAs(context, who.county.username);
  await page.goto("/officer/objections");
  const own = page
    .locator("section")
    .filter({ hasText: t.officer.objections.notice(first.number) })
    .last();
  await expect(own).toContainText(t.officer.objections.ownCase);
  await expect(own.locator("summary")).toHaveCount(0);
  await expect(own.getByRole("button", { name: t.cases.objection.seeContact })).toHaveCount(0);
  await signInAs(context, who.county2.username);
  await page.goto("/officer/objections");
  await expect(page.locator("main")).not.toContainText("组长家隔壁");
  const card = page
    .locator("section")
    .filter({ hasText: t.officer.objections.notice(first.number) })
    .last();
  await card.getByRole("button", { name: t.cases.objection.seeContact }).click();
  await expect(page.locator("main")).toContainText("组长家隔壁");
  await decide(first.number, "uphold", "已入户核实，确已搬走");
  await expect(page.getByRole("main").getByRole("status")).toContainText(t.done.decided);
  await decide(second.number, "dismiss", "已核实，并无其他工作");
  await expect(page.getByRole("main").getByRole("status")).toContainText(t.done.decided);

  await signInAs(context, who.household.username);
  await page.goto("/household/applications");
  await expect(page.locator("main")).toContainText("已入户核实，确已搬走");
  await context.clearCookies({ name: /authjs/ });
  // Who objected looks up what became of it by the receipt.
  await page.goto("/notices");
  await page.getByLabel(t.notices.receipt.label).fill(receipt);
  await page.getByRole("button", { name: t.notices.receipt.button }).click();
  await expect(page.locator("main")).toContainText("已入户核实，确已搬走");
  await page.goto(`/notices/${first.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(t.notices.over);
  expect((await rowOf(cases[1]!.id)).state).toBe("approved");
  await finishNotices(addDays(today(), 60));
  expect([(await rowOf(cases[0]!.id)).state, (await rowOf(cases[1]!.id)).state]).toEqual([
    "rejected",
    "final",
  ]);
});

test("a village applies for several at once; one is sent back with a coded reason the household reads", async ({
  page,
  context,
}) => {
  const village = await aVillage();
  const enterprise = await anEnterprise({ villageCode: village });
  const title = `多户-${Date.now()}`;
  const posting = await aPosting({ enterprise, title });
  const [one, two] = [
    await aHousehold({ village, headName: "孙一" }),
    await aHousehold({ village, headName: "孙二" }),
  ];
  const who = await people(one);
  await signInAs(context, who.village.username);
  await page.goto("/village/applications");
  await page.getByRole("link", { name: t.cases.apply.openFor }).click();
  const need = page.locator("option").filter({ hasText: title });
  await page
    .getByLabel(t.cases.apply.manyPosting, { exact: true })
    .selectOption(await need.getAttribute("value"));
  await page.getByRole("button", { name: t.cases.apply.manySee }).click();
  for (const head of ["孙一", "孙二"]) {
    await page.getByLabel(t.cases.apply.manyFor(head)).check();
    const line = page.getByRole("listitem").filter({ hasText: head });
    if (head === "孙一") await line.getByLabel(t.cases.apply.manyEvidence).fill("第 21 号");
  }
  await page.getByRole("button", { name: t.cases.apply.manySend }).click();
  // One has its slip, the other's is missing: each its own result.
  await expect(
    page
      .getByRole("main")
      .getByRole("status")
      .filter({ hasText: t.cases.apply.manyResults("1", "2") }),
  ).toContainText(t.fieldProblem.missing());
  const sent = await db.select().from(applications).where(eq(applications.postingId, posting.id));
  expect(sent.map((a) => a.householdCode)).toEqual([one.code]);
  expect(two.code).not.toBe(one.code);

  const { id } = sent[0]!;
  await moveApplication(enterprise.user, id, { move: "accept" }, today());
  await signInAs(context, who.county.username);
  await page.goto(`/officer/applications/${id}`);
  const { label, confirm } = t.applications.moves.return;
  await page.locator("summary").getByText(label, { exact: true }).click();
  await page.getByRole("radio", { name: t.words.reasonCode["word-unclear"] }).check();
  await page.getByRole("button", { name: confirm }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText(t.done.returned);
  await signInAs(context, who.household.username);
  await page.goto("/household/applications");
  await expect(page.locator("main")).toContainText(t.words.reasonCode["word-unclear"]);
});
