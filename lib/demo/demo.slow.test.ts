import { readFileSync } from "node:fs";
import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db, sqlitePath } from "@/db/client";
import {
  agreements,
  applicationParcels,
  applications,
  audit,
  countyChanges,
  divisions,
  enterprises,
  households,
  jobDetails,
  members,
  notices,
  policy,
  postings,
  users,
} from "@/db/schema";
import { openSqlite } from "@/db/sqlite";
import { openTestDatabase } from "@/db/testing";
import { healths } from "@/db/words";
import { verifyAudit } from "@/lib/audit/queries";
import { ageOn } from "@/lib/clock/clock";
import { pastEndsOn } from "@/lib/demo/county";
import { type SeededTotals, seedDemo } from "@/lib/demo/seed";
import { askedWork } from "@/lib/matching/county";
import { postingsOn } from "@/lib/matching/posting-facts";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { loadPostings } from "@/lib/matching/queries/postings";
import { match } from "@/lib/matching/score";
import { parseIdNumber } from "@/lib/numbers/id-number";
import { parsePhone } from "@/lib/numbers/phone";
import { defaultPolicy, policyKeys } from "@/lib/policy/policy";
import { blindIndex, unseal } from "@/lib/sealing/sealing";
import { verifyPassword } from "@/lib/users/password";
import { demoPassword, demoUsernames } from "@/lib/users/users";

const today = "2026-11-23";
vi.setConfig({ testTimeout: 120_000 });
let close = async () => {};
let totals: SeededTotals;

beforeAll(async () => {
  close = await openTestDatabase();
  totals = await seedDemo({ scale: 1, seed: 1, today });
}, 240_000);
afterAll(() => close());

/** Rows of a query as plain numbers by key. */
const tally = (rows: { key: string | null; n: number }[]) =>
  Object.fromEntries(rows.map(({ key, n }) => [String(key), n]));

/** Households with a final application whose agreement is live. */
const coveredCodes = () =>
  db
    .selectDistinct({ code: applications.householdCode })
    .from(applications)
    .innerJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(sql`${applications.state} = 'final' and ${agreements.state} <> 'ended'`);

const personsIn = async (codes: Set<string>) => {
  const rows = await db.select({ code: members.householdCode }).from(members);
  return rows.filter((row) => codes.has(row.code)).length;
};

