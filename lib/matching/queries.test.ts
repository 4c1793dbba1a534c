import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx, type Writer } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type Asker, publicAsker, systemAsker } from "@/lib/access/asker";
import { reachBand } from "@/lib/matching/bands";
import type { CountyPosting } from "@/lib/matching/county";
import { buildIndex } from "@/lib/matching/index/build";
import { matchNow } from "@/lib/matching/match-now";
import { postingsOn } from "@/lib/matching/posting-facts";
import { fittingPostings, rankingFor, reachOf, refusedFor } from "@/lib/matching/queries";
import { currentCounty, forgetCounty } from "@/lib/matching/queries/current";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { placesOf, whyNot } from "@/lib/matching/queries/places";
import { loadPostings } from "@/lib/matching/queries/postings";
import {
  ended,
  freeApplication,
  saveAgreement,
  saveApplication,
  saveCounty,
  saveHouseholds,
} from "@/lib/matching/queries/testing";
import { rankHouseholds, rankPostings } from "@/lib/matching/rank";
import { reasonsOf } from "@/lib/matching/reasons";
import { match } from "@/lib/matching/score";
import {
  aCounty,
  aHousehold,
  aJob,
  aLand,
  aMember,
  anEquity,
  aParcel,
  testDay,
} from "@/lib/matching/testing";
import { defaultPolicy, withWeights } from "@/lib/policy/policy";

const today = testDay;
const generated = aCounty({ seed: 21, households: 200, postings: 40, perVillage: 20 });
const home = generated.postings[0]!.village;
const worker = aMember({ id: "W-m", skills: ["pruning"] });
const watched = aHousehold({
  code: "W",
  village: home,
  point: { lat: 33, lon: 107.8 },
  persons: 3,
  members: [
    worker,
    aMember({ id: "W-old", laborClass: "none" }),
    aMember({ id: "W-kid", birth: "2018-01-01", laborClass: "none" }),
  ],
  parcels: [aParcel({ id: "W-l", areaMu100: 400 })],
});
const here = { village: home, enterpriseId: "E-W" };
const job = aJob({ ...here, id: "P-job", skills: ["pruning"] });
const land = aLand({ ...here, id: "P-land" });
const equity = anEquity({ ...here, id: "P-equity", bindingLink: "land" });

const asker = (role: Asker["role"], scope: string | null = "610724"): Asker => ({
  ...publicAsker,
  role,
  userId: role,
  divisionScope: scope,
});
const officer = asker("county");

/** The naive answer on what the database holds now. */
async function naive(posting: CountyPosting, limit?: number) {
  const households = await loadHouseholds(db);
  return rankHouseholds(posting, { households }, defaultPolicy, today, limit === undefined ? {} : { limit });
}
const nowPostings = async () => {
  const { facts, liveKinds } = await loadPostings(db);
  return postingsOn(facts, liveKinds, today).map((f) => f.posting);
};

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await tx((w) =>
    saveCounty(w, {
      households: [...generated.households, watched],
      postings: [...generated.postings, job, land, equity],
    }),
  );
});
afterAll(() => close());

describe("the county from the database", () => {
  it("is what was written, as far as nothing is bound", async () => {
    const [loaded] = await loadHouseholds(db, ["W", "nobody"]);
    expect(loaded).toEqual({
      ...watched,
      members: [...watched.members].sort((a, b) => (a.id < b.id ? -1 : 1)),
    });
    const found = (await nowPostings()).find((p) => p.id === "P-job");
    expect(found).toEqual(job);
    expect(await loadHouseholds(db)).toHaveLength(201);
  });
  it("falls back to the village's point", async () => {
    await tx((w) => w.update(s.households).set({ lat: null, lon: null }).where(eq(s.households.code, "W")));
    const [division] = await db.select().from(s.divisions).where(eq(s.divisions.code, home));
    const [loaded] = await loadHouseholds(db, ["W"]);
    expect(loaded?.point).toEqual({ lat: division?.lat, lon: division?.lon });
    await tx((w) => w.update(s.households).set({ lat: 33, lon: 107.8 }).where(eq(s.households.code, "W")));
  });
});

