import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode, stop } from "./run.mjs";

const sources = ["app", "components", "db", "lib", "public"];
const files = [
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
const stamp = ".next/sanjin-sources";

/** Every file below a path, tests left out, in a fixed order. */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** A hash of everything a build is made from. */
function sourcesHash() {
  const hash = createHash("sha256").update(process.versions.node);
  for (const path of [...sources, ...files].flatMap(filesBelow))
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

/** Builds for production unless the last build was made from the same sources. */
export async function build() {
  const hash = sourcesHash();
  const built = existsSync(".next/BUILD_ID") && existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (built) return;
  console.log("sanjin: building (once after each change; under a minute)");
  rmSync(stamp, { force: true });
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  if ((await runNode(["node_modules/next/dist/bin/next", "build"], env)) !== 0)
    stop("the build failed; its own words stand above");
  writeFileSync(stamp, hash);
}
