import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db, tx } from "@/db/client";
import { newId } from "@/db/ids";
import {
  applicationParcels,
  applications,
  audit,
  householdChanges,
  members,
  oneTimeCodes,
} from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { consentWays } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { applyTo } from "@/lib/applications/apply";
import { wordOf } from "@/lib/applications/case";
import { ownConsentCode, sendConsentCode } from "@/lib/applications/consent-code";
import { invite } from "@/lib/applications/invite";
import { getApplication } from "@/lib/applications/queries";
import {
  aHousehold,
  aPosting,
  type GivenHousehold,
  type GivenPosting,
  people,
  testDay,
} from "@/lib/applications/testing";
import { witnessesOf } from "@/lib/applications/word";
import { assess } from "@/lib/approvals/assess";
import { moveApplication } from "@/lib/approvals/move";
import { sealChanges } from "@/lib/households/changes";
import { matchOf } from "@/lib/matching/match-now";
import { issueCode } from "@/lib/users/one-time-codes";

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

const witnesses = [
  { name: "王组长", reach: "村民小组长，14400000001" },
  { name: "李邻居", reach: "住隔壁" },
];
const columnsOf = async (id: string) => {
  const { state, appliedBy, onBehalfBy, consentHow, consentEvidence, consentBy } = (await rowOf(id))!;
  return { state, appliedBy, onBehalfBy, consentHow, consentEvidence, consentBy };
};

describe("the household's word", () => {
  it.each(consentWays)("given as %s: by whom it may be recorded, and what is kept of it", async (how) => {
    const { home, who, apply } = await aWorld();
    const mine = how === "own-account";
    const right = mine ? who.household : who.village;
    await expect(
      apply(mine ? who.village : who.household, { consent: { how, evidence: "1" } }),
    ).rejects.toMatchObject({ fields: { "consent.how": { code: "not-in-list" } } });
    const given = { household: home.code, purpose: "consent" as const };
    const shows = {
      "own-account": {},
      code: { evidence: how === "code" ? (await issueCode(who.household, given)).code : "" },
      slip: { evidence: "第 7 号" },
      witnesses: { witnesses },
    };
    const { id } = await apply(right, { consent: { how, ...shows[how] } });
    expect(await columnsOf(id)).toEqual({
      state: "applied",
      appliedBy: right.userId,
      onBehalfBy: mine ? null : right.userId,
      consentHow: how,
      consentEvidence: how === "slip" ? "第 7 号" : null,
      consentBy: right.userId,
    });
    const row = (await rowOf(id))!;
    expect(row.consentAt).not.toBeNull();
    expect(row.witnessesSealed ?? "").not.toContain("王组长");
    expect(witnessesOf(id, row.witnessesSealed)).toEqual(how === "witnesses" ? witnesses : []);
  });

  it("is shown by something when another records it", async () => {
    const { apply } = await aWorld();
    const twice = [witnesses[0], witnesses[0]];
    for (const consent of [
      { how: "witnesses" },
      { how: "witnesses", witnesses: [witnesses[0]] },
      { how: "witnesses", witnesses: twice },
      { how: "slip" },
      { how: "code", evidence: " " },
      { how: "code", evidence: "123456" },
    ])
      await expect(apply(undefined, { consent }), JSON.stringify(consent)).rejects.toMatchObject({
        code: "input",
      });
    await expect(apply(undefined, { consent: undefined })).rejects.toMatchObject({
      fields: { consent: { code: "missing" } },
    });
  });
});

describe("witnesses", () => {
  it("are neither who writes it down, nor of the household, nor one person written twice", async () => {
    const { home, who, apply } = await aWorld();
    const [own] = await db.select().from(members).where(eq(members.householdCode, home.code));
    const [first, second] = witnesses;
    for (const [pair, at, code] of [
      [[{ ...first, name: `${who.village.name} ` }, second], 0, "is-asker"],
      [[first, { ...second, name: own?.name }], 1, "of-household"],
      [[first, { ...second, name: "王 组长" }], 1, "same-person"],
    ] as const)
      await expect(
        apply(undefined, { consent: { how: "witnesses", witnesses: pair } }),
      ).rejects.toMatchObject({ fields: { [`consent.witnesses.${at}.name`]: { code } } });
  });
});

