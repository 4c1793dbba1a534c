import { describe, expect, it } from "vitest";
import { ageOn } from "@/lib/clock/clock";
import { type DemoCounty, demoCounty } from "@/lib/demo/county";
import type { Application } from "@/lib/demo/matches";
import { rareGivenNames } from "@/lib/demo/names";
import type { Pay } from "@/lib/demo/postings";
import { randomOf } from "@/lib/demo/random";
import { apportion, chooseExactly, householdSizes, totalsAt } from "@/lib/demo/totals";
import { readDivisions } from "@/lib/divisions/files";
import { askedWork, type CountyPosting } from "@/lib/matching/county";
import { offeredMu100 } from "@/lib/matching/eligibility";
import { tillableMu100 } from "@/lib/matching/order";
import { parseCreditCode } from "@/lib/numbers/credit-code";
import { parseIdNumber } from "@/lib/numbers/id-number";
import { parsePhone } from "@/lib/numbers/phone";
import { defaultPolicy } from "@/lib/policy/policy";
import { bitsToMonths, postingInput, postingProblems } from "@/lib/postings/input";

const today = "2026-11-23";
const rows = readDivisions();
const county = demoCounty(rows, { scale: 0.02, seed: 1, today });
/** Everything as text, with what is referred to by its id instead of whole. */
const flat = (whole: DemoCounty): string =>
  JSON.stringify(whole, (key, value) => {
    if (key === "enterprise") return value.id;
    if (key === "project") return value.id;
    if (key === "posting") return value.county.id;
    if (key === "household" || key === "village") return value.code;
    return value;
  });
const people = county.households.flatMap((h) => h.people);
const age = (birth: string) => ageOn(birth, county.pastEndsOn);

describe("chance that repeats", () => {
  it("gives the same county for the same seed and another for another", () => {
    expect(flat(demoCounty(rows, { scale: 0.02, seed: 1, today })) === flat(county)).toBe(true);
    expect(flat(county).length).toBeGreaterThan(500_000);
    const other = demoCounty(rows, { scale: 0.02, seed: 2, today });
    expect(other.households.length).toBe(county.households.length);
    expect(other.households.map((h) => h.people[0]?.name)).not.toEqual(
      county.households.map((h) => h.people[0]?.name),
    );
  });

  it("keeps the past when the day of seeding moves on, and moves what is open", () => {
    const later = demoCounty(rows, { scale: 0.02, seed: 1, today: "2027-06-01" });
    expect(JSON.stringify(later.households)).toBe(JSON.stringify(county.households));
    const finals = (list: Application[]) => list.filter((a) => a.finalOn).map((a) => [a.id, a.finalOn]);
    expect(finals(later.applications)).toEqual(finals(county.applications));
    for (const posting of later.postings)
      if (posting.state === "published") expect(posting.closesOn > "2027-06-30").toBe(true);
  });

  it("has nothing after the day of seeding, even when the clock was set back", () => {
    const early = demoCounty(rows, { scale: 0.02, seed: 1, today: "2026-03-02" });
    expect(early.pastEndsOn).toBe("2026-03-02");
    const latest = Date.parse("2026-03-03T00:00:00+08:00");
    for (const a of early.applications) expect(a.stateAt.getTime()).toBeLessThan(latest);
    for (const p of early.postings) expect((p.publishedAt ?? p.createdAt).getTime()).toBeLessThan(latest);
    for (const a of early.applications)
      if (a.notice && !a.finalOn) expect(a.notice.endsOn >= "2026-03-02").toBe(true);
  });

  it.each([0.001, 0.005, 0.1])("makes a county at scale %d", (scale) => {
    const small = demoCounty(rows, { scale, seed: 7, today });
    const totals = totalsAt(scale);
    expect(small.households).toHaveLength(totals.households);
    expect(small.households.flatMap((h) => h.people)).toHaveLength(totals.persons);
    expect(small.accounts.filter((a) => a.role === "household")).toHaveLength(3);
  });
  it("refuses a scale that is none", () => {
    for (const scale of [0, 1.1, Number.NaN]) expect(() => totalsAt(scale)).toThrow(RangeError);
  });

  it("shares out to the last one", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    const random = randomOf(3, "test");
    for (const [count, persons] of [
      [10, 10],
      [10, 31],
      [10, 70],
      [391, 1055],
    ] as const) {
      const sizes = householdSizes(count, persons, [0.2, 0.2, 0.2, 0.2, 0.1, 0.05, 0.05], random);
      expect(sizes).toHaveLength(count);
      expect(sizes.reduce((a, b) => a + b)).toBe(persons);
      expect(sizes.every((size) => size >= 1 && size <= 7)).toBe(true);
    }
    const sizes = householdSizes(391, 1055, [0.2, 0.3, 0.2, 0.2, 0.1], random);
    const chosen = chooseExactly(sizes, () => 1, 126, 343, random);
    expect(chosen.size).toBe(126);
    expect([...chosen].reduce((sum, i) => sum + (sizes[i] ?? 0), 0)).toBe(343);
  });
});

