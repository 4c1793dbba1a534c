import { describe, expect, it } from "vitest";
import { admits, offeredMu100, postingProblem } from "@/lib/matching/eligibility";
import { buildIndex } from "@/lib/matching/index/build";
import { match } from "@/lib/matching/score";
import { aCounty, testDay } from "@/lib/matching/testing";
import { countyInstance, type HouseholdLinks } from "@/lib/plans/instance";
import { defaultPolicy } from "@/lib/policy/policy";

type Options = Record<string, { size: number; value: number }>;

/** Every item's options as matching.md and the rulings word them, from the reference engine alone. */
function naive(
  { households, postings }: ReturnType<typeof aCounty>,
  links: HouseholdLinks,
): Record<string, Options> {
  const items: Record<string, Options> = {};
  const open = postings.filter((p) => postingProblem(p) === null);
  for (const h of households) {
    if (!h.listed || h.liveProjects >= 2) continue;
    const add = (
      name: string,
      posting: (typeof open)[number],
      alone: typeof h,
      size: number,
      own: boolean,
    ) => {
      const answer = match(alone, posting, defaultPolicy, testDay);
      const whole = match(h, posting, defaultPolicy, testDay);
      if ("leftOut" in answer || "leftOut" in whole || size > posting.capacity - posting.taken) return;
      const score = own ? answer.score : whole.score;
      items[name] = { ...items[name], [posting.id]: { size, value: Math.round(100 * score) } };
    };
    const workers = h.members.filter((m) => admits.light.includes(m.laborClass));
    for (const posting of open) {
      if (posting.kind === "job" || posting.kind === "contract")
        workers.forEach((m, i) => {
          add(`${h.code}-w${i + 1}`, posting, { ...h, members: [m] }, 1, true);
        });
      if (posting.kind === "land")
        h.parcels.forEach((p, i) => {
          add(`${h.code}-p${i + 1}`, posting, { ...h, parcels: [p] }, offeredMu100(p), false);
        });
      const kind =
        posting.kind === "equity" && { labor: "job", land: "land", order: "order" }[posting.bindingLink];
      if (kind && links.has(`${h.code}:${posting.enterpriseId}:${kind}`))
        add(`${h.code}-s`, posting, h, h.persons - h.allottedPersons, false);
    }
  }
  return items;
}

function built(county: ReturnType<typeof aCounty>, links: HouseholdLinks) {
  const index = buildIndex(county.households);
  const open = county.postings.filter((p) => postingProblem(p) === null);
  const { instance } = countyInstance(index, index.codes.keys(), open, links, defaultPolicy, testDay);
  return instance;
}

describe("the county's instance", () => {
  it.each([1, 2, 3])(
    "holds every eligible pair with the reference's value, and no other (county %i)",
    (seed) => {
      const county = aCounty({ seed, households: 80, postings: 60, perVillage: 10 });
      const links = new Set(
        county.households.flatMap((h, i) =>
          county.postings
            .filter((_, j) => (i + j) % 3 === 0)
            .map((p) => `${h.code}:${p.enterpriseId}:${["job", "land", "order"][i % 3]}`),
        ),
      );
      const instance = built(county, links);
      const found: Record<string, Options> = {};
      instance.itemId.forEach((name, i) => {
        for (let o = instance.itemFirst[i]!; o < instance.itemEnd[i]!; o++)
          found[name] = {
            ...found[name],
            [instance.binId[instance.optionBin[o]!]!]: {
              size: instance.optionSize[o]!,
              value: instance.optionValue[o]!,
            },
          };
      });
      const expected = naive(county, links);
      expect(Object.keys(expected).length).toBeGreaterThan(50);
      expect(Object.keys(found).some((name) => name.endsWith("-s"))).toBe(true);
      expect(found).toEqual(expected);
    },
  );

  it("gives a household what is left of two projects, and a bonus only where there is none", () => {
    const county = aCounty({ seed: 4, households: 60, postings: 30 });
    const instance = built(county, new Set());
    const byCode = new Map(county.households.map((h) => [h.code, h]));
    instance.groupId.forEach((code, g) => {
      const household = byCode.get(code)!;
      expect(household.listed).toBe(true);
      expect(instance.limit[g]).toBe(2 - household.liveProjects);
      expect(instance.bonus[g]).toBe(household.liveProjects === 0 ? 100_000 : 0);
      expect([instance.shortLimit[g], instance.longLimit[g]]).toEqual([1, 1]);
    });
    expect(instance.groupId.length).toBe(
      county.households.filter((h) => h.listed && h.liveProjects < 2).length,
    );
  });

  it("does not offer shares to a household without the binding link", () => {
    const county = aCounty({ seed: 5, households: 60, postings: 60 });
    const instance = built(county, new Set());
    const shares = instance.itemId.flatMap((name, i) =>
      name.endsWith("-s") ? [instance.itemEnd[i]! - instance.itemFirst[i]!] : [],
    );
    expect(shares.length).toBeGreaterThan(0);
    expect(Math.max(...shares)).toBe(0);
  });
});
