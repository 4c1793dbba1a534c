/**
 * Lighthouse (12.8.2 through npx, mobile, local) on the home of each role, the directory and the ranking page,
 * against a production server on a whole demo county of its own. Three runs a page, the middle one counts.
 * `npm run lighthouse [-- part of an address]`; exits 1 when a page stays below 95, 100 or 95.
 */
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromiumFlags, findChromium } from "@/scripts/chromium.mjs";
import { freePort } from "@/scripts/postgres.mjs";
import { testEnvironment } from "@/scripts/test-environment.mjs";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "sanjin-lighthouse-"));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
Object.assign(process.env, testEnvironment(folder), {
  SANJIN_DEMO_SCALE: process.env.SANJIN_DEMO_SCALE ?? "1",
  NEXT_TELEMETRY_DISABLED: "1",
});
// Read after the environment says which database and keys.
const { sessionOf } = await import("@/e2e/steps");
const { db, closeDatabase } = await import("@/db/client");
const { postings } = await import("@/db/schema");
const { desc, eq } = await import("drizzle-orm");

const aims = { performance: 95, accessibility: 100, "best-practices": 95 };
type Scores = Record<keyof typeof aims, number> & { script: number; lcp: number };

async function once(url: string, cookie: string | null, i: number): Promise<Scores> {
  const path = join(folder, `report-${i}.json`);
  const flags = ["--headless=new", ...chromiumFlags].join(" ");
  const args = ["--yes", "lighthouse@12.8.2", url, "--quiet", "--output=json", `--output-path=${path}`];
  args.push(`--only-categories=${Object.keys(aims).join(",")}`, `--chrome-flags=${flags}`);
  // Lighthouse clears the browser's cookies before each run; a header stays.
  if (cookie) args.push(`--extra-headers=${JSON.stringify({ Cookie: cookie })}`);
  await run("npx", args, {
    env: { ...process.env, CHROME_PATH: (await findChromium()) ?? "" },
    maxBuffer: 1e8,
  });
  const report = JSON.parse(readFileSync(path, "utf8")) as {
    categories: Record<string, { score: number | null }>;
    audits: Record<
      string,
      { numericValue?: number; details?: { items?: { resourceType?: string; transferSize?: number }[] } }
    >;
  };
  const score = (name: string) => Math.round((report.categories[name]?.score ?? 0) * 100);
  const scripts = report.audits["network-requests"]?.details?.items?.filter(
    (r) => r.resourceType === "Script",
  );
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
    script: Math.round((scripts ?? []).reduce((sum, r) => sum + (r.transferSize ?? 0), 0) / 1024),
    lcp: Math.round(report.audits["largest-contentful-paint"]?.numericValue ?? 0),
  };
}

const middle = (runs: Scores[]): Scores =>
  runs.toSorted((a, b) => a.performance - b.performance)[Math.floor(runs.length / 2)] as Scores;

const setup = spawn(process.execPath, ["--import", "tsx", "scripts/setup.ts"], { stdio: "inherit" });
await new Promise((done) => setup.once("exit", done));
const server = spawn(process.execPath, ["scripts/serve.mjs"], {
  env: { ...process.env, PORT: String(port), HOST: "127.0.0.1" },
  stdio: ["ignore", "ignore", "inherit"],
});
let failed = 0;
try {
  for (let i = 0; i < 100; i++) {
    if (
      await fetch(`${base}/api/health`).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  const [posting] = await db
    .select({ id: postings.id })
    .from(postings)
    .where(eq(postings.state, "published"))
    .orderBy(desc(postings.id))
    .limit(1);
  const pages: [string | null, string][] = [
    [null, "/"],
    [null, "/directory"],
    ["household", "/household"],
    ["village", "/village"],
    ["enterprise", "/enterprise"],
    ["county", "/officer"],
    ["county", `/officer/postings/${posting?.id}`],
    ["admin", "/admin"],
    ["auditor", "/auditor"],
  ];
  const only = process.argv[2];
  console.log(
    "| page | as | performance | accessibility | best practices | LCP ms | script KB |\n|---|---|---|---|---|---|---|",
  );
  for (const [as, path] of pages) {
    if (only && !path.includes(only)) continue;
    const session = as && (await sessionOf(as));
    const cookie = session ? `${session.name}=${session.value}; locale=zh` : null;
    await fetch(base + path, { headers: cookie ? { Cookie: cookie } : {} });
    const runs: Scores[] = [];
    for (let i = 0; i < 3; i++) runs.push(await once(base + path, cookie, i));
    const got = middle(runs);
    const below = Object.entries(aims).some(([name, aim]) => got[name as keyof typeof aims] < aim);
    failed += Number(below);
    const shown = path.replace(/0\w{25}/, "…");
    console.log(
      `| ${shown} | ${as ?? "–"} | ${got.performance} | ${got.accessibility} | ${got["best-practices"]} | ${got.lcp} | ${got.script} |${below ? " BELOW" : ""}`,
    );
  }
} finally {
  server.kill("SIGTERM");
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
