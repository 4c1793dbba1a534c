/**
 * The county's spreadsheet beside people at work: `npm run load:import`. Starts a production server of its own on
 * a demo county, asks its pages for a while, then hands in a file that changes every person on the register and
 * commits it, asking on; and last brings the same file into an empty county. Times, pages' p95 before and
 * meanwhile, and memory from /proc. Figures: docs/performance.md. No test.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/postgres.mjs";
import { testEnvironment } from "@/scripts/test-environment.mjs";

const readers = 6;
/** Pages whose reading is itself written into the audit, which waits for the commit of a county like every write. */
const logged = ["/household/record"];
const thinkMs = 150;
const folder = mkdtempSync(join(tmpdir(), "sanjin-load-"));
Object.assign(process.env, testEnvironment(folder), {
  SANJIN_DEMO_SCALE: process.env.SANJIN_DEMO_SCALE ?? "1",
});
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ["--max-semi-space-size=32", "scripts/e2e-server.mjs"], {
  env: { ...process.env, PORT: String(port), HOST: "127.0.0.1" },
  stdio: ["ignore", "ignore", "inherit"],
});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function ready(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${base}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) throw new Error("the server ended before it could serve");
    await pause(1000);
  }
  throw new Error("the server did not come up");
}

const status = (pid: number, field: string): number => {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`^${field}:\\s*(\\d+) kB`, "m").exec(text)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};
/** The workers a process started, and theirs. */
const childrenOf = (pid: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
        return parent === pid ? [Number(name), ...childrenOf(Number(name))] : [];
      } catch {
        return [];
      }
    });

const { closeDatabase, db } = await import("@/db/client");
const { importBatches, postings } = await import("@/db/schema");
const { eq } = await import("drizzle-orm");
const { sessionCookieOf } = await import("@/scripts/load/session");
const { readingsOf } = await import("@/scripts/load/steps");
const { systemAsker } = await import("@/lib/access/asker");
const { filledRows, sheetOf } = await import("@/lib/imports/export");
const { formColumns } = await import("@/lib/imports/form");
const { writeXlsx } = await import("@/lib/spreadsheets/write");
const { importInto } = await import("@/scripts/load/import-into");

/** The county's form with every person changed a little, and every household. */
async function countyFile(): Promise<Buffer> {
  const at = (field: string) => formColumns.findIndex((column) => column.field === field);
  const [ethnicity, income] = [at("member.ethnicity"), at("income.perPersonFen")];
  async function* changed() {
    for await (const row of filledRows(systemAsker, "full", "610724")) {
      row[ethnicity] = "羌族";
      if (typeof row[income] === "number") row[income] += 1;
      yield row;
    }
  }
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([sheetOf(formColumns, changed())])) parts.push(part);
  return Buffer.concat(parts);
}

const percentile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** People reading pages until told to stop. @returns their times in ms. */
function reading(cookies: ReadonlyMap<string, string>, pages: readonly (readonly [string, string])[]) {
  let on = true;
  const times: number[] = [];
  const waits: number[] = [];
  let slowest = { ms: 0, path: "" };
  const all = Array.from({ length: readers }, async (_, i) => {
    for (let n = i; on; n++) {
      const [username, path] = pages[(n * 7 + i) % pages.length] ?? ["county", "/officer"];
      const started = performance.now();
      const answer = await fetch(base + path, { headers: { cookie: cookies.get(username) ?? "" } });
      await answer.arrayBuffer();
      if (answer.status !== 200) console.log(`${path}: ${answer.status}`);
      const ms = performance.now() - started;
      (logged.includes(path) ? waits : times).push(ms);
      if (ms > slowest.ms && !logged.includes(path)) slowest = { ms, path };
      await pause(thinkMs * (0.5 + ((n * 37) % 100) / 100));
    }
  });
  return async () => {
    on = false;
    await Promise.all(all);
    const ms = (share: number) => `${percentile(times, share).toFixed(0)} ms`;
    return {
      p95: percentile(times, 0.95),
      text: `${times.length} pages, p50 ${ms(0.5)}, p95 ${ms(0.95)}, longest ${ms(1)} (${slowest.path}), a logged one ${Math.max(0, ...waits).toFixed(0)} ms`,
    };
  };
}

