import { describe, expect, it } from "vitest";
import { coveredByMonth, linksOf, monthsUpTo } from "@/lib/county/pictures";

describe("pictures", () => {
  it("count months back over the new year", () => {
    expect(monthsUpTo("2026-02-28", 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  });

  it("count a household once, from its first day to its last", () => {
    const spans = [
      { household: "A", from: "2026-01-15", to: "2026-02-27" },
      { household: "A", from: "2026-01-20", to: null },
      { household: "B", from: "2026-01-31", to: "2026-02-27" },
      { household: "C", from: "2026-03-09", to: null },
    ];
    const months = ["2025-12", "2026-01", "2026-02", "2026-03"];
    expect(coveredByMonth(spans, months, "2026-03-08")).toEqual([0, 2, 1, 1]);
    expect(coveredByMonth(spans, months, "2026-03-09").at(-1)).toBe(2);
  });

  it("add an enterprise's towns up, most households first", () => {
    const rows = linksOf(
      [
        { enterpriseId: "2", name: "b", town: "t2", households: 3 },
        { enterpriseId: "1", name: "a", town: "t1", households: 3 },
        { enterpriseId: "2", name: "b", town: "t1", households: 1 },
        { enterpriseId: "3", name: "c", town: "t1", households: 1 },
      ],
      ["t1", "t2"],
      2,
    );
    expect(rows).toEqual([
      { id: "2", name: "b", counts: [1, 3], all: 4 },
      { id: "1", name: "a", counts: [3, 0], all: 3 },
    ]);
  });
});
