/**
 * What stands between a fresh clone and a running server or test: `bootstrap.mjs start | test`. Plain Node,
 * needs no package. Each step looks first whether its work is already done. Next's build imports every
 * route, so the database is brought up to date before it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { databaseStands } from "./database.mjs";
import { install } from "./install.mjs";
import { runNode, stop } from "./run.mjs";

process.chdir(join(import.meta.dirname, ".."));
const purpose = process.argv[2];
if (purpose !== "start" && purpose !== "test") stop("usage: bootstrap.mjs start | test", 2);

await install();

if (purpose === "start") {
  if (!databaseStands() && (await runNode(["--import", "tsx", "scripts/setup.ts"])) !== 0) process.exit(1);
  await build();
} else {
  const { prepareMachine } = await import("./machine.mjs");
  await prepareMachine();
  // The tests' build must not touch data/: it sees an empty database of its own.
  const folder = mkdtempSync(join(tmpdir(), "sanjin-build-"));
  const { testEnvironment } = await import("./test-environment.mjs");
  Object.assign(process.env, testEnvironment(folder));
  try {
    if ((await runNode(["--import", "tsx", "scripts/setup.ts", "--no-seed"])) !== 0) process.exit(1);
    await build();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
