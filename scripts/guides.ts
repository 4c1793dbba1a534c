/**
 * Takes the pictures of the guides: `npm run guides`, or of some:
 * `npm run guides -- village county`. Starts a production server of its own with a small demo
 * county, goes to each step's screen as its role and in each language, checks that the words the step speaks
 * of stand there, and writes public/guides/LANGUAGE/ROLE-STEP.jpg. A step that is no longer true ends it.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { locales, roles } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { chromiumFlags, findChromium } from "@/scripts/chromium.mjs";
import { type Shot, shots } from "@/scripts/guides/shots";
import { freePort } from "@/scripts/postgres.mjs";
import { testEnvironment } from "@/scripts/test-environment.mjs";

const folder = mkdtempSync(join(tmpdir(), "sanjin-guides-"));
// Always of the same day, so that a picture changes only when its page does; one with dividends due that week.
Object.assign(process.env, testEnvironment(folder), { SANJIN_TODAY: "2026-11-25" });
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ["scripts/e2e-server.mjs"], {
  env: { ...process.env, PORT: String(port), HOST: "127.0.0.1" },
  stdio: ["ignore", "ignore", "inherit"],
});

async function ready(): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if ((await fetch(`${base}/api/health`).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("the server did not come up");
}

const asked = roles.filter((role) => process.argv.length < 3 || process.argv.includes(role));
const untrue: string[] = [];
const size = { width: 360, height: 560 };

try {
  await ready();
  const { sessionCookieOf } = await import("@/scripts/load/session");
  // The first hints would stand before what the pictures are of.
  const { tx } = await import("@/db/client");
  const { users } = await import("@/db/schema");
  await tx((w) => w.update(users).set({ welcomedAt: new Date() }));
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags,
  });
  for (const locale of locales)
    for (const role of asked) {
      mkdirSync(`public/guides/${locale}`, { recursive: true });
      for (const [i, shot] of shots[role].entries()) {
        const context = await browser.newContext({
          viewport: size,
          locale: "zh-CN",
          timezoneId: "Asia/Shanghai",
        });
        await context.addCookies([{ name: "locale", value: locale, url: base }]);
        if (shot.as) {
          const [name = "", value = ""] = (await sessionCookieOf(shot.as)).split("=");
          await context.addCookies([{ name, value, url: base, httpOnly: true }]);
        }
        await take(
          await context.newPage(),
          shot,
          `public/guides/${locale}/${role}-${i + 1}.jpg`,
          dictionary(locale),
        );
        await context.close();
      }
    }
  await browser.close();
  if (untrue.length > 0) throw new Error(untrue.join("\n"));
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve(null)));
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}

async function take(
  page: Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>["newPage"]>>,
  shot: Shot,
  file: string,
  t: ReturnType<typeof dictionary>,
): Promise<void> {
  const answer = await page.goto(base + shot.path, { waitUntil: "networkidle" });
  if (shot.follow) await page.locator(`main a[href^="${shot.follow}"]:not([href$="/new"])`).first().click();
  await page.waitForLoadState("networkidle");
  const words = shot.sees(t);
  const there = await page
    .getByText(words)
    .filter({ visible: true })
    .first()
    .waitFor({ state: "visible", timeout: 15_000 })
    .then(
      () => true,
      () => false,
    );
  if ((answer?.status() ?? 500) >= 400 || !there)
    untrue.push(`${file}: ${shot.path} does not show “${words}”`);
  // A link far down was scrolled to before it was followed.
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: file, type: "jpeg", quality: 55 });
  console.log(file);
}
