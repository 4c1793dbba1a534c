import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { applicationStates } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { aCase } from "@/lib/applications/cases.testing";
import { countByState } from "@/lib/applications/counts";
import { getApplication, listApplications } from "@/lib/applications/queries";
import { aHousehold, anEnterprise, aPosting, people } from "@/lib/applications/testing";
import { addDays, today } from "@/lib/clock/clock";
import { defaultPolicy } from "@/lib/policy/policy";
import { aUser } from "@/lib/users/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const secrets = { headName: "独孤不悔", phone: "14498765432" };
const match = {
  score: 87.654321,
  parts: { labor: 1, land: 0, distance: 0.5, need: 0.25 },
  reasons: [{ code: "uncovered" }, { code: "below-line", percent: 61.25 }],
  tier: "A",
  bands: { labor: "2", land: "3-6", distance: "5-15" },
  policyOn: "2026-11-23",
} as const;

describe("what an enterprise sees of an applicant", () => {
  it.each(applicationStates)("when it is %s", async (state) => {
    const household = await aHousehold(secrets);
    const c = await aCase({ state, household, row: { match, stateReason: null } });
    const seen = await getApplication(c.posting.enterprise.user, c.id);
    const text = JSON.stringify(seen);
    // Never: code, score, parts, reasons, who recorded its word.
    for (const never of [
      household.code,
      "87.65",
      "below-line",
      "parts",
      "reasons",
      "consent",
      c.who.village.userId,
    ])
      expect(text, never).not.toContain(never);
    expect(seen).toMatchObject({ view: "card", tier: "A", bands: match.bands });
    const isFinal = state === "final";
    for (const late of [secrets.headName, secrets.phone, "测试村"])
      expect(text.includes(late), `${late} when ${state}`).toBe(isFinal);
    expect(text).not.toMatch(/69\d{15}[\dX]/);
  });

  it("is its name and phone until some time after the agreement ended, and a card again from then on", async () => {
    const household = await aHousehold(secrets);
    const of = async (daysAgo: number) => {
      const overOn = addDays(today(), -daysAgo);
      const c = await aCase({ state: "final", household, row: { match, overOn, memberId: null } });
      const firm = c.posting.enterprise.user;
      const one = await getApplication(firm, c.id);
      const all = (await listApplications(firm)).items;
      return JSON.stringify([one, all]);
    };
    const recent = await of(defaultPolicy["agreement.namesDays"]);
    for (const shown of [secrets.headName, secrets.phone]) expect(recent).toContain(shown);
    const old = await of(defaultPolicy["agreement.namesDays"] + 1);
    for (const gone of [secrets.headName, secrets.phone, "测试村"]) expect(old).not.toContain(gone);
  });

  it("is nothing before the household has given its word", async () => {
    const c = await aCase({ state: "invited", row: { consentHow: null, consentEvidence: null } });
    const firm = c.posting.enterprise.user;
    await expect(getApplication(firm, c.id)).rejects.toMatchObject({ code: "not-found" });
    expect((await listApplications(firm)).items).toEqual([]);
    expect(await countByState(firm)).toEqual({});
    expect((await getApplication(c.who.household, c.id)).state).toBe("invited");
  });

  it("stands under another token at each posting, and cannot be asked for by household", async () => {
    const household = await aHousehold();
    const enterprise = await anEnterprise();
    const who = await people(household);
    for (let i = 0; i < 2; i++) await aCase({ household, who, posting: await aPosting({ enterprise }) });
    await aCase({ posting: await aPosting({ enterprise }) });
    const { items } = await listApplications(enterprise.user, { household: household.code });
    expect(items).toHaveLength(3);
    expect(new Set(items.map((item) => (item.view === "card" ? item.card : null))).size).toBe(3);
  });
});

describe("who sees an application at all", () => {
  it("those in whose reach it lies; to others it is not there", async () => {
    const c = await aCase();
    const other = await people(await aHousehold());
    const sibling = await people(await aHousehold({ village: c.household.village }));
    const rival = await anEnterprise();
    const { household, village, town, county, auditor, admin } = c.who;
    for (const asker of [household, village, town, county, auditor, c.posting.enterprise.user])
      expect((await getApplication(asker, c.id)).id).toBe(c.id);
    const foreignCounty = await aUser({ role: "county", divisionScope: "610725" });
    const strangers = [
      other.household,
      other.village,
      sibling.household,
      rival.user,
      foreignCounty,
      admin,
      publicAsker,
    ];
    for (const asker of strangers)
      await expect(getApplication(asker, c.id), asker.role).rejects.toMatchObject({ code: "not-found" });
    for (const asker of [other.household, other.village, sibling.household, rival.user, foreignCounty])
      expect((await listApplications(asker)).items.map((i) => i.id)).not.toContain(c.id);
  });

  it("a household is told its tier and reasons, not its score; the auditor neither name nor token", async () => {
    const c = await aCase({ household: await aHousehold(secrets), row: { match } });
    const own = JSON.stringify(await getApplication(c.who.household, c.id));
    expect(own).toContain("below-line");
    expect(own).not.toMatch(/87\.65|"parts"|ownCase|consentEvidence/);
    const audited = JSON.stringify(await getApplication(c.who.auditor, c.id));
    for (const hidden of [secrets.headName, c.household.code, "87.65", "below-line"])
      expect(audited).not.toContain(hidden);
    expect(await getApplication(c.who.auditor, c.id)).toMatchObject({ view: "card", card: null });
    expect(await getApplication(c.who.county, c.id)).toMatchObject({
      score: match.score,
      parts: match.parts,
    });
  });

  it("words for the household are the household's and the officers', not its enterprise's", async () => {
    const c = await aCase({ state: "accepted", row: { stateReason: "家中有人患病" } });
    const { household, county, auditor } = c.who;
    for (const asker of [household, county])
      expect((await getApplication(asker, c.id)).stateReason).toBe("家中有人患病");
    for (const asker of [auditor, c.posting.enterprise.user])
      expect((await getApplication(asker, c.id)).stateReason).toBeNull();
  });

  it("pages from newest to oldest without a gap or a repeat", async () => {
    const household = await aHousehold();
    const who = await people(household);
    const made = [];
    for (let i = 0; i < 7; i++) made.push((await aCase({ household, who })).id);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listApplications(who.household, { limit: 3, cursor });
      seen.push(...page.items.map((i) => i.id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toEqual([...made].sort().reverse());
  });
});
