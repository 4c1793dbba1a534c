import { describe, expect, it } from "vitest";
import {
  checkAnswer,
  type InstanceJson,
  Malformed,
  parseInstance,
  solveJson,
} from "@/lib/matching/plan/exchange";
import { InfeasiblePin } from "@/lib/matching/plan/rules";

const file: InstanceJson = {
  bins: [
    { id: "P1", capacity: 1 },
    { id: "P2", capacity: 5, term: "long" },
  ],
  groups: [
    {
      id: "H1",
      limit: 2,
      bonus: 1000,
      perTerm: 1,
      items: [
        {
          id: "H1-w1",
          options: [
            { bin: "P1", size: 1, value: 80 },
            { bin: "P2", size: 2, value: 70 },
          ],
        },
        { id: "H1-w2", options: [{ bin: "P1", size: 1, value: 60 }] },
      ],
    },
  ],
};
/** The file with something put at a path. */
function broken(path: string, value: unknown): unknown {
  const copy = structuredClone(file) as unknown as Record<string, unknown>;
  const steps = path.split(".");
  let at = copy;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[steps.at(-1)!] = value;
  return copy;
}
function pathsOf(json: unknown): string[] {
  try {
    parseInstance(json);
  } catch (error) {
    if (error instanceof Malformed) return error.flaws.map((flaw) => flaw.path);
    throw error;
  }
  return [];
}

describe("the exchange format", () => {
  it("answers an instance, and the answer passes the check", () => {
    const answer = solveJson(file, () => 0);
    expect(answer).toMatchObject({
      value: 1130,
      seconds: 0,
      assigned: [
        { item: "H1-w1", bin: "P2" },
        { item: "H1-w2", bin: "P1" },
      ],
    });
    expect(checkAnswer(parseInstance(file), answer).faults).toEqual([]);
    expect(solveJson({ bins: [], groups: [] }, () => 0)).toEqual({
      value: 0,
      bound: 0,
      gap: 0,
      seconds: 0,
      assigned: [],
      prices: {},
    });
  });

  it.each([
    ["colour", "red", ""],
    ["bins.0.color", "red", "bins[0]"],
    ["bins.0.capacity", -1, "bins[0].capacity"],
    ["bins.1.capacity", 1.5, "bins[1].capacity"],
    ["bins.1.term", "medium", "bins[1].term"],
    ["bins.1.id", "P1", "bins[1].id"],
    ["groups.0.limit", "2", "groups[0].limit"],
    ["groups.0.bonus", undefined, "groups[0].bonus"],
    ["groups.0.items.1.id", "H1-w1", "groups[0].items[1].id"],
    ["groups.0.items.0.options.1.bin", "P9", "groups[0].items[0].options[1].bin"],
    ["groups.0.items.0.options.1.bin", "P1", "groups[0].items[0].options[1].bin"],
    ["groups.0.items.0.options.0.value", 2 ** 31, "groups[0].items[0].options[0].value"],
    ["groups.0.items.0.options.0.size", null, "groups[0].items[0].options[0].size"],
    ["pins", [{ item: "H9", bin: "P1" }], "pins[0].item"],
  ])("refuses %s = %j with its path", (path, value, where) => {
    expect(pathsOf(broken(path, value))).toContain(where);
  });

  it("refuses what is no object at all", () => {
    for (const json of [null, 3, "x", []]) expect(pathsOf(json)).toEqual([""]);
  });

  it.each([
    [{ pins: [{ item: "H1-w2", bin: "P2" }] }, "no-such-option"],
    [
      {
        pins: [
          { item: "H1-w1", bin: "P1" },
          { item: "H1-w2", bin: "P1" },
        ],
      },
      "bin-overfull",
    ],
    [
      {
        pins: [
          { item: "H1-w1", bin: "P1" },
          { item: "H1-w1", bin: "P2" },
        ],
      },
      "pinned-twice",
    ],
    [
      { pins: [{ item: "H1-w1", bin: "P1" }], forbids: [{ item: "H1-w1", bin: "P1" }] },
      "pinned-and-forbidden",
    ],
  ])("refuses %j by name: %s", (rules, fault) => {
    expect(() => parseInstance({ ...file, ...rules })).toThrow(InfeasiblePin);
    expect(() => parseInstance({ ...file, ...rules })).toThrow(fault);
  });

  it("refuses pins past a group's limits", () => {
    const pins = [
      { item: "H1-w1", bin: "P2" },
      { item: "H1-w2", bin: "P1" },
    ];
    expect(() => parseInstance({ ...(broken("groups.0.limit", 1) as InstanceJson), pins })).toThrow(
      "group-over-limit",
    );
    const long = broken("bins.0.term", "long") as InstanceJson;
    expect(() => parseInstance({ ...long, pins })).toThrow("group-over-term");
  });

  it("keeps pins and forbids in the answer", () => {
    const pinned = { ...file, pins: [{ item: "H1-w1", bin: "P1" }] };
    expect(solveJson(pinned, () => 0).assigned).toEqual([{ item: "H1-w1", bin: "P1" }]);
    const answer = solveJson({ ...file, forbids: [{ item: "H1-w1", bin: "P2" }] }, () => 0);
    expect([answer.value, answer.bound]).toEqual([1080, 1080]);
  });

  it("catches in an answer: a doubled item, a name that is not there, a pair that is no option", () => {
    const answer = solveJson(file, () => 0);
    const instance = parseInstance(file);
    const kinds = (assigned: { item: string; bin: string }[]) =>
      checkAnswer(instance, { ...answer, assigned }).faults.map((fault) => fault.kind);
    expect(kinds([...answer.assigned, { item: "H1-w1", bin: "P1" }])).toEqual(["item-twice"]);
    expect(kinds([...answer.assigned, { item: "H7", bin: "P1" }])).toEqual(["not-an-option"]);
    expect(kinds([{ item: "H1-w2", bin: "P2" }])).toContain("not-an-option");
    expect(() => checkAnswer(instance, { ...answer, more: 1 })).toThrow(Malformed);
  });
});
