/**
 * Pictures of every page at 360, 768 and 1280 px, in both languages and themes, in screenshots/. Further
 * arguments go to Playwright: `npm run screenshots -- -g village`.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./run.mjs";

process.chdir(join(import.meta.dirname, ".."));
const more = process.argv.slice(2);
if (more.length === 0) rmSync("screenshots", { recursive: true, force: true });
const ready = await runNode(["scripts/bootstrap.mjs", "test"]);
process.exitCode =
  ready ||
  (await runNode(["node_modules/playwright/cli.js", "test", "--project=screenshots", ...more], {
    SANJIN_SCREENSHOTS: "1",
  }));
