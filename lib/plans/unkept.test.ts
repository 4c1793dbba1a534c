import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import { type PlanRule, postings } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { dictionary } from "@/lib/i18n/dictionary";
import { computePlan } from "@/lib/plans/compute";
import { lookUpOrders } from "@/lib/plans/queries";
import type { Unkept } from "@/lib/plans/unkept";
import { skippedSentence, unkeptSentence } from "@/lib/plans/words";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const must = (household: { code: string }, posting: { id: string }): PlanRule => ({
  household: household.code,
  posting: posting.id,
  rule: "pin",
});
async function planned(rules: PlanRule[]) {
  const plan = await computePlan({ today: testDay, scope: "610724", rules }, () => 0);
  return { pairs: plan.pairs, unkept: plan.summary.unkept as Unkept[] };
}
const whyOf = async (...rules: PlanRule[]) => (await planned(rules)).unkept.map(({ why }) => why);

describe("a “must” the plan cannot keep is named with its reason", () => {
  it("where the household does not qualify, and nothing is said of the ones it keeps", async () => {
    const posting = await aPosting({ enterprise: await anEnterprise() });
    const [able, unable] = [await aHousehold(), await aHousehold({ members: [{ labor: "none" }] })];
    const { pairs, unkept } = await planned([must(able, posting), must(unable, posting)]);
    expect(pairs.some((p) => p.household === able.code && p.posting === posting.id)).toBe(true);
    expect(unkept).toEqual([{ household: unable.code, posting: posting.id, why: { rule: "no-labor" } }]);
    // What may never be is kept by itself.
    const never: PlanRule = { ...must(unable, posting), rule: "forbid" };
    expect(await whyOf(never)).toEqual([]);
  });

  it("where the posting has closed or is full meanwhile", async () => {
    const posting = await aPosting({ enterprise: await anEnterprise() });
    const home = await aHousehold();
    const set = (row: Partial<typeof postings.$inferInsert>) =>
      tx((w) => w.update(postings).set(row).where(eq(postings.id, posting.id)));
    await set({ taken: 10 });
    expect(await whyOf(must(home, posting))).toEqual([{ rule: "no-capacity" }]);
    await set({ taken: 0, state: "closed" });
    expect(await whyOf(must(home, posting))).toEqual([{ rule: "posting-closed" }]);
  });

  it("where only a plan asks: the kind, the projects it has, a parcel alone, the link, room for all", async () => {
    const enterprise = await anEnterprise();
    const home = await aHousehold({ parcels: [{ areaMu100: 150 }, { areaMu100: 150 }] });
    const membership = await aPosting({ enterprise, kind: "membership" });
    expect(await whyOf(must(home, membership))).toEqual([{ rule: "kind" }]);
    const land = await aPosting({ enterprise, kind: "land", land: { minMu100: 200 } });
    expect(await whyOf(must(home, land))).toEqual([{ rule: "parcel" }]);
    const equity = await aPosting({
      enterprise,
      kind: "equity",
      capacity: 2,
      equity: { bindingLink: "labor" },
    });
    const job = await aPosting({ enterprise });
    expect(await whyOf(must(home, equity))).toEqual([{ rule: "link" }]);
    await aCase({ state: "approved", household: home, posting: job });
    expect(await whyOf(must(home, equity))).toEqual([{ rule: "shares", persons: 3, left: 2 }]);
    // What is under way is kept without any plan.
    expect(await whyOf(must(home, job))).toEqual([]);
    const busy = await aHousehold({ members: 5 });
    for (const _ of [1, 2])
      await aCase({
        state: "final",
        household: busy,
        posting: await aPosting({ enterprise, job: { months: 1 } }),
      });
    expect(await whyOf(must(busy, await aPosting({ enterprise, job: { months: 2 } })))).toEqual([
      { rule: "projects", projects: 2 },
    ]);
  });
});

it("every reason has a sentence in both languages", () => {
  const reasons: Unkept["why"][] = [
    ...(["kind", "parcel", "link"] as const).map((rule) => ({ rule })),
    { rule: "projects", projects: 2 },
    { rule: "shares", persons: 3, left: 2 },
    { rule: "posting-closed" },
  ];
  for (const locale of ["zh", "en"] as const)
    for (const why of reasons)
      expect(unkeptSentence(dictionary(locale), locale, why), why.rule).toMatch(/[.。]$/);
});

it("a row that could not be accepted says why, in both languages", () => {
  expect(skippedSentence(dictionary("zh"), "already-applied")).toMatch(/^未能采纳.+。$/);
  expect(skippedSentence(dictionary("en"), "not-eligible")).toMatch(/^Could not be accepted.+\.$/);
  expect(skippedSentence(dictionary("zh"), "a code of long ago")).toBe("未能采纳");
});

it("orders are judged by the county as it stands now, whatever changed since the last asking", async () => {
  const posting = await aPosting({ enterprise: await anEnterprise(), title: "判一判" });
  const home = await aHousehold();
  const { county } = await people(home);
  const line = { line: 1, rule: "pin" as const, household: home.code, named: posting.id };
  expect((await lookUpOrders(county, [line], testDay)).problems).toEqual([]);
  await tx((w) => w.update(postings).set({ taken: 10 }).where(eq(postings.id, posting.id)));
  expect((await lookUpOrders(county, [line], testDay)).problems).toEqual([
    { line: 1, problem: "left-out", leftOut: { rule: "no-capacity" } },
  ]);
});