describe("the whole county", () => {
  it("has 17 towns and 215 places, 117 of its 179 villages poor", async () => {
    const kinds = await db
      .select({ key: divisions.kind, n: count() })
      .from(divisions)
      .groupBy(divisions.kind);
    expect(tally(kinds)).toEqual({ county: 1, subdistrict: 2, town: 15, community: 36, village: 179 });
    const poor = await db.select({ kind: divisions.kind }).from(divisions).where(eq(divisions.poor, true));
    expect(poor).toHaveLength(117);
    expect(poor.every((row) => row.kind === "village")).toBe(true);
  });

  it("has 19,542 households and 52,758 persons, all of different ID numbers", async () => {
    expect(await db.$count(households)).toBe(19_542);
    expect(await db.$count(members)).toBe(52_758);
    const [heads] = await db.select({ n: count() }).from(members).where(eq(members.relation, "head"));
    expect(heads?.n).toBe(19_542);
    const codes = await db
      .select({ code: households.code, village: households.villageCode })
      .from(households);
    expect(codes.every(({ code }) => /^\d{10}$/.test(code))).toBe(true);
    expect(new Set(codes.map(({ village }) => village)).size).toBe(215);
  });

  it("has 338 verified enterprises: 47, 18, 65 and 208", async () => {
    const rows = await db
      .select({ key: enterprises.kind, n: count() })
      .from(enterprises)
      .where(eq(enterprises.state, "verified"))
      .groupBy(enterprises.kind);
    expect(tally(rows)).toEqual({ leading: 47, park: 18, cooperative: 65, "big-household": 208 });
    // Ten more are being filled in, wait, are suspended or struck off.
    expect(await db.$count(enterprises)).toBe(338 + 10);
  });

  it("has 14,167 households with 42,733 persons covered, 5,375 with 10,025 not", async () => {
    const covered = new Set((await coveredCodes()).map(({ code }) => code));
    expect(covered.size).toBe(14_167);
    expect(await personsIn(covered)).toBe(42_733);
    const all = await db.select({ code: households.code }).from(households);
    const rest = new Set(all.map(({ code }) => code).filter((code) => !covered.has(code)));
    expect(rest.size).toBe(5_375);
    expect(await personsIn(rest)).toBe(10_025);
    expect(totals).toMatchObject({
      households: 19_542,
      persons: 52_758,
      coveredHouseholds: 14_167,
      enterprises: 338,
    });
  });

  it("has 13,246 households with 35,605 persons still poor, 6,296 with 17,153 lifted", async () => {
    const rows = await db.select({ code: households.code, status: households.status }).from(households);
    for (const [status, number, persons] of [
      ["poor", 13_246, 35_605],
      ["lifted", 6_296, 17_153],
    ] as const) {
      const codes = new Set(rows.filter((row) => row.status === status).map((row) => row.code));
      expect(codes.size).toBe(number);
      expect(await personsIn(codes)).toBe(persons);
    }
  });

  it("has at least 300 open postings of all kinds with places left, wages above the floor", async () => {
    const { facts, liveKinds } = await loadPostings(db);
    const open = postingsOn(facts, liveKinds, today).filter(
      ({ posting }) => posting.open && posting.taken < posting.capacity,
    );
    expect(open.length).toBeGreaterThanOrEqual(300);
    expect(totals.openPostings).toBe(open.length);
    for (const kind of ["job", "land", "equity"] as const)
      expect(open.filter(({ posting }) => posting.kind === kind).length).toBeGreaterThanOrEqual(60);
    for (const kind of ["order", "membership", "contract"] as const)
      expect(open.filter(({ posting }) => posting.kind === kind).length).toBeGreaterThanOrEqual(20);
    for (const { posting } of open) if (posting.kind === "equity") expect(posting.bindingLive).toBe(true);
    const wages = await db.select().from(jobDetails);
    for (const { wageFen, wageUnit } of wages)
      expect(wageFen).toBeGreaterThanOrEqual(wageUnit === "month" ? 180_000 : 6_000);
  });

  it("has something on every desk", async () => {
    const rows = await db
      .select({ key: applications.state, n: count() })
      .from(applications)
      .groupBy(applications.state);
    const states = tally(rows);
    for (const state of ["applied", "accepted", "approved", "held", "declined", "returned"])
      expect(states[state], state).toBeGreaterThanOrEqual(2);
    const drafts = tally(
      await db.select({ key: postings.state, n: count() }).from(postings).groupBy(postings.state),
    );
    for (const state of ["draft", "submitted", "returned", "closed"])
      expect(drafts[state], state).toBeGreaterThanOrEqual(2);
  });
});

