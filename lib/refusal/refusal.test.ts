import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parse } from "@/lib/refusal/parse";
import {
  type FieldProblems,
  isRefusal,
  Refusal,
  refusalStatus,
  refuse,
  refuseFields,
} from "@/lib/refusal/refusal";

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

describe("a refusal", () => {
  it("carries a code and data, and its message nothing but the code", () => {
    const error = caught(() => refuse("full", { left: 0 }));
    expect(error).toMatchObject({ code: "full", data: { left: 0 }, fields: {}, message: "full" });
  });

  it("is known by its mark, also when it comes from a second copy of the module", () => {
    expect(isRefusal(new Refusal("forbidden"))).toBe(true);
    expect(isRefusal({ mark: "sanjin.refusal", code: "full" })).toBe(true);
    for (const other of [null, undefined, "full", new Error("full"), { mark: "sanjin.constraint" }])
      expect(isRefusal(other)).toBe(false);
  });

  it("answers with a client's error, never a server's", () => {
    for (const [code, status] of Object.entries(refusalStatus)) {
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect(status, code).toBeLessThan(500);
    }
  });

  it("names fields under the code input", () => {
    expect(caught(() => refuseFields({ title: { code: "missing" } }))).toMatchObject({
      code: "input",
      fields: { title: { code: "missing" } },
    });
  });
});

describe("parse", () => {
  const schema = z.strictObject({
    title: z.string().min(1).max(10),
    positions: z.number().int().min(1).max(500),
    kind: z.enum(["job", "land"]),
    wage: z.number().min(1800, { error: "code:below-wage-floor" }).optional(),
    place: z.object({ village: z.string().min(12) }).optional(),
    months: z.array(z.number().int().min(1).max(12)).optional(),
  });
  const good = { title: "采茶", positions: 3, kind: "job" } as const;
  const problems = (input: unknown): FieldProblems => (caught(() => parse(schema, input)) as Refusal).fields;

  it("returns what fits", () => expect(parse(schema, good)).toEqual(good));

  it("names what is wrong with each field at once, by its path", () => {
    expect(
      problems({ title: "", positions: "three", kind: "gift", place: { village: "1" }, months: [13] }),
    ).toEqual({
      title: { code: "missing" },
      positions: { code: "not-a-number" },
      kind: { code: "not-in-list" },
      "place.village": { code: "too-short", min: 12 },
      "months.0": { code: "too-big", max: 12 },
    });
  });

  it.each<[string, object, FieldProblems]>([
    ["nothing there", { title: undefined }, { title: { code: "missing" } }],
    ["null", { positions: null }, { positions: { code: "missing" } }],
    ["a fraction", { positions: 1.5 }, { positions: { code: "not-whole" } }],
    ["not a number at all", { positions: Number.NaN }, { positions: { code: "not-a-number" } }],
    ["infinity", { positions: Number.POSITIVE_INFINITY }, { positions: { code: "not-a-number" } }],
    ["too small", { positions: 0 }, { positions: { code: "too-small", min: 1 } }],
    ["1e9 positions", { positions: 1e9 }, { positions: { code: "too-big", max: 500 } }],
    ["too long", { title: "x".repeat(11) }, { title: { code: "too-long", max: 10 } }],
    ["another kind of thing", { title: 7 }, { title: { code: "wrong" } }],
    ["an unchosen word", { kind: "" }, { kind: { code: "missing" } }],
    ["a rule's own code", { wage: 1799 }, { wage: { code: "below-wage-floor" } }],
    ["an unknown field", { extra: 1 }, { extra: { code: "unknown-field" } }],
  ])("%s", (_, change, expected) => expect(problems({ ...good, ...change })).toEqual(expected));

  it("refuses what is no object at all", () => {
    for (const input of [null, undefined, 7, "x", []])
      expect(caught(() => parse(schema, input))).toMatchObject({ code: "input" });
  });

  it("never repeats the value it refuses", () => {
    const error = caught(() =>
      parse(schema, { ...good, title: "690724199001011234", kind: "690724199001011234" }),
    );
    expect(JSON.stringify(error)).not.toContain("690724");
    expect(String((error as Error).stack)).not.toContain("690724");
  });
});
