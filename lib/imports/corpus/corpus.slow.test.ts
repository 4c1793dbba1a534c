import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { households, importBatches } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { bookOf, type Case } from "@/lib/imports/corpus/cases.testing";
import { formatCases } from "@/lib/imports/corpus/formats.testing";
import { head, otherVillage } from "@/lib/imports/corpus/people.testing";
import { rowCases } from "@/lib/imports/corpus/rows.testing";
import { sheetCases } from "@/lib/imports/corpus/sheets.testing";
import { anEmptyCounty, committed, rowsOf, staged } from "@/lib/imports/testing";
import { inventedIdNumber } from "@/lib/numbers/id-number";
import { isRefusal } from "@/lib/refusal/refusal";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await anEmptyCounty();
  const register = [
    head("R001", { 证件号码: inventedIdNumber("1968-04-12", 101), 姓名: "在册人" }),
    head("R002", { 行政区划代码: otherVillage }),
    head("R003"),
  ];
  const { id } = await staged(bookOf(register));
  await committed(id);
  await tx((w) => w.update(households).set({ register: "struck-off" }).where(eq(households.code, "R003")));
});
afterAll(() => close());

/** What came of a file, in the terms of what is expected of it. */
async function outcomeOf({ bytes, expect: expected, scope, kind }: Case): Promise<Case["expect"]> {
  const given = { ...(scope && { scope }), ...(kind && { kind }) };
  let run: Awaited<ReturnType<typeof staged>>;
  try {
    run = await staged(bytes(), given);
  } catch (error) {
    if (isRefusal(error) && error.code === "file") return { file: error.data.problem } as Case["expect"];
    throw error;
  }
  if (run.answer.state === "columns") return { columns: run.answer.missing };
  const rows = await rowsOf(run.id);
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const refused = rows.filter((row) => row.outcome === "refused");
  const errorOf = (row: (typeof rows)[number]) => row.payload.problems.find((p) => p.level === "error");
  const [batch] = await db.select().from(importBatches).where(eq(importBatches.id, run.id));
  const { read, new: made, changed, same } = run.answer.counts;
  expect(read).toBe(rows.length);
  expect(made + changed + same + run.answer.counts.refused).toBe(read);
  const first = rows[0]?.payload.values ?? {};
  return {
    ...(count("new") > 0 && { new: count("new") }),
    ...(count("changed") > 0 && { changed: count("changed") }),
    ...(count("same") > 0 && { same: count("same") }),
    ...(refused.length > 0 && { refused: refused.map((row) => errorOf(row)?.code ?? "") }),
    ...("at" in expected && { at: errorOf(refused[0]!)?.column ?? "" }),
    ...("ignored" in expected && { ignored: batch?.notes?.ignored ?? [] }),
    ...("hidden" in expected && { hidden: batch?.notes?.hiddenSheets ?? [] }),
    ...("skipped" in expected && { skipped: batch?.notes?.skippedSheets ?? [] }),
    ...("values" in expected && {
      values: Object.fromEntries(Object.keys(expected.values ?? {}).map((key) => [key, first[key]])),
    }),
  };
}

describe.each([
  ["formats", formatCases],
  ["sheets", sheetCases],
  ["rows", rowCases],
] as const)("awkward files: %s", (_, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", { timeout: 60_000 }, async (_, one) => {
    expect(await outcomeOf(one)).toEqual(one.expect);
  });
});

it("are at least a hundred", () => {
  expect(formatCases.length + sheetCases.length + rowCases.length).toBeGreaterThanOrEqual(100);
});
