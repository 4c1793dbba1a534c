import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { run, runNode, stop } from "./run.mjs";

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

/** Whether this Node's major and minor satisfy a range written `>=a.b <c`, the only form we use. */
export function nodeFits(range, version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [, low, lowMinor, high] = /^>=(\d+)\.(\d+) <(\d+)$/.exec(range) ?? [];
  return (
    (major > Number(low) || (major === Number(low) && minor >= Number(lowMinor))) && major < Number(high)
  );
}

/**
 * Whether node_modules holds what package-lock.json names: npm writes its own list there as the last act of
 * an installation, so that one broken off does not count, and no stamp of ours can go stale.
 */
function installed() {
  const list = "node_modules/.package-lock.json";
  if (!existsSync(list)) return false;
  const wanted = json("package-lock.json").packages;
  const present = json(list).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || present[path]?.version === version,
  );
}

/** Whether the database addon loads in this Node: another Node than the installing one needs another build. */
function addonLoads() {
  try {
    const Database = createRequire(import.meta.url)("better-sqlite3");
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

/** Checks Node, then installs exactly what the lock file names if it is not there yet. */
export async function install() {
  const { engines } = json("package.json");
  if (!nodeFits(engines.node)) stop(`Node ${engines.node} is needed, this is ${process.versions.node}`);
  const npm = (args) =>
    process.env.npm_execpath?.endsWith(".js")
      ? runNode([process.env.npm_execpath, ...args])
      : run("npm", args);
  if (!installed()) {
    console.log(
      "sanjin: installing packages (once; two to three minutes when the database addon is compiled)",
    );
    // Under NODE_ENV=production npm would leave out what the build needs.
    if ((await npm(["ci", "--include=dev"])) !== 0) stop("npm ci failed; its own words stand above");
  }
  if (addonLoads()) return;
  console.log("sanjin: building the database addon for this Node");
  if ((await npm(["rebuild", "better-sqlite3"])) !== 0 || !addonLoads())
    stop(
      "better-sqlite3 does not load; it needs a C++ compiler, make and Python 3 where no prebuilt is offered",
    );
}
