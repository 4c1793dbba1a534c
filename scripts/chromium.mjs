import { existsSync } from "node:fs";

/** What keeps Chromium quiet on a machine without network, and lets root run it. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** @returns {Promise<string | null>} CHROMIUM_PATH, the system's Chromium, or Playwright's own, if there. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  const { chromium } = await import("playwright");
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}
