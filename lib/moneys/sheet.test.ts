import { describe, expect, it } from "vitest";
import { dictionary } from "@/lib/i18n/dictionary";
import { headOf, judgeSheet, paymentOf, sheetColumns } from "@/lib/moneys/sheet";
import type { Cell, SheetRow } from "@/lib/spreadsheets/cells";

const cellOf = (value: string | number): Cell | undefined =>
  value === ""
    ? undefined
    : typeof value === "number"
      ? { kind: "number", number: value, text: String(value) }
      : { kind: "text", text: value };
const rowOf = (row: number, values: readonly (string | number)[]): SheetRow => ({
  sheet: "s",
  row,
  cells: values.map(cellOf),
});
const places = headOf(
  rowOf(
    1,
    sheetColumns.map((c) => dictionary("zh").moneys.sheet.heads[c]),
  ),
)!;
const read = (given: Partial<Record<(typeof sheetColumns)[number], string | number>>, row = 2) =>
  paymentOf(
    rowOf(
      row,
      sheetColumns.map((column) => given[column] ?? ""),
    ),
    places,
  );
const good = { line: "D1", amount: 1500, paidOn: "2026-11-30", method: "现金", reference: "12页" };

describe("what a row of a payment sheet says", () => {
  it("in whole fen, with the day and the way in either manner", () => {
    const payment = {
      row: 2,
      line: "D1",
      amountFen: 150_000,
      paidOn: "2026-11-30",
      method: "cash",
      reference: "12页",
    };
    expect(read(good)).toEqual(payment);
    for (const paidOn of ["2026/11/30", "2026.11.30", "2026年11月30日"])
      expect(read({ ...good, paidOn })).toEqual(payment);
    expect(read({ ...good, amount: "1,500.00", method: "Cash" })).toEqual(payment);
    expect(read({ ...good, method: "" })).toMatchObject({ method: "card" });
    expect(read({ ...good, amount: 0.1 + 0.2 })).toMatchObject({ amountFen: 30 });
  });

  it("nothing where no amount stands: that line is not paid by this sheet", () => {
    expect(read({ ...good, amount: "" })).toBeNull();
  });

  it.each([
    [{ ...good, amount: "一千" }, "amount", "bad-amount"],
    [{ ...good, amount: -5 }, "amount", "bad-amount"],
    [{ ...good, amount: 0.001 }, "amount", "bad-amount"],
    [{ ...good, line: "" }, "line", "no-line"],
    [{ ...good, paidOn: "" }, "paidOn", "bad-day"],
    [{ ...good, paidOn: "2026-02-30" }, "paidOn", "bad-day"],
    [{ ...good, method: "支票" }, "method", "bad-method"],
  ])("%j", (given, column, problem) => expect(read(given)).toEqual({ row: 2, column, problem }));

  it("no head, no sheet; English heads are as good", () => {
    expect(headOf(rowOf(1, ["姓名", "金额"]))).toBeNull();
    expect(
      headOf(
        rowOf(
          1,
          sheetColumns.map((c) => dictionary("en").moneys.sheet.heads[c]),
        ),
      )?.size,
    ).toBe(sheetColumns.length);
  });
});

it("a dry run takes own lines, once, no more than is missing, and no day to come", () => {
  const one = { line: "D1", amountFen: 100, paidOn: "2026-11-30", method: "card", reference: "" } as const;
  const rows = [
    { ...one, row: 2 },
    { ...one, row: 3 },
    { ...one, row: 4, line: "D2", amountFen: 101 },
    { ...one, row: 5, line: "D9" },
    { ...one, row: 6, line: "D3", paidOn: "2026-12-02" },
    { row: 7, column: "amount", problem: "bad-amount" },
  ] as const;
  const open = new Map([
    ["D1", 100],
    ["D2", 100],
    ["D3", 100],
  ]);
  expect(judgeSheet(rows, open, "2026-12-01")).toEqual({
    ready: [rows[0]],
    faulty: [
      { row: 3, column: "line", problem: "twice" },
      { row: 4, column: "amount", problem: "more-than-due" },
      { row: 5, column: "line", problem: "unknown-line" },
      { row: 6, column: "paidOn", problem: "day-to-come" },
      { row: 7, column: "amount", problem: "bad-amount" },
    ],
  });
});