describe("the shares of the report and its kind", () => {
  /** Share of rows for which something holds. */
  const share = <T>(rows: readonly T[], holds: (row: T) => boolean) =>
    rows.filter(holds).length / rows.length;

  it("follow statistics.md within three points", async () => {
    const all = await db.select().from(members);
    const age = (birth: string) => ageOn(birth, pastEndsOn);
    for (const [from, to, expected] of [
      [0, 5, 0.05],
      [6, 15, 0.12],
      [16, 24, 0.1],
      [25, 44, 0.22],
      [45, 59, 0.26],
      [60, 69, 0.14],
      [70, 120, 0.11],
    ] as const)
      expect(Math.abs(share(all, (m) => age(m.birth) >= from && age(m.birth) <= to) - expected)).toBeLessThan(
        0.03,
      );
    expect(Math.abs(share(all, (m) => m.sex === "male") - 0.54)).toBeLessThan(0.02);
    const grown = all.filter((m) => m.education !== null);
    for (const [education, expected] of [
      ["illiterate", 0.17],
      ["primary", 0.42],
      ["junior", 0.32],
      ["senior", 0.06],
    ] as const)
      expect(Math.abs(share(grown, (m) => m.education === education) - expected)).toBeLessThan(0.03);
    const working = all.filter((m) => m.laborClass !== "none");
    for (const [laborClass, expected] of [
      ["ordinary", 0.72],
      ["weak", 0.12],
      ["skilled", 0.05],
      ["lost", 0.11],
    ] as const)
      expect(Math.abs(share(working, (m) => m.laborClass === laborClass) - expected)).toBeLessThan(0.04);
    const rows = await db.select({ cause: households.cause, type: households.type }).from(households);
    for (const [cause, expected] of [
      ["illness", 0.3],
      ["no-skill", 0.2],
      ["disability", 0.13],
      ["no-funds", 0.11],
      ["no-labor", 0.11],
      ["schooling", 0.06],
    ] as const)
      expect(Math.abs(share(rows, (h) => h.cause === cause) - expected), cause).toBeLessThan(0.03);
    for (const [type, expected] of [
      ["general", 0.62],
      ["low-income", 0.28],
      ["destitute", 0.1],
    ] as const)
      expect(Math.abs(share(rows, (h) => h.type === type) - expected), type).toBeLessThan(0.03);
    const healthy = all.filter(
      (m) => unseal(m.healthSealed, { table: "members", row: m.id, column: "health" }) === '["healthy"]',
    );
    expect(Math.abs(healthy.length / all.length - 0.68)).toBeLessThan(0.03);
  });
});