describe("the kept index", () => {
  const entry = async (posting: string) =>
    (await rankingFor(officer, posting, { today, limit: 1000 })).rows.find((r) => r.household === "W");
  const rule = async (posting: string) =>
    (await refusedFor(officer, posting, { today, limit: 1000 })).items.find((r) => r.household === "W")
      ?.leftOut.rule;

  /** After each change the kept index must be, byte for byte, one built anew, and answer as the reference. */
  async function settled() {
    const kept = await currentCounty();
    expect(kept.index).toEqual(buildIndex(await loadHouseholds(db)));
    expect(kept.rowOf.get("W")).toBe(kept.index.codes.indexOf("W"));
    expect(kept.postings(today).map((f) => f.posting)).toEqual(await nowPostings());
    for (const posting of (await nowPostings()).filter((p) => p.id.startsWith("P-"))) {
      const { rows, eligible, refused } = await rankingFor(officer, posting.id, { today, limit: 10_000 });
      const expected = await naive(posting);
      expect(rows.map((r) => [r.household, r.score])).toEqual(expected.map((r) => [r.code, r.score]));
      expect(eligible).toBe(expected.length);
      expect(refused.reduce((sum, r) => sum + r.count, eligible)).toBe(kept.index.size);
    }
  }
  const write = async (work: (w: Writer) => Promise<unknown>) => {
    await tx(async (w) => void (await work(w)));
    await settled();
  };

  it("follows a household, a member, a parcel", async () => {
    await settled();
    const before = await entry("P-job");
    await write((w) =>
      w.update(s.households).set({ incomePerPersonFen: 0 }).where(eq(s.households.code, "W")),
    );
    expect((await entry("P-job"))!.parts.need - before!.parts.need).toBeCloseTo(0.4);
    await write((w) => w.update(s.members).set({ schooling: "senior" }).where(eq(s.members.id, "W-m")));
    expect(await rule("P-job")).toBe("at-school-or-too-young");
    await write((w) =>
      w.update(s.members).set({ schooling: null, state: "moved-out" }).where(eq(s.members.id, "W-m")),
    );
    expect(await rule("P-job")).toBe("no-labor");
    await write((w) => w.update(s.members).set({ state: "present" }).where(eq(s.members.id, "W-m")));
    expect((await entry("P-land"))?.parts.land).toBe(1);
    await write((w) => w.update(s.parcels).set({ areaMu100: 200 }).where(eq(s.parcels.id, "W-l")));
    expect((await entry("P-land"))?.parts.land).toBe(0.5);
    await write((w) => w.update(s.parcels).set({ use: "leased-out" }).where(eq(s.parcels.id, "W-l")));
    expect(await rule("P-land")).toBe("no-offered-land");
    await write((w) =>
      w.update(s.parcels).set({ use: "idle", areaMu100: 400 }).where(eq(s.parcels.id, "W-l")),
    );
  });

  it("follows an application and an agreement, of each kind", async () => {
    await write((w) =>
      saveApplication(w, { id: "1", posting: "P-job", household: "W", state: "approved", member: "W-m" }),
    );
    expect(await rule("P-job")).toBe("not-free-in-season");
    await write((w) => w.update(s.applications).set({ state: "final" }).where(eq(s.applications.id, "1")));
    expect((await entry("P-land"))?.covered).toBe(true);
    // Not signed yet, it covers and binds already.
    await write((w) => saveAgreement(w, "1", "unsigned"));
    expect((await entry("P-land"))?.covered).toBe(true);
    await write(async (w) => {
      await w.update(s.agreements).set(ended).where(eq(s.agreements.id, "A-1"));
      await freeApplication(w, "1");
    });
    expect(await rule("P-job")).toBeUndefined();
    expect((await entry("P-job"))?.covered).toBe(false);
    await write((w) =>
      saveApplication(w, {
        id: "2",
        posting: "P-land",
        household: "W",
        state: "held",
        parcels: { "W-l": 350 },
      }),
    );
    expect(await rule("P-land")).toBe("too-little-land");
    await write((w) => w.update(s.parcels).set({ agreedMu100: 100 }).where(eq(s.parcels.id, "W-l")));
    expect((await entry("P-land"))?.parts.land).toBe(0.75);
    await write(async (w) => {
      await w.update(s.applications).set({ state: "withdrawn" }).where(eq(s.applications.id, "2"));
      await w.update(s.parcels).set({ agreedMu100: 0 }).where(eq(s.parcels.id, "W-l"));
    });
    expect((await entry("P-land"))?.parts.land).toBe(1);
    await write((w) =>
      saveApplication(w, { id: "3", posting: "P-equity", household: "W", state: "approved", size: 3 }),
    );
    expect(await rule("P-equity")).toBe("no-unallotted-persons");
    await write(async (w) => {
      await w.update(s.applications).set({ state: "rejected" }).where(eq(s.applications.id, "3"));
      await freeApplication(w, "3");
    });
    expect((await entry("P-equity"))?.reasons).toContainEqual({ code: "unallotted", persons: 3 });
  });

  it("follows a posting, its details, its binding link and its enterprise", async () => {
    await write((w) =>
      w.update(s.postings).set({ radiusKm: 0.001, lat: 33.2 }).where(eq(s.postings.id, "P-job")),
    );
    expect(await rule("P-job")).toBe("outside-radius");
    await write((w) =>
      w.update(s.postings).set({ radiusKm: null, lat: 33 }).where(eq(s.postings.id, "P-job")),
    );
    await write((w) =>
      w.update(s.jobDetails).set({ work: "skilled" }).where(eq(s.jobDetails.postingId, "P-job")),
    );
    expect(await rule("P-job")).toBe("labor-class");
    await write((w) =>
      w.update(s.jobDetails).set({ work: "light" }).where(eq(s.jobDetails.postingId, "P-job")),
    );
    // The equity posting hangs on the land posting of the same enterprise being open.
    await write((w) => w.update(s.postings).set({ state: "closed" }).where(eq(s.postings.id, "P-land")));
    expect(await rule("P-equity")).toBe("no-binding-link");
    await write((w) => w.update(s.postings).set({ state: "published" }).where(eq(s.postings.id, "P-land")));
    const fits = async () =>
      (await fittingPostings(asker("village", home), "W", { today })).map((f) => f.posting.id);
    expect(await fits()).toEqual(expect.arrayContaining(["P-job", "P-land", "P-equity"]));
    await write((w) =>
      w.update(s.enterprises).set({ state: "suspended" }).where(eq(s.enterprises.id, "E-W")),
    );
    for (const id of ["P-job", "P-land", "P-equity"]) expect(await fits()).not.toContain(id);
    await write((w) => w.update(s.enterprises).set({ state: "verified" }).where(eq(s.enterprises.id, "E-W")));
    expect(await fits()).toContain("P-job");
    // A posting is open up to its last day.
    const onLast = await fittingPostings(officer, "W", { today: "2027-12-31" });
    expect(onLast.length).toBeGreaterThan(0);
    expect(await fittingPostings(officer, "W", { today: "2028-01-01" })).toEqual([]);
  });

  it("follows a household that comes, moves and leaves the register", async () => {
    const fresh = aHousehold({ code: "N", village: home, members: [aMember({ id: "N-m" })] });
    await write((w) => saveHouseholds(w, [fresh]));
    await write((w) =>
      w.update(s.households).set({ lat: 33.3, lon: 108.4 }).where(eq(s.households.code, "N")),
    );
    await write((w) =>
      w.update(s.households).set({ register: "moved-away" }).where(eq(s.households.code, "N")),
    );
    expect(
      (await refusedFor(officer, "P-job", { today, rule: "not-listed", limit: 1000 })).items,
    ).toContainEqual({
      household: "N",
      village: home,
      leftOut: { rule: "not-listed" },
    });
    await write((w) => w.delete(s.members).where(eq(s.members.id, "N-m")));
    await write((w) => w.delete(s.households).where(eq(s.households.code, "N")));
  });

  it("sees no change that was rolled back, and every one of two asks at once", async () => {
    const failing = tx(async (w) => {
      await w.update(s.members).set({ schooling: "senior" }).where(eq(s.members.id, "W-m"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await settled();
    await tx((w) =>
      w.update(s.households).set({ incomePerPersonFen: 100 }).where(eq(s.households.code, "W")),
    );
    const both = await Promise.all([currentCounty(), currentCounty()]);
    expect(both[0].index).toBe(both[1].index);
    await settled();
  });

  it("follows on after the marks were cleared away, however far their numbers have come", async () => {
    // As after filling a county: the table is empty, and the next number a quarter of a million on.
    await tx(async (w) => {
      await w.insert(s.countyChanges).values({ seq: 250_000, householdCode: "W", postingId: null });
      await w.delete(s.countyChanges);
    });
    forgetCounty();
    await settled();
    await write((w) =>
      w.update(s.households).set({ incomePerPersonFen: 5000 }).where(eq(s.households.code, "W")),
    );
    await write((w) =>
      w.update(s.households).set({ incomePerPersonFen: 100 }).where(eq(s.households.code, "W")),
    );
  });

  it("does not change when sex, kin and name of everyone change", async () => {
    const before = (await currentCounty()).index;
    await write((w) => w.update(s.members).set({ sex: "male", relation: "sibling", name: "李某" }));
    expect((await currentCounty()).index).toEqual(before);
  });
});

describe("what each asker gets", () => {
  it("gives the rows with the reference's scores, parts and reasons", async () => {
    const households = await loadHouseholds(db);
    for (const posting of await nowPostings()) {
      const { rows } = await rankingFor(officer, posting.id, { today, limit: 50 }).catch(() => ({
        rows: [],
      }));
      const expected = rankHouseholds(posting, { households }, defaultPolicy, today, { limit: 50 });
      expect(rows.map((r) => r.household)).toEqual(expected.map((r) => r.code));
      rows.forEach((row, i) => {
        const { household, ...scored } = expected[i]!;
        expect(row).toMatchObject({ place: i + 1, score: scored.score, parts: scored.parts });
        expect(row.reasons).toEqual(reasonsOf(household, posting, scored, defaultPolicy, today));
      });
    }
  });
  it("shows a village worker its own households at their place in the county", async () => {
    const whole = (await rankingFor(officer, "P-job", { today, limit: 1000 })).rows;
    const own = await rankingFor(asker("village", home), "P-job", { today });
    expect(own.rows.length).toBeGreaterThan(0);
    expect(own.rows).toEqual(whole.filter((r) => r.village === home));
    expect(own.eligible).toBe(own.rows.length);
    const here = (await loadHouseholds(db)).filter((h) => h.village === home);
    expect(own.refused.reduce((sum, r) => sum + r.count, own.eligible)).toBe(here.length);
  });
  it("shows an auditor no code, village or income", async () => {
    const { rows } = await rankingFor(asker("auditor"), "P-job", { today, limit: 20 });
    const whole = (await rankingFor(officer, "P-job", { today, limit: 20 })).rows;
    expect(rows.map((r) => r.score)).toEqual(whole.map((r) => r.score));
    for (const row of rows) {
      expect(row.village).toHaveLength(9);
      expect(row.reasons.map((r) => r.code)).not.toContain("below-line");
      expect(whole.map((r) => r.household)).not.toContain(row.household);
    }
    await expect(refusedFor(asker("auditor"), "P-job", { today })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
  it("refuses whom it does not concern", async () => {
    const firm: Asker = { ...asker("enterprise", null), enterpriseId: "E-W" };
    const ask = (who: Asker, id = "P-job") => rankingFor(who, id, { today });
    await expect(ask(firm)).rejects.toMatchObject({ code: "forbidden" });
    await expect(ask(publicAsker)).rejects.toMatchObject({ code: "sign-in-needed" });
    await expect(ask({ ...asker("household", null), householdCode: "W" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(ask(officer, "nothing")).rejects.toMatchObject({ code: "not-found" });
    // Another county's officer may read what is published, and sees none of this county's households in it.
    expect(await ask(asker("county", "610725"))).toMatchObject({ eligible: 0, rows: [], refused: [] });
    const draft = generated.postings.find((p) => !p.open)!;
    await expect(ask(asker("county", "610725"), draft.id)).rejects.toMatchObject({ code: "not-found" });
    const fits = (who: Asker, code = "W") => fittingPostings(who, code, { today });
    await expect(fits(firm)).rejects.toMatchObject({ code: "forbidden" });
    await expect(fits({ ...asker("household", null), householdCode: "H0000001" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(fits(asker("village", "610724999999"))).rejects.toMatchObject({ code: "not-found" });
    await expect(fits(asker("auditor"))).rejects.toMatchObject({ code: "not-found" });
    await expect(fits(officer, "nobody")).rejects.toMatchObject({ code: "not-found" });
  });
  it("gives a household its fitting postings with reasons and what they bring", async () => {
    const own: Asker = { ...asker("household", null), householdCode: "W" };
    const rows = await fittingPostings(own, "W", { today });
    const [household] = await loadHouseholds(db, ["W"]);
    const expected = rankPostings(household!, { postings: await nowPostings() }, defaultPolicy, today);
    expect(rows.map((r) => [r.posting.id, r.score])).toEqual(expected.map((r) => [r.code, r.score]));
    // 3 months at 2,000 yuan; 4 mu at 300; 3 persons × 10,000 × 5 %.
    const brings = Object.fromEntries(rows.map((r) => [r.posting.id, r.yearlyFen]));
    expect(brings).toMatchObject({ "P-job": 600_000, "P-land": 120_000, "P-equity": 150_000 });
  });
  it("says why a household is not among the first, and fixes reach as a band", async () => {
    const { rows, eligible } = await rankingFor(officer, "P-job", { today, limit: 1000 });
    const below = rows[30]!;
    const why = await whyNot(officer, "P-job", below.household, { today, limit: 20 });
    expect(why).toMatchObject({ place: 31, score: below.score });
    const first = await whyNot(officer, "P-job", rows[0]!.household, { today, limit: 20 });
    expect(first).toMatchObject({ place: 1, changes: [] });
    const { items } = await refusedFor(officer, "P-job", { today, limit: 1 });
    expect(await whyNot(officer, "P-job", items[0]!.household, { today })).toEqual({
      leftOut: items[0]!.leftOut,
    });
    expect(await reachOf("P-job", today)).toBe(reachBand(eligible));
    // A household learns of itself alone, and no place: how many stand before it is others' business.
    const self: Asker = { ...asker("household", null), householdCode: below.household };
    expect(await whyNot(self, "P-job", below.household, { today, limit: 20 })).toEqual({
      ...why,
      place: null,
    });
    const others = whyNot(self, "P-job", rows[0]!.household, { today, limit: 20 });
    await expect(others).rejects.toMatchObject({ code: "not-found" });
    const outside = whyNot(asker("village", "610724999999"), "P-job", below.household, { today });
    await expect(outside).rejects.toMatchObject({ code: "not-found" });
  });
  it("ranks with other weights without writing any, and says where each stood", async () => {
    const own = await rankingFor(officer, "P-job", { today, limit: 1000 });
    const shares = { labor: 0, land: 0, distance: 100, need: 0 };
    const policy = withWeights(defaultPolicy, "job", shares);
    const trial = await rankingFor(officer, "P-job", { today, limit: 1000, policy });
    expect(trial.eligible).toBe(own.eligible);
    const distances = trial.rows.map((row) => row.parts.distance);
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
    const codes = trial.rows.map((row) => row.household);
    expect(codes).not.toEqual(own.rows.map((row) => row.household));
    const places = await placesOf(officer, "P-job", codes, { today });
    expect(new Map(own.rows.map((row) => [row.household, row.place]))).toEqual(places);
    expect((await rankingFor(officer, "P-job", { today, limit: 1000 })).rows).toEqual(own.rows);
    expect((await placesOf(asker("auditor"), "P-job", codes, { today })).size).toBe(0);
    await expect(placesOf(asker("enterprise", null), "P-job", codes, { today })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
  it("lists the refused page by page", async () => {
    const all = (await refusedFor(officer, "P-land", { today, limit: 1000 })).items;
    const paged = [];
    for (let after: string | null = ""; after !== null; ) {
      const page: Awaited<ReturnType<typeof refusedFor>> = await refusedFor(officer, "P-land", {
        today,
        limit: 37,
        after,
      });
      paged.push(...page.items);
      after = page.next;
    }
    expect(paged).toEqual(all);
    const households = await loadHouseholds(db);
    const rules = households.map((h) => match(h, land, defaultPolicy, today)).filter((m) => "leftOut" in m);
    expect(all).toHaveLength(rules.length);
  });
  it("judges one pair inside a transaction, on what the transaction has written", async () => {
    const now = await tx(async (w) => {
      await w.update(s.members).set({ skills: [] }).where(eq(s.members.id, "W-m"));
      const inside = await matchNow(w, "P-job", "W", today);
      await w
        .update(s.members)
        .set({ skills: ["pruning"] })
        .where(eq(s.members.id, "W-m"));
      return inside;
    });
    expect(now.answer).toMatchObject({ parts: { labor: 0.7 } });
    expect(now.pay).toMatchObject({ kind: "job", wageFen: expect.any(Number) });
    await expect(matchNow(db, "P-job", "nobody", today)).rejects.toMatchObject({ code: "not-found" });
    expect(systemAsker.role).toBe("system");
  });
});
