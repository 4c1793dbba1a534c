import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "playwright/test";
import { chromiumFlags, findChromium } from "@/scripts/chromium.mjs";
import { freePort } from "@/scripts/postgres.mjs";
import { testEnvironment } from "@/scripts/test-environment.mjs";

// This file is loaded again in every worker; the first to load it chooses, the others inherit. The stories
// may run the command line: DATABASE_URL and the keys are those of the server.
if (!process.env.SANJIN_E2E_URL) {
  const folder = mkdtempSync(join(tmpdir(), "sanjin-e2e-"));
  process.env.SANJIN_E2E_FOLDER = folder;
  process.env.SANJIN_E2E_URL = `http://127.0.0.1:${await freePort()}`;
  // A fifth of the county, of all its towns: a story is as long on the whole one, SANJIN_E2E_SCALE=1, but its
  // plans and exports take the processor from the others. What must hold at full size is measured by benchmarks.
  Object.assign(process.env, testEnvironment(folder), {
    SANJIN_DEMO_SCALE: process.env.SANJIN_E2E_SCALE ?? "0.2",
  });
}
const url = new URL(process.env.SANJIN_E2E_URL);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ...(process.env.SANJIN_PLAYWRIGHT_JSON
      ? [["json", { outputFile: process.env.SANJIN_PLAYWRIGHT_JSON }] as const]
      : []),
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: url.origin,
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    // A trace is recorded for every story, kept or not: a quarter of the time. A failure leaves its picture and
    // what stood on the page (error-context.md); for more, run its file again with --trace=on.
    trace: "off",
    launchOptions: { executablePath: (await findChromium()) ?? undefined, args: chromiumFlags },
  },
  projects: [
    { name: "desktop", testIgnore: "screenshots.spec.ts" },
    // The main story once more on a village worker's old phone.
    {
      name: "phone",
      testMatch: "journey.spec.ts",
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
    ...(process.env.SANJIN_SCREENSHOTS ? [{ name: "screenshots", testMatch: "screenshots.spec.ts" }] : []),
  ],
  globalTeardown: "./scripts/e2e-cleanup.mjs",
  webServer: {
    command: "exec node scripts/e2e-server.mjs",
    url: `${url.origin}/api/health`,
    env: { PORT: url.port, HOST: url.hostname },
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 8000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