describe("the people of the demo", () => {
  it("have numbers that are right, theirs alone, and nobody's in production", () => {
    expect(new Set(people.map((p) => p.idNumber)).size).toBe(people.length);
    for (const { idNumber, birth, sex } of people) {
      expect(parseIdNumber(idNumber, "demo", today)).toMatchObject({
        ok: true,
        value: { idNumber, birth, sex, area: "690724" },
      });
      expect(parseIdNumber(idNumber, "production", today).ok).toBe(false);
    }
    for (const { phone } of county.households) if (phone) expect(parsePhone(phone, "production")).toBeNull();
    for (const { creditCode, phone } of county.enterprises) {
      expect(parseCreditCode(creditCode, "demo")).toMatchObject({
        ok: true,
        value: { subjectCheckHolds: true },
      });
      expect(parseCreditCode(creditCode, "production").ok).toBe(false);
      expect(parsePhone(phone, "demo")).not.toBeNull();
      expect(parsePhone(phone, "production")).toBeNull();
    }
  });

  it("pass the checks counties run on their exports", () => {
    for (const h of county.households) {
      expect(h.people.filter((p) => p.relation === "head")).toHaveLength(1);
      const spouses = h.people.filter((p) => p.relation === "spouse");
      expect(spouses.length).toBeLessThanOrEqual(1);
      for (const spouse of spouses) expect(spouse.sex).not.toBe(h.people[0]?.sex);
      expect(h.otherCauses.length).toBeLessThanOrEqual(2);
      expect(h.otherCauses).not.toContain(h.cause);
      if (h.cause === "disability") expect(h.people.some((p) => p.health.includes("disabled"))).toBe(true);
    }
    for (const p of people) {
      expect((p.education === null) !== (p.schooling === null)).toBe(true);
      expect(p.health.length > 0 && (p.health.length === 1 || !p.health.includes("healthy"))).toBe(true);
      expect((p.workPlace === null) === (p.workMonths === null)).toBe(true);
      if (p.workPlace) expect(["lost", "none"]).not.toContain(p.laborClass);
      const isGrown = age(p.birth) >= 16 && age(p.birth) <= 59 && p.schooling === null;
      if (isGrown && p.health[0] === "healthy") expect(["ordinary", "skilled"]).toContain(p.laborClass);
      if (age(p.birth) < 16 || age(p.birth) >= 70) expect(p.laborClass).toBe("none");
    }
  });

  it("include names that few fonts hold", () => {
    const heads = county.households.map((h) => h.people[0]?.name ?? "");
    expect(heads.some((name) => rareGivenNames.some((rare) => name.endsWith(rare)))).toBe(true);
  });
});

/** The fields of the form that matching reads, of the kinds that are no work and no land. */
function furtherDetails(p: CountyPosting) {
  if (p.kind === "equity") return { persons: p.capacity, bindingLink: p.bindingLink };
  if (p.kind === "order") {
    const { parcelKinds, yieldJin, minJin, fullJin } = p;
    return { totalJin: p.capacity, parcelKinds: [...parcelKinds], yieldJin, minJin, fullJin };
  }
  if (p.kind !== "contract") return { households: p.capacity };
  return { plots: p.capacity, maxPlots: p.maxPlots, skills: [...p.skills], months: bitsToMonths(p.months) };
}

/** What else a posting says, as it would be typed. */
function typed(pay: Pay) {
  if (pay.kind === "order") return { ...pay, deliveryMonths: bitsToMonths(pay.deliveryMonths) };
  if (pay.kind !== "contract") return pay;
  const { plotMu100, ...rest } = pay;
  return { ...rest, plotMu: plotMu100 / 100 };
}

