import { db } from "@/db/client";
import { households } from "@/db/schema";
import { type Asker, systemAsker } from "@/lib/access/asker";
import { countDuplicates, listDuplicates } from "@/lib/households/duplicates";
import { countHouseholds, type HouseholdFilter, listHouseholds } from "@/lib/households/queries";
import type { Row } from "@/scripts/bench/plan";

/**
 * Answers of the register over the whole county: what a page of the list asks, in processor time, which for a
 * question answered inside the process is the time on a quiet machine, and does not change with who else works.
 */

const county: Asker = { ...systemAsker, role: "county", userId: "bench", divisionScope: "610724" };
const auditor: Asker = { ...county, role: "auditor" };
const village: Asker = { ...county, role: "village", divisionScope: "610724105207" };

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

async function times(work: (i: number) => Promise<unknown>, runs = 60): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = process.cpuUsage();
    await work(i);
    const used = process.cpuUsage(start);
    found.push((used.user + used.system) / 1000);
  }
  return found;
}

/** A page of a list: forty rows, and how many there are. */
const page = (asker: Asker, filter: HouseholdFilter) => (cursor?: string) =>
  Promise.all([
    listHouseholds(asker, { ...filter, limit: 40, ...(cursor && { cursor }) }),
    countHouseholds(asker, filter),
  ]);

export async function benchRegistry(report: (row: Row) => void): Promise<Row[]> {
  const codes = (await db.select({ code: households.code }).from(households)).map(({ code }) => code);
  const names = (await db.select({ name: households.headName }).from(households).limit(2000)).map(
    (h) => h.name,
  );
  const anyName = (i: number) => names[(i * 37) % names.length] ?? "";
  const asked: [string, (i: number) => Promise<unknown>][] = [
    ["the whole list, any page", (i) => page(county, {})(codes[(i * 311) % codes.length])],
    ["without a project", () => page(county, { covered: false })()],
    ["able to work", (i) => page(county, { able: true })(i % 2 ? codes[codes.length >> 1] : undefined)],
    ["with land on offer", () => page(county, { idle: true })()],
    ["one town", () => page(county, { village: "610724105" })()],
    ["search by a name", (i) => page(county, { q: anyName(i) })()],
    ["search by a surname", (i) => page(county, { q: [...anyName(i)][0] ?? "" })()],
    ["search by pinyin", (i) => page(county, { q: ["zhang", "wangx", "lim", "zcf", "qqq"][i % 5] ?? "" })()],
    ["search by a code", (i) => page(county, { q: codes[(i * 97) % codes.length]?.slice(0, 8) ?? "" })()],
    ["search of nothing there", () => page(county, { q: "没有这个人" })()],
    [
      "search among the able without a project",
      (i) => page(county, { q: [...anyName(i)][0] ?? "", covered: false, able: true })(),
    ],
    ["an auditor's search by code", (i) => page(auditor, { q: codes[(i * 53) % codes.length] ?? "" })()],
    ["a village's list", () => page(village, { covered: false, able: true })()],
    ["possible doubles, the county's", () => Promise.all([listDuplicates(county), countDuplicates(county)])],
  ];
  const rows: Row[] = [];
  for (const [name, work] of asked) {
    await times(work, 5);
    const row = {
      name: `register, ${name}, p95`,
      value: quantile(await times(work), 0.95),
      unit: "ms",
      must: 100,
    };
    rows.push(row);
    report(row);
  }
  return rows;
}
