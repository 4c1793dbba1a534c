import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { applicationParcels, applications, audit } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { consentWays } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { applyTo } from "@/lib/applications/apply";
import { invite } from "@/lib/applications/invite";
import {
  aHousehold,
  aPosting,
  type GivenHousehold,
  type GivenPosting,
  people,
  testDay,
} from "@/lib/applications/testing";
import { matchOf } from "@/lib/matching/match-now";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

async function aWorld(household: GivenHousehold = {}, posting: GivenPosting = {}) {
  const home = await aHousehold(household);
  const { id } = await aPosting(posting);
  const who = await people(home);
  const slip = { how: "slip", evidence: "第 12 号" };
  const apply = (asker: Asker = who.village, more: object = {}) =>
    applyTo(asker, { posting: id, household: home.code, consent: slip, ...more }, testDay);
  return { home, posting: id, who, apply };
}
const rowOf = async (id: string) => (await db.select().from(applications).where(eq(applications.id, id)))[0];

describe("the household's word", () => {
  it.each(consentWays)("given as %s: by whom it may be recorded", async (how) => {
    const { who, apply } = await aWorld();
    const mine = how === "own-account";
    const wrong = mine ? who.village : who.household;
    await expect(apply(wrong, { consent: { how, evidence: "见证" } })).rejects.toMatchObject({
      fields: { "consent.how": { code: "not-in-list" } },
    });
    const right = mine ? who.household : who.village;
    const { id } = await apply(right, { consent: { how, ...(!mine && { evidence: "见证" }) } });
    expect(await rowOf(id)).toMatchObject({
      state: "applied",
      appliedBy: right.userId,
      onBehalfBy: mine ? null : right.userId,
      consentHow: how,
    });
  });

  it("is shown by something when another records it", async () => {
    const { apply } = await aWorld();
    for (const consent of [{ how: "witnesses" }, { how: "code", evidence: " " }])
      await expect(apply(undefined, { consent })).rejects.toMatchObject({ code: "input" });
    await expect(apply(undefined, { consent: undefined })).rejects.toMatchObject({
      fields: { consent: { code: "missing" } },
    });
  });
});