describe("the postings of the demo", () => {
  it("pass the form's schema and the report's rules", () => {
    for (const { county: p, ...row } of county.postings.filter((p) => p.state !== "closed")) {
      const shared = {
        projectId: row.project.id,
        title: row.title,
        summary: row.summary,
        villageCode: p.village,
        lat: row.ownPoint?.lat ?? null,
        lon: row.ownPoint?.lon ?? null,
        radiusKm: p.radiusKm,
        closesOn: row.closesOn,
        kind: p.kind,
      };
      const months = (bits: number) =>
        Array.from({ length: 12 }, (_, i) => i + 1).filter((m) => bits & (1 << (m - 1)));
      const details =
        p.kind === "job"
          ? {
              positions: p.capacity,
              months: months(p.months),
              work: p.work,
              ageMin: p.ageMin,
              ageMax: p.ageMax,
              skills: [...p.skills],
              skillsRequired: p.skillsRequired,
              lodging: p.lodging,
            }
          : p.kind === "land"
            ? {
                totalMu: p.capacity / 100,
                parcelKinds: [...p.parcelKinds],
                minMu: p.minMu100 / 100,
                fullMu: p.fullMu100 === null ? null : p.fullMu100 / 100,
              }
            : furtherDetails(p);
      const input = postingInput.parse({ ...shared, ...details, ...typed(row.pay) });
      expect(postingProblems(input, defaultPolicy, today), row.title).toEqual({});
    }
  });

  it("offer what can still be had", () => {
    const open = county.postings.filter((p) => p.state === "published" && p.county.taken < p.county.capacity);
    for (const [kind, least] of Object.entries(totalsAt(0.02).openPostings))
      expect(open.filter((p) => p.county.kind === kind).length, kind).toBeGreaterThanOrEqual(least);
    for (const posting of open) {
      expect(posting.closesOn > today).toBe(true);
      expect(posting.reachBand).not.toBeNull();
      expect(posting.reviewedBy).not.toBe(posting.project.enterprise.userId);
    }
  });
});

it("never spends a member's months, a parcel's mu or a person twice", () => {
  const bound = county.applications.filter((a) => ["approved", "held", "final"].includes(a.state));
  const months = new Map<string, number>();
  const mu = new Map<string, number>();
  const tilled = new Map<string, number>();
  const till = (id: string, mu100: number) => tilled.set(id, (tilled.get(id) ?? 0) + mu100);
  const persons = new Map<string, number>();
  for (const { posting, bring, household } of bound) {
    const p = posting.county;
    const work = askedWork(p);
    if (work && bring.memberId) {
      expect(bring.size).toBe(1);
      // A second job may share months with the first only if some of its own are free; the demo gives one.
      expect(months.has(bring.memberId)).toBe(false);
      months.set(bring.memberId, work.months);
    }
    if (p.kind === "order") for (const { parcelId, mu100 } of bring.parcels) till(parcelId, mu100);
    if (p.kind === "land") {
      expect(bring.parcels.reduce((sum, one) => sum + one.mu100, 0)).toBe(bring.size);
      expect(bring.size).toBeGreaterThanOrEqual(p.minMu100);
      for (const { parcelId, mu100 } of bring.parcels) {
        mu.set(parcelId, (mu.get(parcelId) ?? 0) + mu100);
        till(parcelId, mu100);
      }
    }
    if (p.kind === "equity") persons.set(household.code, (persons.get(household.code) ?? 0) + bring.size);
  }
  const parcels = county.households.flatMap((h) => h.parcels);
  for (const parcel of parcels)
    expect(mu.get(parcel.id) ?? 0).toBeLessThanOrEqual(offeredMu100({ ...parcel, agreedMu100: 0 }));
  for (const parcel of parcels)
    expect(tilled.get(parcel.id) ?? 0).toBeLessThanOrEqual(tillableMu100({ ...parcel, agreedMu100: 0 }));
  expect(tilled.size).toBeGreaterThan(mu.size);
  for (const h of county.households) expect(persons.get(h.code) ?? 0).toBeLessThanOrEqual(h.people.length);
  for (const { county: p } of county.postings) {
    // What ended gave its place back.
    const taken = bound
      .filter((a) => a.posting.county === p && county.fates.get(a)?.kind !== "ended")
      .reduce((sum, a) => sum + a.bring.size, 0);
    expect(p.taken).toBe(taken);
    expect(taken).toBeLessThanOrEqual(p.capacity);
  }
});