describe("the past of the demo", () => {
  it("was judged by the rules: every live match is eligible again on the rows as they stood, at its score", async () => {
    const byCode = new Map((await loadHouseholds(db)).map((h) => [h.code, h]));
    for (const h of byCode.values()) {
      h.allottedPersons = 0;
      h.liveProjects = 0;
      for (const member of h.members) member.boundMonths = 0;
      for (const parcel of h.parcels) parcel.agreedMu100 = 0;
    }
    const byId = new Map((await loadPostings(db)).facts.map(({ posting }) => [posting.id, posting]));
    const lands = await parcelsByApplication();
    const live = await db
      .select()
      .from(applications)
      .where(sql`${applications.state} in ('approved', 'held', 'final')`)
      .orderBy(applications.createdAt);
    const links = new Set<string>();
    for (const a of live) {
      const household = byCode.get(a.householdCode)!;
      const posting = byId.get(a.postingId)!;
      const answer = match(
        household,
        { ...posting, bindingLive: true } as typeof posting,
        defaultPolicy,
        a.match!.policyOn,
      );
      if ("leftOut" in answer) throw new Error(`${a.id}: ${answer.leftOut.rule}`);
      expect(answer.score).toBe(a.match?.score);
      expect(answer.parts).toEqual(a.match?.parts);
      const work = askedWork(posting);
      if (work && "workers" in answer.fit) {
        const worker = answer.fit.workers.find((m) => m.id === a.memberId)!;
        expect(worker.boundMonths & work.months).toBe(0);
        worker.boundMonths |= work.months;
        if (posting.kind === "job") links.add(`${a.householdCode}:${posting.enterpriseId}:labor`);
      }
      if ("parcels" in answer.fit) {
        for (const { parcelId, mu100 } of lands.get(a.id) ?? []) {
          const parcel = household.parcels.find((p) => p.id === parcelId)!;
          parcel.agreedMu100 += mu100;
          expect(parcel.agreedMu100).toBeLessThanOrEqual(parcel.areaMu100);
        }
        links.add(`${a.householdCode}:${posting.enterpriseId}:${posting.kind}`);
      }
      if (posting.kind === "equity") {
        expect(links.has(`${a.householdCode}:${posting.enterpriseId}:${posting.bindingLink}`)).toBe(true);
        household.allottedPersons += a.size;
        expect(household.allottedPersons).toBeLessThanOrEqual(household.persons);
      }
      if (a.state === "final") household.liveProjects += 1;
      expect(household.liveProjects).toBeLessThanOrEqual(2);
    }
  });

  it("was approved by other hands, with the household's word, and noticed in public until it was over", async () => {
    const rows = await db
      .select({ a: applications, notice: notices, agreement: agreements })
      .from(applications)
      .leftJoin(notices, eq(notices.applicationId, applications.id))
      .leftJoin(agreements, eq(agreements.applicationId, applications.id));
    for (const { a, notice, agreement } of rows) {
      const isBound = ["approved", "held", "final"].includes(a.state);
      expect(notice !== null).toBe(isBound);
      expect(agreement !== null).toBe(a.state === "final");
      if (isBound) {
        expect(new Set([a.appliedBy, a.answeredBy, a.approvedBy]).size).toBe(3);
        expect(a.consentHow).not.toBeNull();
      }
      if (a.state === "final") {
        expect(notice?.state).toBe("over");
        expect(notice!.endsOn < pastEndsOn && agreement!.startsOn > notice!.endsOn).toBe(true);
      } else if (isBound) {
        expect(notice?.state).toBe("open");
        expect(notice!.publishedOn < today && notice!.endsOn >= today).toBe(true);
      }
    }
  });

  it("took of each posting what its live matches take", async () => {
    const taken = tally(
      await db
        .select({ key: applications.postingId, n: sql<number>`sum(${applications.size})`.mapWith(Number) })
        .from(applications)
        .where(sql`${applications.state} in ('approved', 'held', 'final') and ${applications.overOn} is null`)
        .groupBy(applications.postingId),
    );
    const rows = await db.select({ id: postings.id, taken: postings.taken }).from(postings);
    for (const row of rows) expect(row.taken).toBe(taken[row.id] ?? 0);
  });

  it("left an unbroken audit: a row a village, an enterprise, a final match", async () => {
    expect(await verifyAudit()).toMatchObject({ firstBad: null });
    const actions = tally(
      await db.select({ key: audit.action, n: count() }).from(audit).groupBy(audit.action),
    );
    const [finals] = await db
      .select({ n: count() })
      .from(applications)
      .where(eq(applications.state, "final"));
    expect(actions).toMatchObject({
      "household.import": 215,
      "enterprise.verify": 338,
      "application.finish": finals?.n,
      "policy.apply": policyKeys.length,
    });
    expect(await db.$count(policy)).toBe(policyKeys.length);
    expect(await db.$count(countyChanges)).toBe(0);
  });
});

