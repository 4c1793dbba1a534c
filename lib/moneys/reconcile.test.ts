import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clock/clock";
import { type DueLine, dueLines } from "@/lib/moneys/due-lines";
import { type KeptDue, reconcile } from "@/lib/moneys/reconcile";

const terms = {
  kind: "land",
  parcels: [],
  mu100: 100,
  rentFenPerMuYear: 36_500,
  years: 5,
  payMonthDay: "12-31",
} as const;
const linesUntil = (endsOn: string | null, until = "2031-12-31") =>
  dueLines(
    {
      periods: [{ from: "2026-01-01", terms: { ...terms, parcels: [] } }],
      startsOn: "2026-01-01",
      endsOn,
    },
    until,
  );

/** What a database does with what reconcile says. */
function apply(kept: readonly KeptDue[], lines: readonly DueLine[]): KeptDue[] {
  const { add, change } = reconcile(kept, lines);
  return [
    ...kept.map((due) => ({ ...due, ...change.find((c) => c.id === due.id) })),
    ...add.map((line) => ({
      id: `${line.basis}${line.from}`,
      basis: line.basis,
      sourceId: line.sourceId,
      periodFrom: line.from,
      periodTo: line.to,
      dueOn: line.dueOn,
      amountFen: line.amountFen,
      estimated: line.estimated,
      paidFen: 0,
      state: "open" as const,
    })),
  ];
}
const openFen = (kept: readonly KeptDue[]) =>
  kept.filter((d) => d.state === "open").reduce((all, d) => all + d.amountFen, 0);

describe("the lines kept follow the lines there should be", () => {
  it("once made, making them again does nothing", () => {
    const kept = apply([], linesUntil(null));
    expect(kept).toHaveLength(6);
    expect(reconcile(kept, linesUntil(null))).toEqual({ add: [], change: [] });
  });

  it("an early end cuts the year it falls in and voids what comes after; a revived agreement has all again", () => {
    const kept = apply([], linesUntil("2030-12-31"));
    const ended = apply(kept, linesUntil("2027-07-01"));
    expect(ended.filter((d) => d.state === "void")).toHaveLength(3);
    expect(openFen(ended)).toBe(36_500 + 18_200);
    expect(openFen(apply(ended, linesUntil("2030-12-31")))).toBe(5 * 36_500);
  });

  it("what was paid in advance is not claimed back", () => {
    const kept = apply([], linesUntil("2030-12-31")).map((due) => ({
      ...due,
      paidFen: due.periodFrom < "2029" ? 36_500 : 0,
    }));
    const ended = apply(kept, linesUntil("2027-07-01"));
    expect(ended.map((d) => [d.state, d.amountFen])).toEqual([
      ["open", 36_500],
      ["open", 36_500],
      ["open", 36_500],
      ["void", 36_500],
      ["void", 36_500],
    ]);
  });

  it("any number of changes of the end leaves what the last one says, when nothing was paid", () =>
    assert(
      property(integer({ min: 0, max: 2500 }), integer({ min: 0, max: 2500 }), (first, second) => {
        const [a, b] = [addDays("2026-01-01", first), addDays("2026-01-01", second)];
        const kept = apply(apply(apply([], linesUntil(null)), linesUntil(a)), linesUntil(b));
        expect(openFen(kept)).toBe(linesUntil(b).reduce((all, line) => all + line.amountFen, 0));
      }),
    ));
});