/** Highest memory seen, in MB: the server's own, and with its workers. */
function watching(pid: number) {
  let own = 0;
  let all = 0;
  const timer = setInterval(() => {
    const mine = status(pid, "VmRSS");
    own = Math.max(own, mine);
    all = Math.max(all, mine + childrenOf(pid).reduce((sum, child) => sum + status(child, "VmRSS"), 0));
  }, 250);
  return () => {
    clearInterval(timer);
    return { own, all };
  };
}

async function until(id: string, ...states: string[]): Promise<void> {
  for (;;) {
    const [batch] = await db.select().from(importBatches).where(eq(importBatches.id, id));
    if (batch && states.includes(batch.state)) return;
    if (batch?.state === "failed" || batch?.failure) throw new Error(JSON.stringify(batch.failure));
    await pause(100);
  }
}

/** Presses a form's button as a browser without script does. */
async function press(path: string, cookie: string, label: RegExp): Promise<void> {
  const html = await (await fetch(base + path, { headers: { cookie } })).text();
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].find((found) => label.test(found[0]))?.[0] ?? "";
  const body = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const of = (name: string) =>
      new RegExp(`${name}="([^"]*)"`).exec(input)?.[1]?.replaceAll("&quot;", '"') ?? "";
    body.append(of("name"), of("value"));
  }
  const answer = await fetch(base + path, {
    method: "POST",
    body,
    headers: { cookie, origin: base },
    redirect: "manual",
  });
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
}

try {
  await ready();
  const pid = server.pid ?? 0;
  const cookies = new Map<string, string>();
  for (const name of ["county", "county2", "village", "household", "enterprise"])
    cookies.set(name, await sessionCookieOf(name));
  const [posting] = await db
    .select({ id: postings.id })
    .from(postings)
    .where(eq(postings.state, "published"))
    .limit(1);
  const pages = [
    ...["county", "village", "household", "enterprise"].flatMap((name) =>
      readingsOf(name).map((path) => [name, path] as const),
    ),
    ["county", `/officer/postings/${posting?.id}`] as const,
  ];
  const file = await countyFile();
  console.log(`file ${(file.length / 2 ** 20).toFixed(1)} MB`);
  // Warm: every page once.
  for (const [name, path] of pages)
    await fetch(base + path, { headers: { cookie: cookies.get(name) ?? "" } }).then((a) => a.text());

  const before = reading(cookies, pages);
  const watchedBefore = watching(pid);
  await pause(25_000);
  const usual = await before();
  const restRss = status(pid, "VmRSS");
  const highest = watchedBefore().own;
  console.log(
    `usually: ${usual.text}; memory ${restRss.toFixed(0)} MB, at its highest ${highest.toFixed(0)}`,
  );

  const form = new FormData();
  form.append("kind", "households");
  form.append("document", "");
  form.append("file", new Blob([new Uint8Array(file)]), "county.xlsx");
  const phase = async (name: string, work: () => Promise<void>) => {
    const stop = reading(cookies, pages);
    const watched = watching(pid);
    const started = performance.now();
    await work();
    const seconds = (performance.now() - started) / 1000;
    // The index follows the commit.
    await pause(3000);
    const met = await stop();
    const { own, all } = watched();
    console.log(
      `${name}: ${seconds.toFixed(1)} s; ${met.text}, ${(met.p95 / usual.p95).toFixed(2)} × usual; memory + ${(own - restRss).toFixed(0)} MB, with its worker + ${(all - restRss).toFixed(0)} MB (over its highest before + ${(all - highest).toFixed(0)})`,
    );
  };
  let id = "";
  await phase("dry run, every row changed", async () => {
    const headers = { cookie: cookies.get("county") ?? "", origin: base };
    const answer = await fetch(`${base}/imports/upload`, {
      method: "POST",
      body: form,
      headers,
      redirect: "manual",
    });
    id = answer.headers.get("location")?.split("/").at(-1) ?? "";
    await until(id, "staged");
  });
  const [batch] = await db.select().from(importBatches).where(eq(importBatches.id, id));
  console.log(JSON.stringify(batch?.counts));
  await phase("commit, every row changed", async () => {
    await press(`/officer/imports/${id}`, cookies.get("county2") ?? "", /name="id"[\s\S]*(入库|Commit)/);
    await until(id, "committed");
  });
  server.kill("SIGTERM");
  await closeDatabase();
  await importInto(join(folder, "empty.db"), file);
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) =>
    server.exitCode === null && server.signalCode === null ? server.once("exit", resolve) : resolve(null),
  );
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