describe("applying", () => {
  it("freezes score, parts and reasons as they stand, and writes one row of the audit", async () => {
    const { home, posting, who, apply } = await aWorld();
    const now = await matchOf(posting, home.code, testDay);
    const { id } = await apply();
    const row = await rowOf(id);
    expect(row?.match).toMatchObject(
      "score" in now.answer ? { score: now.answer.score, parts: now.answer.parts } : {},
    );
    expect(row?.match?.reasons.length).toBeGreaterThan(0);
    expect(row?.match?.policyOn).toBe(testDay);
    const rows = await db.select().from(audit).where(eq(audit.subjectId, id));
    expect(rows).toMatchObject([
      { action: "application.apply", userId: who.village.userId, householdCode: home.code },
    ]);
  });

  it("is for one's own household, or one's own village: all else is not there", async () => {
    const { home, posting, apply } = await aWorld();
    const other = await people(await aHousehold());
    for (const asker of [other.household, other.village])
      await expect(apply(asker, { consent: { how: "slip", evidence: "x" } })).rejects.toMatchObject({
        code: asker.role === "household" ? "input" : "not-found",
      });
    await expect(apply(other.household, { consent: { how: "own-account" } })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      applyTo(
        other.village,
        { posting, household: "none", consent: { how: "slip", evidence: "x" } },
        testDay,
      ),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await db.$count(applications, eq(applications.householdCode, home.code))).toBe(0);
  });

  it.each(["town", "county", "admin", "auditor"] as const)("is not for the %s", async (role) => {
    const { who, apply } = await aWorld();
    await expect(apply(who[role])).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(["draft", "submitted", "returned", "closed"] as const)("finds no %s posting", async (state) => {
    const { apply } = await aWorld({}, { state });
    await expect(apply()).rejects.toMatchObject({ code: "not-found" });
  });

  it("is refused past the last day, when full, and when a rule of matching refuses, by its name", async () => {
    await expect((await aWorld({}, { closesOn: "2026-11-22" })).apply()).rejects.toMatchObject({
      code: "posting-closed",
    });
    await (await aWorld({}, { closesOn: testDay })).apply();
    await expect((await aWorld({}, { capacity: 2, taken: 2 })).apply()).rejects.toMatchObject({
      code: "full",
    });
    await expect((await aWorld({ members: [{ labor: "none" }] })).apply()).rejects.toMatchObject({
      code: "not-eligible",
      data: { rule: "no-labor" },
    });
  });

  it("twice at once or after, one application stands", async () => {
    const { home, apply } = await aWorld();
    const results = await Promise.allSettled([apply(), apply(), apply()]);
    expect(results.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    await expect(apply()).rejects.toMatchObject({ code: "already-applied" });
    expect(await db.$count(applications, eq(applications.householdCode, home.code))).toBe(1);
  });
});

describe("what a household brings", () => {
  it("job: its best worker, or the one who is named; never someone who does not fit", async () => {
    const members = [{ labor: "weak" }, { labor: "skilled" }, { labor: "none" }] as const;
    const best = await aWorld({ members });
    expect(await rowOf((await best.apply()).id)).toMatchObject({ memberId: best.home.memberIds[1], size: 1 });
    const named = await aWorld({ members }, { job: { work: "light" } });
    await expect(named.apply(undefined, { member: named.home.memberIds[2] })).rejects.toMatchObject({
      fields: { member: { code: "not-in-list" } },
    });
    const { id } = await named.apply(undefined, { member: named.home.memberIds[0] });
    expect((await rowOf(id))?.memberId).toBe(named.home.memberIds[0]);
  });

  it("land: all that is wanted, or the plots that are named, never more than there is room for", async () => {
    const parcels = [{ areaMu100: 300 }, { areaMu100: 250 }, { kind: "forest", areaMu100: 900 }] as const;
    const all = await aWorld({ parcels }, { kind: "land" });
    const { id } = await all.apply();
    expect((await rowOf(id))?.size).toBe(550);
    const offered = await db
      .select()
      .from(applicationParcels)
      .where(eq(applicationParcels.applicationId, id));
    expect(offered.map((p) => p.mu100).sort()).toEqual([250, 300]);
    const some = await aWorld({ parcels }, { kind: "land" });
    const one = await some.apply(undefined, { parcels: [some.home.parcelIds[1]] });
    expect((await rowOf(one.id))?.size).toBe(250);
    const forest = await aWorld({ parcels }, { kind: "land" });
    await expect(forest.apply(undefined, { parcels: [forest.home.parcelIds[2]] })).rejects.toMatchObject({
      fields: { parcels: { code: "not-in-list" } },
    });
    const tight = await aWorld({ parcels }, { kind: "land", capacity: 400 });
    expect((await rowOf((await tight.apply()).id))?.size).toBe(400);
  });

  it("equity: all its persons, or so many; not more than it has", async () => {
    const linked = { kind: "equity", equity: { bindingLink: "labor" } } as const;
    const world = async () => {
      const shares = await aPosting(linked);
      // The binding kind must be on offer by the same enterprise.
      await aPosting({ enterprise: shares.enterprise });
      const home = await aHousehold({ members: 4 });
      const who = await people(home);
      return (more: object = {}) =>
        applyTo(
          who.household,
          { posting: shares.id, household: home.code, consent: { how: "own-account" }, ...more },
          testDay,
        );
    };
    expect((await rowOf((await (await world())()).id))?.size).toBe(4);
    const apply = await world();
    await expect(apply({ persons: 5 })).rejects.toMatchObject({
      fields: { persons: { code: "too-big", max: 4 } },
    });
    expect((await rowOf((await apply({ persons: 2 })).id))?.size).toBe(2);
  });
});

describe("an invitation", () => {
  it("becomes the application by the household's word, and is no one's before", async () => {
    const { home, posting, who, apply } = await aWorld();
    const { invited } = await invite(who.county, [{ posting, household: home.code }], testDay);
    expect(await rowOf(invited[0]!)).toMatchObject({ state: "invited", consentHow: null, appliedBy: null });
    const { id } = await apply();
    expect(id).toBe(invited[0]);
    expect(await rowOf(id)).toMatchObject({ state: "applied", consentHow: "slip" });
  });
});
