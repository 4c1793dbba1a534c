import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import type { ApplicationState } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, testDay } from "@/lib/applications/testing";
import { policyEffects } from "@/lib/county/policy-effects";
import { spread } from "@/lib/county/tier-effects";
import { rankingFor } from "@/lib/matching/queries";
import { forgetCounty } from "@/lib/matching/queries/current";
import { defaultPolicy } from "@/lib/policy/policy";

const officer = { ...publicAsker, role: "county" as const, userId: "U", divisionScope: "610724" };

let close = async () => {};
let postings: { id: string }[];
beforeAll(async () => {
  close = await openTestDatabase();
  forgetCounty();
  const enterprise = await anEnterprise();
  postings = [await aPosting({ enterprise }), await aPosting({ enterprise, kind: "membership" })];
  for (let i = 0; i < 6; i++)
    await aHousehold({
      village: enterprise.village,
      members: 1 + (i % 3),
      incomePerPersonFen: i * 60_000,
      parcels: i % 2 === 0 ? [{ areaMu100: 200 }] : [],
    });
});
afterAll(() => close());

const of = async (key: "tiers.a" | "tiers.b", value: number) => {
  const effects = await policyEffects(officer, key, value, testDay);
  if (effects.kind !== "tiers") throw new Error(`not counted: ${effects.kind}`);
  return effects;
};

/** The same asked of each posting's ranking page, as it is and as it would be. */
async function moved(key: "tiers.a" | "tiers.b", value: number) {
  const all = { of: 0, up: 0, down: 0 };
  for (const { id } of postings) {
    const was = await rankingFor(officer, id, { today: testDay, limit: 1000 });
    const policy = { ...defaultPolicy, [key]: value };
    const is = await rankingFor(officer, id, { today: testDay, limit: 1000, policy });
    for (const [i, row] of is.rows.entries()) {
      const before = was.rows[i]!.tier;
      all.of += 1;
      if (row.tier < before) all.up += 1;
      if (row.tier > before) all.down += 1;
    }
  }
  return all;
}

describe("what other thresholds of the tiers would change", () => {
  it("counts the matches that rise and fall, as the rankings show them", async () => {
    const up = await of("tiers.a", 41);
    expect(up.matches).toEqual(await moved("tiers.a", 41));
    expect(up.matches).toMatchObject({ down: 0 });
    expect(up.matches.up).toBeGreaterThan(0);
    const down = await of("tiers.b", 65);
    expect(down.matches).toEqual(await moved("tiers.b", 65));
    expect(down.matches).toMatchObject({ up: 0 });
    expect(down.matches.down).toBeGreaterThan(0);
  });

  it("names the postings with most of them first, and looks at all when it can", async () => {
    const effects = await of("tiers.a", 41);
    expect(effects).toMatchObject({ postings: 2, looked: 2 });
    const counts = effects.most.map(({ moved }) => moved);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.reduce((all, n) => all + n, 0)).toBe(effects.matches.up);
  });

  it("finds nothing when the value is the one that holds", async () => {
    const effects = await of("tiers.a", defaultPolicy["tiers.a"]);
    expect(effects).toMatchObject({ matches: { up: 0, down: 0 }, most: [] });
  });

  it("counts applications under way by the score they were made with, and no others", async () => {
    const made = (state: ApplicationState, score: number, over = false) =>
      aCase({
        state,
        row: {
          match: {
            score,
            parts: { labor: 0, land: 0, distance: 0, need: 0 },
            reasons: [],
            tier: "B",
            bands: { labor: "1", land: "<3", distance: "<5" },
            policyOn: testDay,
          },
          ...(over && { overOn: testDay }),
        },
      });
    // A threshold is reached by the score itself.
    await made("applied", 60);
    await made("held", 59.999);
    await made("accepted", 69.5);
    await made("final", 65);
    await made("declined", 65);
    expect((await of("tiers.a", 60)).applications).toEqual({ of: 3, up: 2, down: 0 });
    expect((await of("tiers.b", 61)).applications).toEqual({ of: 3, up: 0, down: 2 });
  });
});

describe("a list too long to go through", () => {
  it("is looked at evenly, never more than allowed", () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
    expect(spread([0, 1, 2], 5)).toEqual([0, 1, 2]);
    expect(
      new Set(
        spread(
          Array.from({ length: 460 }, (_, i) => i),
          102,
        ),
      ).size,
    ).toBe(102);
  });
});
