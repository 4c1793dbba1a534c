import { describe, expect, it } from "vitest";
import { type Change, changesAbove } from "@/lib/matching/change";
import type { CountyHousehold, CountyPosting } from "@/lib/matching/county";
import { byScore, rankHouseholds } from "@/lib/matching/rank";
import { halfKmOf, match, type Scored, weighted } from "@/lib/matching/score";
import { aCounty, testDay } from "@/lib/matching/testing";
import { defaultPolicy, weightsOf } from "@/lib/policy/policy";

/** What a household would be after a change (or all that one hundredth or month less would give). */
function after(household: CountyHousehold, posting: CountyPosting, change: Change, less: boolean): Scored[] {
  const ask = (h: CountyHousehold) => match(h, posting, defaultPolicy, testDay) as Scored;
  if (change.unit === "km") {
    const now = ask(household);
    const km = change.toKm + (less ? 0.01 : 0);
    const parts = { ...now.parts, distance: 2 ** (-km / halfKmOf(posting, defaultPolicy)) };
    return [{ ...now, parts, score: weighted(parts, weightsOf(defaultPolicy, posting.kind)) }];
  }
  if (change.unit === "mu") {
    const more = change.byMu100 - (less ? 1 : 0);
    const kind = "parcelKinds" in posting ? posting.parcelKinds[0]! : "tea";
    const extra = { id: "+", kind, use: "idle" as const, offered: true, areaMu100: more, agreedMu100: 0 };
    return [ask({ ...household, parcels: [...household.parcels, extra] })];
  }
  const months = "months" in posting ? posting.months : 0;
  return household.members.map((member) => {
    let free = change.by - (less ? 1 : 0);
    let bound = member.boundMonths;
    for (let bit = 1; bit < 4096 && free > 0; bit <<= 1)
      if (bound & months & bit) {
        bound &= ~bit;
        free--;
      }
    return ask({
      ...household,
      members: household.members.map((m) => (m.id === member.id ? { ...m, boundMonths: bound } : m)),
    });
  });
}

describe("the smallest change that brings a household above the cut", () => {
  const county = aCounty({ seed: 5, households: 500, postings: 80 });
  const seen = { months: 0, km: 0, mu: 0 };
  it("is enough, and a little less of it is not", () => {
    for (const posting of county.postings) {
      const ranked = rankHouseholds(posting, county, defaultPolicy, testDay);
      const cut = ranked[19];
      if (!cut) continue;
      for (const row of ranked.slice(20, 60)) {
        const changes = changesAbove(row.household, posting, row, cut, defaultPolicy, testDay);
        for (const change of changes) {
          seen[change.unit]++;
          const gets = (less: boolean) =>
            after(row.household, posting, change, less).some(
              (s) => byScore({ score: s.score, code: row.code }, cut) < 0,
            );
          expect(gets(false), `${posting.kind} ${row.code} ${change.unit}`).toBe(true);
          expect(gets(true), `less: ${posting.kind} ${row.code} ${change.unit}`).toBe(false);
        }
        const shares = changes.map((c) => c.share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});
