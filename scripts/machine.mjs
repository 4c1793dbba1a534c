/** What the tests need beyond npm's packages: a Chromium, a font with Chinese, PostgreSQL, poppler to read PDFs. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { findChromium } from "./chromium.mjs";
import { findPostgres } from "./postgres.mjs";
import { run, runNode, stop } from "./run.mjs";

const isDebian = () =>
  existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));

function hasChineseFont() {
  try {
    return execFileSync("fc-list", [":lang=zh", "file"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return process.platform !== "linux"; // no fontconfig: macOS and Windows bring such fonts
  }
}

function hasPoppler() {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    execFileSync("pdftoppm", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Finds or installs what is missing; ends loudly when the tests could not say anything without it. */
export async function prepareMachine() {
  const missing = [
    ...((await findChromium()) || process.env.CHROMIUM_PATH ? [] : ["chromium"]),
    ...(hasChineseFont() ? [] : ["fonts-noto-cjk"]),
    ...(hasPoppler() ? [] : ["poppler-utils"]),
    ...(findPostgres() || process.env.SANJIN_TEST_POSTGRES ? [] : ["postgresql"]),
  ];
  if (missing.length > 0 && process.getuid?.() === 0 && isDebian()) {
    console.log(`sanjin: installing Debian's ${missing.join(", ")} for the tests`);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], env);
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], env);
  }
  if (!(await findChromium())) {
    if (process.env.CHROMIUM_PATH) stop(`CHROMIUM_PATH names no file: ${process.env.CHROMIUM_PATH}`);
    await runNode(["node_modules/playwright/cli.js", "install", "chromium"]);
    if (!(await findChromium())) stop("no Chromium could be had; install one and set CHROMIUM_PATH");
  }
  if (!hasChineseFont()) console.error("sanjin: no font with Chinese found; screens will show boxes");
  if (!hasPoppler()) stop("pdftotext and pdftoppm (poppler) are needed to read the PDFs made; install them");
  if (!findPostgres() && !process.env.SANJIN_TEST_POSTGRES)
    stop(
      "PostgreSQL (initdb) is needed by the data layer's tests; install it, 15 or newer, or name a server by SANJIN_TEST_POSTGRES=postgres://…",
    );
}
