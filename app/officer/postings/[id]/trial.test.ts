import { describe, expect, it } from "vitest";
import { keptOf, several, trialShares } from "@/app/officer/postings/[id]/trial";

describe("what a ranking's address asks", () => {
  it("reads weights as shares, and nothing else as weights", () => {
    expect(trialShares({ labor: "50", distance: "900" })).toEqual({
      labor: 50,
      land: 0,
      distance: 100,
      need: 0,
    });
    for (const labor of ["", "-5", "1e2", "50.5", "x"]) expect(trialShares({ labor })).toBeNull();
    expect(trialShares({})).toBeNull();
    expect(trialShares({ labor: "0", need: "0" })).toBeNull();
  });
  it("reads what is asked several times, up to a number", () => {
    expect(several(["a", "b", "c"], 2)).toEqual(["a", "b"]);
    expect(several("H1", 2)).toEqual(["H1"]);
    expect(several(undefined, 2)).toEqual([]);
    expect(several(["<script>", "好"], 2)).toEqual([]);
  });
});

it("the weights on trial and the length of the list stay when a detail is looked at", () => {
  expect(keptOf({ labor: "50", show: "80", why: "x", pick: ["a"], done: "y" })).toEqual({
    ...{ labor: "50", land: "0", distance: "0", need: "0", show: "80" },
  });
  expect(keptOf({ show: "many", labor: "x" })).toEqual({});
});
