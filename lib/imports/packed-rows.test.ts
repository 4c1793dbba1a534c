import { expect, it } from "vitest";
import type { ReadRow } from "@/lib/imports/kind";
import { PackedRows } from "@/lib/imports/packed-rows";

const row = (seq: number, values: ReadRow["values"], more: Partial<ReadRow> = {}): ReadRow => ({
  ...{ seq, sheet: "表一", row: seq + 2, values, problems: [], raw: {} },
  ...more,
});
const problem: ReadRow["problems"][number] = {
  ...{ code: "missing", level: "error", field: "code" },
  ...{ column: "A", head: "户编号", value: "" },
};

it("gives rows back as they were, by unit, in the order they came", () => {
  const rows = new PackedRows();
  const first = row(1, {
    code: "A",
    "member.name": "甲",
    "income.netFen": 0,
    "household.industries": ["tea"],
  });
  const other = row(2, { code: "B", "member.name": null, "household.inCooperative": false });
  const second = row(3, { "member.name": "乙", code: "A" }, { sheet: "表二", problems: [problem] });
  const unread = row(4, {}, { raw: { "member.birth": "不详" } });
  const [a, b, c, d] = [first, other, second, unread];
  rows.add("A", a);
  rows.add("B", b);
  rows.add("A", c);
  rows.add("#4", d);
  expect(rows.keys()).toEqual(["A", "B", "#4"]);
  expect(rows.take("A")).toEqual([first, second]);
  // In the row's own order: where two fields are wrong, the first is told first.
  expect(rows.take("#4")).toEqual([unread]);
  expect(Object.keys(rows.take("B")[0]?.values ?? {})).toEqual(Object.keys(other.values));
  expect(rows.size).toBe(0);
  expect(rows.take("A")).toEqual([]);
});

/** Rows of a county's kind, long and short, some longer than a page. */
const many = Array.from({ length: 3000 }, (_, i) =>
  row(i + 1, {
    code: `6907${i}`,
    "household.address": `${"某某社区".repeat(1 + (i % 7))}\n${i}组`,
    ...(i % 1000 === 7 && { "household.note": "长".repeat(20_000) }),
    ...Object.fromEntries(Array.from({ length: 40 }, (_, k) => [`household.someFieldOfTheForm${k}`, k % 5])),
  }),
);
const unitOf = (i: number) => `U${i % 2 === 0 ? i : (i * 7) % 3000}`;

it("gives back many, in whatever order they are taken", () => {
  for (const order of ["forwards", "backwards"]) {
    const rows = new PackedRows();
    const expected = new Map<string, ReadRow[]>();
    for (const [i, one] of many.entries()) {
      rows.add(unitOf(i), one);
      expected.set(unitOf(i), [...(expected.get(unitOf(i)) ?? []), one]);
    }
    const keys = rows.keys();
    expect(keys).toEqual([...expected.keys()]);
    for (const key of order === "forwards" ? keys : keys.reverse())
      expect(rows.take(key)).toEqual(expected.get(key));
    expect(rows.size).toBe(0);
    expect((Reflect.get(rows, "pages") as unknown[]).every((page) => page === null)).toBe(true);
  }
});

it("keeps a county's rows in a tenth of what their own words take", () => {
  const rows = new PackedRows();
  for (const [i, one] of many.entries()) rows.add(unitOf(i), one);
  const pages = Reflect.get(rows, "pages") as Buffer[];
  const kept = pages.reduce((sum, page) => sum + page.length, 0);
  expect(pages.length).toBeGreaterThan(10);
  expect(kept).toBeLessThan(Buffer.byteLength(JSON.stringify(many)) / 10);
});
