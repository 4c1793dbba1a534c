/**
 * Everything: vitest (units on SQLite, the data layer on PostgreSQL), then Playwright against a production
 * server. The last line sums up what the runners themselves counted; a runner that ran nothing, or failed
 * outside a test, counts as one failure.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./run.mjs";

process.chdir(join(import.meta.dirname, ".."));
const folder = mkdtempSync(join(tmpdir(), "sanjin-results-"));

/** @returns {Promise<{passed: number, failed: number}>} of one runner that leaves its counts in a JSON file. */
async function runner(name, args, count, env = {}) {
  const file = join(folder, `${name}.json`);
  const code = await runNode(args(file), env);
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
  const failedOutside = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  if (failedOutside) console.error(`sanjin: ${name} failed outside its tests (exit ${code})`);
  return failedOutside ? { ...counts, failed: 1 } : counts;
}

const results = [
  await runner(
    "vitest",
    (file) => [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--allowOnly=false",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  ),
  await runner(
    "playwright",
    () => ["node_modules/playwright/cli.js", "test", "--forbid-only"],
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    { SANJIN_PLAYWRIGHT_JSON: join(folder, "playwright.json") },
  ),
];
rmSync(folder, { recursive: true, force: true });

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
