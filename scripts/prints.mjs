/**
 * Pictures of everything meant for paper, A4, in both languages, in prints/ (NAME.LANGUAGE.png as a browser
 * lays it out at the width of a sheet, NAME.LANGUAGE.pdf as it is printed). Further arguments go to Playwright:
 * `npm run prints -- -g pack`.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./run.mjs";

process.chdir(join(import.meta.dirname, ".."));
const more = process.argv.slice(2);
if (more.length === 0) rmSync("prints", { recursive: true, force: true });
const ready = await runNode(["scripts/bootstrap.mjs", "test"]);
process.exitCode =
  ready ||
  (await runNode(
    ["node_modules/playwright/cli.js", "test", "e2e/print.spec.ts", "--project=desktop", ...more],
    { SANJIN_PRINTS: "1" },
  ));
