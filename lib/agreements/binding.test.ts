import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Binding, bindingOn, type Link } from "@/lib/agreements/binding";
import { addDays } from "@/lib/clock/clock";

const start = "2026-03-01";
const on = (links: Link[], today: string, grace = 30) => bindingOn(links, start, today, grace);

describe("the binding rule", () => {
  it("is bound while a link runs, its last day counted, and again with the next one", () => {
    const links = [
      { from: "2026-01-10", to: "2026-06-30" },
      { from: "2026-09-01", to: null },
    ];
    expect(on(links, "2026-06-30")).toEqual({ state: "bound", since: start });
    expect(on(links, "2026-07-01")).toEqual({ state: "amber", since: "2026-07-01" });
    expect(on(links, "2026-07-30")).toEqual({ state: "amber", since: "2026-07-01" });
    expect(on(links, "2026-07-31")).toEqual({ state: "red", since: "2026-07-31" });
    expect(on(links, "2026-09-01")).toEqual({ state: "bound", since: "2026-09-01" });
  });
  it("has no gap between a link and the one that begins the day after, nor under one that overlaps", () => {
    const links = [
      { from: "2026-04-01", to: "2026-06-30" },
      { from: "2026-01-01", to: "2026-03-31" },
      { from: "2026-05-01", to: "2026-12-31" },
    ];
    for (const day of ["2026-04-01", "2026-07-01", "2026-12-31"])
      expect(on(links, day)).toEqual({ state: "bound", since: start });
  });
  it("without any link is amber from its own first day; without grace red at once", () => {
    expect(on([], "2026-03-01")).toEqual({ state: "amber", since: start });
    expect(on([], "2026-03-01", 0)).toEqual({ state: "red", since: start });
    // A link that has not begun yet binds nothing today.
    expect(on([{ from: "2026-05-01", to: null }], "2026-04-30").state).toBe("red");
  });

  it("says for random links what walking day by day says", () => {
    const day = fc.integer({ min: -40, max: 400 }).map((n) => addDays(start, n));
    const link = fc
      .tuple(day, fc.option(fc.integer({ min: 0, max: 120 })))
      .map(([from, length]): Link => ({ from, to: length === null ? null : addDays(from, length) }));
    const grace = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(
        fc.array(link, { maxLength: 6 }),
        fc.integer({ min: 0, max: 400 }),
        grace,
        (links, n, days) => {
          const today = addDays(start, n);
          expect(bindingOn(links, start, today, days)).toEqual(walked(links, today, days));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** Naively: from the shares' first day on, what each day finds. */
function walked(links: readonly Link[], today: string, graceDays: number): Binding {
  let state: Binding["state"] | null = null;
  let since = "";
  let gap = 0;
  for (let day = start; day <= today; day = addDays(day, 1)) {
    const live = links.some((link) => link.from <= day && (link.to === null || link.to >= day));
    gap = live ? 0 : gap + 1;
    const now = live ? "bound" : gap > graceDays ? "red" : "amber";
    if (now !== state) {
      state = now;
      since = day;
    }
  }
  return { state: state ?? "bound", since };
}