describe("the accounts", () => {
  it("are those of the sign-in page, with the password it tells", async () => {
    const rows = await db.select().from(users);
    const shown = demoUsernames.map((name) => rows.find((row) => row.username === name));
    expect(shown.map((user) => user?.role)).toEqual([
      ...Array(3).fill("county"),
      "town",
      "village",
      "village",
      "enterprise",
      "enterprise",
      ...Array(3).fill("household"),
      "admin",
      "auditor",
    ]);
    expect(await verifyPassword(demoPassword, shown[0]?.passwordHash ?? "")).toBe(true);
  });

  it("of the households live in the two villages, uncovered, and fit an open job of the two enterprises", async () => {
    const rows = await db.select().from(users);
    const user = (name: string) => rows.find((row) => row.username === name)!;
    const covered = new Set((await coveredCodes()).map(({ code }) => code));
    const { facts, liveKinds } = await loadPostings(db);
    for (const n of ["", "2"]) {
      const code = user(`household${n}`).householdCode ?? "";
      const [household] = await loadHouseholds(db, [code]);
      expect(household?.village).toBe(user(`village${n}`).divisionScope);
      expect(covered.has(code)).toBe(false);
      const jobs = postingsOn(facts, liveKinds, today).filter(
        ({ posting }) =>
          posting.open &&
          posting.kind === "job" &&
          posting.enterpriseId === user(`enterprise${n}`).enterpriseId,
      );
      expect(jobs.length).toBeGreaterThanOrEqual(2);
      expect(
        jobs.some(({ posting }) => !("leftOut" in match(household!, posting, defaultPolicy, today))),
      ).toBe(true);
      const inVillage = await db
        .select({ code: households.code })
        .from(households)
        .where(eq(households.villageCode, household?.village ?? ""));
      expect(inVillage.length).toBeGreaterThanOrEqual(40);
      expect(inVillage.filter((h) => !covered.has(h.code)).length).toBeGreaterThanOrEqual(4);
    }
    expect(user("village").divisionScope?.slice(0, 9)).not.toBe(user("village2").divisionScope?.slice(0, 9));
  });
});

describe("the file", () => {
  it("holds no ID number, telephone number or health in plain bytes", async () => {
    const path = sqlitePath();
    openSqlite(path).pragma("wal_checkpoint(TRUNCATE)");
    const bytes = readFileSync(path).toString("latin1");
    expect(bytes).toContain("household.import");
    expect(/690724(?:19|20)\d{9}[\dX]/.test(bytes)).toBe(false);
    // Digits of a score may look like a telephone number; none is one.
    const phones = new Set<string>();
    const homes = await db
      .select({ code: households.code, phoneSealed: households.phoneSealed })
      .from(households);
    for (const { code, phoneSealed } of homes)
      if (phoneSealed) phones.add(unseal(phoneSealed, { table: "households", row: code, column: "phone" }));
    expect(phones.size).toBeGreaterThan(15_000);
    expect([...bytes.matchAll(/144\d{8}/g)].filter(([digits]) => phones.has(digits))).toEqual([]);
    for (const word of healths) if (word !== "healthy") expect(bytes.includes(`"${word}"`), word).toBe(false);
    expect(bytes.includes('["healthy"]')).toBe(false);
  });

  it("gives every sealed value back in its place, and production believes none", async () => {
    const rows = await db.select().from(members);
    for (const row of rows) {
      const idNumber = unseal(row.idNumberSealed, { table: "members", row: row.id, column: "id_number" });
      expect(row.idNumberIndex).toBe(blindIndex(idNumber, "id-number"));
      expect(parseIdNumber(idNumber, "demo", today)).toMatchObject({
        value: { birth: row.birth, sex: row.sex },
      });
      if (parseIdNumber(idNumber, "production", today).ok)
        throw new Error("a demo number could be a real one");
    }
    const homes = await db
      .select({ code: households.code, phoneSealed: households.phoneSealed })
      .from(households);
    for (const { code, phoneSealed } of homes) {
      if (!phoneSealed) continue;
      const phone = unseal(phoneSealed, { table: "households", row: code, column: "phone" });
      if (parsePhone(phone, "production") || !parsePhone(phone, "demo"))
        throw new Error("not an invented phone");
    }
  });

  it("is filled once only, and never in live mode", async () => {
    await expect(seedDemo({ scale: 0.02, seed: 1, today })).rejects.toThrow("not empty");
    process.env.SANJIN_MODE = "live";
    await expect(seedDemo({ scale: 0.02, seed: 1, today })).rejects.toThrow("live");
    process.env.SANJIN_MODE = "demo";
  });
});

async function parcelsByApplication() {
  const found = new Map<string, { parcelId: string; mu100: number }[]>();
  for (const row of await db.select().from(applicationParcels))
    found.set(row.applicationId, [...(found.get(row.applicationId) ?? []), row]);
  return found;
}
