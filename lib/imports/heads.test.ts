import { expect, it } from "vitest";
import { findHead } from "@/lib/imports/heads";

const row = (...texts: string[]) => ({
  sheet: "一",
  row: 1,
  cells: texts.map((text) => ({ kind: "text" as const, text })),
});
const form = { columns: [{ field: "idNumber", heads: ["证件号码"] }], needs: ["idNumber"] };

it("an example number in a head is kept from what is kept of heads, and the head is still known", () => {
  const found = findHead([row("证件号码（如 690724196804121000）", "电话 14400000001", "备注")], form);
  expect(found).toMatchObject({ missing: [], headless: false });
  expect(found?.heads).toEqual([
    { column: 0, text: "证件号码（如 690***********1000）", field: "idNumber" },
    { column: 1, text: "电话 144****0001", field: null },
    { column: 2, text: "备注", field: null },
  ]);
});

it.each([
  ["张大山", "690724196804121000"],
  ["张大山", "690724 19680412 100X"],
  ["张大山", "14400000001"],
  ["张大山", "6.90724196804121E+17"],
  ["张大山", "690724********1000"],
])("somebody's row is no head: %s %s", (...texts) => {
  expect(findHead([row(...texts)], form)).toMatchObject({ headless: true });
});
