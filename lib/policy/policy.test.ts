import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tx } from "@/db/client";
import { policy } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { defaultPolicy, policyKeys, policyOn, weightsOf, withWeights } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";

const row = (value: unknown, startsOn: string, key = "tiers.a") => ({ key, value, startsOn });

describe("the policy of a day", () => {
  it("is the default before any document", () => {
    expect(policyOn([], "2026-01-01")).toEqual(defaultPolicy);
    expect(policyOn([row(75, "2026-02-01")], "2026-01-31")).toEqual(defaultPolicy);
  });

  it("is the latest row that has begun, in whatever order rows come", () => {
    const rows = [row(80, "2026-03-01"), row(75, "2026-02-01"), row(90, "2027-01-01")];
    for (const list of [rows, [...rows].reverse()]) {
      expect(policyOn(list, "2026-02-01")["tiers.a"]).toBe(75);
      expect(policyOn(list, "2026-02-28")["tiers.a"]).toBe(75);
      expect(policyOn(list, "2026-03-01")["tiers.a"]).toBe(80);
    }
    expect(policyOn(rows, "2026-12-31")["tiers.b"]).toBe(defaultPolicy["tiers.b"]);
  });

  it("is the later of two rows of one day", () => {
    expect(policyOn([row(1, "2026-01-01"), row(2, "2026-01-01")], "2026-01-01")["tiers.a"]).toBe(2);
  });

  it("takes no key it does not know", () => {
    const made = policyOn([row(1, "2026-01-01", "tiers.z"), row(1, "2026-01-01", "toString")], "2026-01-01");
    expect(Object.keys(made).sort()).toEqual([...policyKeys].sort());
    expect(made).toEqual(defaultPolicy);
  });

  it("weighs each kind by factors that add up to one", () => {
    for (const kind of ["job", "land", "equity"] as const) {
      const { labor, land, distance, need } = weightsOf(defaultPolicy, kind);
      expect(labor + land + distance + need).toBeCloseTo(1, 12);
    }
  });
});

describe("policyFor", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase();
  });
  afterAll(() => close());

  it("reads what was applied and not what was only proposed; of one day, what was applied last", async () => {
    const put = (value: number, startsOn: string, appliedAt: Date | null) =>
      tx((w) =>
        w.insert(policy).values({
          key: "tiers.a",
          value,
          startsOn,
          document: "文件",
          proposedBy: "U1",
          appliedBy: appliedAt ? "U2" : null,
          appliedAt,
        }),
      );
    await put(60, "2026-01-01", new Date(2000));
    await put(65, "2026-01-01", new Date(1000));
    await put(99, "2026-01-02", null);
    expect((await policyFor("2026-06-01"))["tiers.a"]).toBe(60);
    expect((await policyFor("2025-12-31"))["tiers.a"]).toBe(defaultPolicy["tiers.a"]);
    await tx(async (w) => {
      await w.insert(policy).values({
        key: "tiers.a",
        value: 61,
        startsOn: "2026-01-03",
        document: "d",
        appliedAt: new Date(3000),
      });
      expect((await policyFor("2026-06-01", w))["tiers.a"]).toBe(61);
      expect((await policyFor("2026-06-01"))["tiers.a"]).toBe(60);
    });
  });
});

describe("other weights, to see what they would do", () => {
  it("are shares of their sum, and none at all change nothing", () => {
    const asked = withWeights(defaultPolicy, "job", { labor: 30, land: 0, distance: 10, need: 60 });
    expect(weightsOf(asked, "job")).toEqual({ labor: 0.3, land: 0, distance: 0.1, need: 0.6 });
    expect(weightsOf(asked, "land")).toEqual(weightsOf(defaultPolicy, "land"));
    expect(weightsOf(defaultPolicy, "job").labor).toBe(0.5);
    const nothing = { labor: 0, land: 0, distance: 0, need: 0 };
    expect(withWeights(defaultPolicy, "job", nothing)).toBe(defaultPolicy);
  });
});