describe("a session opened with a sign-in slip", () => {
  it("gives no code, and what is done in it says who handed out the slip: who takes no part in the decision", async () => {
    const { home, who, apply, posting } = await aWorld();
    const slipped = { ...who.household, slipBy: who.village.userId };
    await expect(ownConsentCode(slipped)).rejects.toMatchObject({ code: "slip-session" });
    const { id } = await apply(slipped, { consent: { how: "own-account" } });
    expect(await rowOf(id)).toMatchObject({ slipBy: who.village.userId, consentBy: who.household.userId });
    const [row] = await db.select().from(audit).where(eq(audit.subjectId, id));
    expect(row?.after).toMatchObject({ slipBy: who.village.userId });
    const shown = await getApplication(who.county, id);
    if (shown.view !== "full") throw new Error("an officer sees the whole case");
    expect(await wordOf(who.county, shown)).toMatchObject({ slipBy: who.village.name });
    await tx((w) => w.update(applications).set({ state: "accepted" }).where(eq(applications.id, id)));
    // Whoever handed it out, had they meanwhile become an officer.
    const officer = { ...who.county, userId: who.village.userId };
    await expect(moveApplication(officer, id, { move: "approve" }, testDay)).rejects.toMatchObject({
      code: "own-case",
    });
    await expect(
      tx((w) =>
        w.update(applications).set({ approvedBy: who.village.userId }).where(eq(applications.id, id)),
      ),
    ).rejects.toMatchObject({ constraint: "applications_duties" });
    const [judged] = await assess(who.county, [shown], testDay);
    expect(judged?.warnings).toContain("own-slip");
    expect([home.code, posting]).toEqual([shown.householdCode, shown.postingId]);
  });
});

