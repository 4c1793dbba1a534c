/**
 * The long versions of tests whose short sample runs in `npm test`: a hundred killed commits, a thousand mutated
 * files, a spreadsheet's round trip through LibreOffice.
 */
import { join } from "node:path";
import { runNode, stop } from "./run.mjs";

process.chdir(join(import.meta.dirname, ".."));
const campaigns = {
  crash: { file: "lib/imports/crash.slow.test.ts", env: { SANJIN_KILLS: "100" } },
  fuzz: { file: "lib/imports/fuzz.slow.test.ts", env: { SANJIN_FUZZ: "1000" } },
  roundtrip: { file: "lib/imports/roundtrip.slow.test.ts", env: { SANJIN_ROUNDTRIP: "0.1" } },
};
const [name = "", size] = process.argv.slice(2);
const campaign = campaigns[name] ?? stop(`campaign knows: ${Object.keys(campaigns).join(", ")}`);
const env = Object.fromEntries(Object.entries(campaign.env).map(([key, value]) => [key, size ?? value]));
process.exitCode = await runNode(
  ["node_modules/vitest/vitest.mjs", "run", "--project=unit", campaign.file],
  env,
);
