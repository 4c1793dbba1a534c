import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import { jobDetails } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { dictionary } from "@/lib/i18n/dictionary";
import { type NamedPosting, orderText, PostingNames, readOrders, rulesOfLines } from "@/lib/plans/orders";
import { lookUpOrders } from "@/lib/plans/queries";
import { orderSentences } from "@/lib/plans/words";

const named = (id: string, title: string, given: Partial<NamedPosting> = {}): NamedPosting => ({
  ...{ id, title, enterpriseName: "西乡茶业", villageName: "回龙村", townName: "城南街道", isOpen: true },
  ...given,
});
const postings = new PostingNames([
  named("P1", "春季采茶工 40 人"),
  named("P2", "流转茶园"),
  named("P3", "流转茶园", { enterpriseName: "峡口合作社" }),
  named("P4", "流转茶园", { enterpriseName: "峡口合作社", villageName: "白杨村" }),
  named("P5", "管园"),
  named("P6", "管园"),
  named("P7", "旧的一条", { isOpen: false }),
  named("P8", "流转茶园 · 二期"),
]);
const read = (text: string) => rulesOfLines(readOrders(text).lines, new Set(["H1", "H2"]), postings);
const rulesIn = (text: string) => read(text).rules.map(({ line: _, ...rule }) => rule);
const ids = (text: string) => read(text).rules.map((r) => r.posting);

describe("orders as they are typed", () => {
  it("are read line by line in either language, by code and title", () => {
    const { lines, problems } = readOrders("must H1 流转茶园\n\n必须　H2  春季采茶工 40 人\r\nNever H3 P3");
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      { line: 1, rule: "pin", household: "H1", named: "流转茶园" },
      { line: 3, rule: "pin", household: "H2", named: "春季采茶工 40 人" },
      { line: 4, rule: "forbid", household: "H3", named: "P3" },
    ]);
  });

  it("name the line that cannot be read", () => {
    for (const bad of ["maybe H1 P1", "constructor H1 P1"])
      expect(readOrders(`never H P\n${bad}`).problems).toEqual([{ line: 2, problem: "verb" }]);
    for (const bad of ["must", "must H1"])
      expect(readOrders(`never H P\n${bad}`).problems).toEqual([{ line: 2, problem: "short" }]);
  });

  it("find a posting by its title, by title and what tells it apart, and by its id", () => {
    expect(ids("必须 H1 春季采茶工  40 人")).toEqual(["P1"]);
    expect(ids("必须 H1 流转茶园 · 西乡茶业")).toEqual(["P2"]);
    expect(ids("必须 H1 流转茶园 · 峡口 · 白杨村")).toEqual(["P4"]);
    expect(ids("必须 H1 流转茶园 · 二期")).toEqual(["P8"]);
    expect(ids("不要 H2 P7")).toEqual(["P7"]);
  });

  it("say which household or posting there is not, and how to name one of several", () => {
    const { rules, problems } = read("必须 H9 管园\n必须 H1 没有的\n必须 H1 流转茶园\n必须 H1 旧的一条");
    expect(rules).toEqual([]);
    expect(problems).toEqual([
      { line: 1, problem: "household", typed: "H9" },
      { line: 2, problem: "posting", typed: "没有的" },
      {
        ...{ line: 3, problem: "several", typed: "流转茶园", count: 3 },
        ways: ["流转茶园 · 西乡茶业", "流转茶园 · 峡口合作社 · 回龙村", "流转茶园 · 峡口合作社 · 白杨村"],
      },
      { line: 4, problem: "posting", typed: "旧的一条" },
    ]);
    const said = orderSentences(dictionary("zh"), "zh", [...problems].reverse());
    expect(said).toMatch(/^第 1 行：没有编号是“H9”的户.*第 2 行：.*“没有的”.*第 3 行：有 3 条需求都叫/);
    expect(orderSentences(dictionary("en"), "en", problems.slice(0, 1))).toContain("Line 1: ");
  });

  it("come back as they may be sent again, each meaning what it meant", () => {
    const rules = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"].map((posting, i) => ({
      ...{ household: i % 2 ? "H1" : "H2", posting },
      rule: i % 3 ? ("pin" as const) : ("forbid" as const),
    }));
    const text = orderText(rules, postings, dictionary("zh").plans);
    expect(text.split("\n").slice(0, 2)).toEqual(["不要 H2 春季采茶工 40 人", "必须 H1 流转茶园 · 西乡茶业"]);
    // Two that nothing tells apart are named by their ids, and so is one that is no longer open.
    expect(text).toContain("P5\n");
    expect(read(text).problems).toEqual([]);
    expect(rulesIn(text)).toEqual(rules);
    expect(read(text).rules.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("what orders name", () => {
  beforeAll(async () => {
    await openTestDatabase();
  });

  it("is looked up within the officer's county, by officers who plan", async () => {
    const home = await aHousehold();
    const posting = await aPosting({ enterprise: await anEnterprise(), title: "统筹用的采茶工" });
    const who = await people(home);
    const { lines } = readOrders(`必须 ${home.code} 统筹用的采茶工`);
    expect(await lookUpOrders(who.county, lines, testDay)).toEqual({
      rules: [{ household: home.code, posting: posting.id, rule: "pin" }],
      problems: [],
    });
    const elsewhere = await lookUpOrders({ ...who.county, divisionScope: "610725" }, lines, testDay);
    expect(elsewhere.problems).toEqual([{ line: 1, problem: "household", typed: home.code }]);
    const draft = await aPosting({ enterprise: await anEnterprise(), title: "没写完的", state: "draft" });
    await tx((w) => w.delete(jobDetails).where(eq(jobDetails.postingId, draft.id)));
    const byId = readOrders(`必须 ${home.code} ${draft.id}`).lines;
    expect((await lookUpOrders(who.county, byId, testDay)).problems).toEqual([
      { line: 1, problem: "posting", typed: draft.id },
    ]);
    await expect(lookUpOrders(who.village, lines, testDay)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("says in its line why a must cannot be met, but not of a pair that is under way, nor of a never", async () => {
    const posting = await aPosting({ enterprise: await anEnterprise(), title: "要人的" });
    const home = await aHousehold({ members: [{ labor: "none" }] });
    const who = await people(home);
    const problems = async (text: string) =>
      (await lookUpOrders(who.county, readOrders(text).lines, testDay)).problems;
    const must = `不要 ${home.code} 要人的\n必须 ${home.code} 要人的`;
    expect(await problems(must)).toEqual([
      { line: 2, problem: "left-out", leftOut: expect.objectContaining({ rule: "no-labor" }) },
    ]);
    const said = orderSentences(dictionary("zh"), "zh", await problems(must));
    expect(said).toBe("第 2 行：这一条“必须”办不到，家里没有能务工的人。");
    await aCase({ state: "accepted", household: home, posting, who });
    expect(await problems(must)).toEqual([]);
  });
});