describe("a code read back", () => {
  const aCode = async () => {
    const world = await aWorld();
    const given = { household: world.home.code, purpose: "consent" as const };
    const { code } = await issueCode(world.who.household, given);
    const wrong = code === "000000" ? "000001" : "000000";
    return {
      ...world,
      given,
      code,
      wrong,
      read: (evidence: string) => ({ consent: { how: "code", evidence } }),
    };
  };

  it("works once, and only the latest", async () => {
    const { who, given, code, apply, read } = await aCode();
    const { code: later } = await issueCode(who.household, given);
    if (code !== later) await expect(apply(undefined, read(code))).rejects.toMatchObject({ code: "input" });
    await apply(undefined, read(`${later.slice(0, 3)} ${later.slice(3)}`));
    const { id } = await aPosting();
    const again = { posting: id, household: given.household, ...read(later) };
    await expect(applyTo(who.village, again, testDay)).rejects.toMatchObject({ code: "input" });
    const kept = await db.select().from(oneTimeCodes).where(eq(oneTimeCodes.householdCode, given.household));
    expect(kept.map((k) => k.usedBy)).toEqual([null, who.village.userId]);
    for (const { codeHash } of kept) expect(codeHash).not.toContain(later);
  });

  it("is dead after five tries, also when the right one comes sixth, and after half an hour", async () => {
    const { apply, code, wrong, read } = await aCode();
    for (let i = 0; i < 5; i++)
      await expect(apply(undefined, read(wrong))).rejects.toMatchObject({
        fields: { "consent.evidence": { code: "wrong-code" } },
      });
    await expect(apply(undefined, read(code))).rejects.toMatchObject({ code: "too-many-tries" });
    const old = await aWorld();
    const longAgo = new Date(Date.now() - 31 * 60_000);
    const given = { household: old.home.code, purpose: "consent" as const };
    const { code: late } = await issueCode(old.who.household, given, longAgo);
    await expect(old.apply(undefined, read(late))).rejects.toMatchObject({ code: "input" });
  });

  it("is another household's for nobody, and cannot be typed in by who had it made", async () => {
    const { who, given, home, posting, read } = await aCode();
    const other = await aWorld({ village: home.village });
    const { code: theirs } = await issueCode(other.who.household, { ...given, household: other.home.code });
    const { code } = await issueCode(who.village, given);
    const apply = (evidence: string) =>
      applyTo(who.village, { posting, household: home.code, ...read(evidence) }, testDay);
    if (theirs !== code) await expect(apply(theirs)).rejects.toMatchObject({ code: "input" });
    await expect(apply(code)).rejects.toMatchObject({ code: "own-case" });
    await expect(
      tx((w) =>
        w
          .update(oneTimeCodes)
          .set({ usedBy: who.village.userId })
          .where(eq(oneTimeCodes.createdBy, who.village.userId)),
      ),
    ).rejects.toMatchObject({ constraint: "one_time_codes_duties" });
  });

  it("is sent to the household's phone only where the county can send, and the village that asked may type it", async () => {
    const { home, who, posting } = await aWorld({ phone: "14400009876" });
    await expect(sendConsentCode(who.village, home.code)).rejects.toMatchObject({ code: "not-sent" });
    const other = await people(await aHousehold());
    await expect(sendConsentCode(other.village, home.code)).rejects.toMatchObject({ code: "not-found" });
    await expect(sendConsentCode(who.household, home.code)).rejects.toMatchObject({ code: "forbidden" });
    const sent: { to: string; text: string }[] = [];
    vi.stubEnv("SANJIN_MODE", "live");
    vi.stubEnv("SANJIN_SMS_URL", "http://gateway.invalid/sms");
    vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
      sent.push(JSON.parse(body));
      return new Response(null, { status: 204 });
    });
    try {
      await sendConsentCode(who.village, home.code);
      vi.stubGlobal("fetch", async () => new Response(null, { status: 500 }));
      await expect(sendConsentCode(other.village, other.household.householdCode ?? "")).rejects.toMatchObject(
        {
          code: "not-sent",
        },
      );
    } finally {
      vi.unstubAllEnvs();
      vi.unstubAllGlobals();
    }
    expect(sent).toMatchObject([{ to: "14400009876" }]);
    const evidence = /\d{6}/.exec(sent[0]?.text ?? "")?.[0];
    const wish = { posting, household: home.code, consent: { how: "code", evidence } };
    expect(await rowOf((await applyTo(who.village, wish, testDay)).id)).toMatchObject({ consentHow: "code" });
    // Not to a number that who asks wrote into the record a few days ago.
    const changeId = newId();
    const change = { subject: "household" as const, field: "phone", before: null, after: "14400009876" };
    await tx((w) =>
      w.insert(householdChanges).values({
        ...{ id: changeId, householdCode: home.code, version: 99, kind: "edited", happenedOn: testDay },
        ...{ changesSealed: sealChanges(changeId, [change]), changedBy: who.village.userId },
      }),
    );
    vi.stubEnv("SANJIN_MODE", "live");
    vi.stubEnv("SANJIN_SMS_URL", "http://gateway.invalid/sms");
    vi.stubGlobal("fetch", async () => new Response(null, { status: 500 }));
    try {
      await expect(sendConsentCode(who.village, home.code)).rejects.toMatchObject({ code: "phone-changed" });
      // A week later it is nobody's new number any more: now only the gateway is missing.
      const later = new Date(Date.now() + 8 * 86_400_000);
      await expect(sendConsentCode(who.village, home.code, later)).rejects.toMatchObject({
        code: "not-sent",
      });
    } finally {
      vi.unstubAllEnvs();
      vi.unstubAllGlobals();
    }
  });

  it("is made at most five times an hour", async () => {
    const { who, given } = await aCode();
    for (let i = 0; i < 4; i++) await issueCode(who.household, given);
    await expect(issueCode(who.household, given)).rejects.toMatchObject({ code: "too-many-tries" });
    await issueCode(who.household, given, new Date(Date.now() + 61 * 60_000));
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
        code: "not-found",
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

  it("returned to be mended, keeps who applied first and says who mended it", async () => {
    const { home, posting, who, apply } = await aWorld();
    const { id } = await applyTo(
      who.household,
      { posting, household: home.code, consent: { how: "own-account" } },
      testDay,
    );
    await tx((w) => w.update(applications).set({ state: "returned" }).where(eq(applications.id, id)));
    expect(await apply()).toEqual({ id });
    expect(await rowOf(id)).toMatchObject({
      appliedBy: who.household.userId,
      consentBy: who.village.userId,
      onBehalfBy: who.village.userId,
      version: 2,
    });
  });
});
