/**
 * All figures in one run: `npm run bench` prints them; `npm run bench -- --write` also writes
 * docs/performance.md; `-- rank`, `-- register`, `-- moneys` or `-- plan` runs one part. Uses the county in DATABASE_URL (default
 * data/sanjin.db), or a demo county made for it in a temporary directory.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { closeDatabase, sqlitePath } from "@/db/client";
import { engine } from "@/db/columns";
import { migrate } from "@/db/migrate";
import { today } from "@/lib/clock/clock";
import { benchMoneys } from "@/scripts/bench/moneys";
import { benchPlan, type Row } from "@/scripts/bench/plan";
import { benchRank } from "@/scripts/bench/rank";
import { benchRegistry } from "@/scripts/bench/registry";

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const wants = (part: string) => asked.length === 0 || asked.includes(part);
const figure = ({ value, unit }: Row) =>
  `${Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)}${unit && ` ${unit}`}`;
const verdict = ({ value, must, aim }: Row) =>
  must === undefined ? "" : value <= (aim ?? must) ? "aim met" : value <= must ? "must met" : "MISSED";
const bound = (n: number | undefined) => (n === undefined ? "" : `≤ ${Number(n.toPrecision(3))}`);

/** A demo county of its own when the database holds none. */
async function county(): Promise<() => void> {
  if (engine === "postgresql" || existsSync(sqlitePath())) return () => {};
  const folder = mkdtempSync(join(tmpdir(), "sanjin-bench-"));
  process.env.DATABASE_URL = `file:${join(folder, "county.db")}`;
  const { seedDemo } = await import("@/lib/demo/seed");
  await migrate();
  await seedDemo({ scale: 1, seed: 1, today: today() });
  return () => rmSync(folder, { recursive: true, force: true });
}

function page(rows: readonly Row[], seconds: number): string {
  const [cpu] = cpus();
  const machine = `${cpu?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`;
  const lines = rows.map(
    (row) => `| ${row.name} | ${figure(row)} | ${bound(row.must)} | ${bound(row.aim)} | ${verdict(row)} |`,
  );
  return `# Performance

Written by \`npm run bench -- --write\` on ${today()}, all in one run of ${seconds.toFixed(0)} s, on: ${machine}.
The ranking is measured on the demo county and its open postings; the answers of SQL and C++ are checked to be
the same fifty rows in the same order. The C++ is a plain scan with the same running bound (scripts/bench/rank.cpp);
ours also visits cells in rings and stops early.

| figure | measured | must | aim | |
|---|---|---|---|---|
${lines.join("\n")}
`;
}

const report = (row: Row) =>
  console.log(`${verdict(row).padEnd(8)} ${figure(row).padStart(10)}  ${row.name} ${bound(row.must)}`);

const done = await county();
try {
  const start = performance.now();
  const rows: Row[] = [];
  if (wants("rank")) rows.push(...(await benchRank(today(), report)));
  if (wants("moneys")) rows.push(...(await benchMoneys(today(), report)));
  if (wants("register")) rows.push(...(await benchRegistry(report)));
  if (wants("plan")) rows.push(...(await benchPlan([], report)));
  const seconds = (performance.now() - start) / 1000;
  if (process.argv.includes("--write")) writeFileSync("docs/performance.md", page(rows, seconds));
} finally {
  await closeDatabase();
  done();
}
