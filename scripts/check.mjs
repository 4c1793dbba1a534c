/** Format, lint, types, unit tests: everything that answers within a minute. `npm test` is everything. */
import { join } from "node:path";
import { install } from "./install.mjs";
import { runNode } from "./run.mjs";

process.chdir(join(import.meta.dirname, ".."));
await install();

const steps = [
  ["format and lint", ["node_modules/@biomejs/biome/bin/biome", "check", "."]],
  // Next's own declarations (CSS, routes) are made, not kept.
  ["route types", ["node_modules/next/dist/bin/next", "typegen"]],
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false"]],
  [
    "unit tests",
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project=unit",
      "--exclude=**/*.slow.test.ts",
      "--reporter=dot",
    ],
  ],
];
let failed = 0;
for (const [name, args] of steps) {
  const started = Date.now();
  const code = await runNode(args);
  if (code !== 0) failed += 1;
  console.log(`${code === 0 ? "ok" : "FAILED"}  ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
process.exitCode = failed === 0 ? 0 : 1;
