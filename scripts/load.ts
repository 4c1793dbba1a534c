/**
 * A hundred people at once on the whole county: `npm run load`. Starts a production server of its own on the
 * loopback address, with a demo county of its own, asks it for at most two minutes with three seconds of
 * thought between two steps, 85 of 100 steps reading, and stops it by its own pid. Then asks each page alone
 * and reads from /proc what the server's process spent on it. Figures: docs/performance.md. No test.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/postgres.mjs";
import { testEnvironment } from "@/scripts/test-environment.mjs";

const people = 100;
const thinkMs = 3000;
const seconds = Math.min(120, Number(process.argv[2] ?? 60));
const writeShare = 0.15;
const warmRounds = 15;

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

/** Until it serves, at most five minutes: it fills its county first. */
async function ready(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${base}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) throw new Error("the server ended before it could serve");
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("the server did not come up");
}

const { sessionCookieOf } = await import("@/scripts/load/session");
const { readingsOf, writingsOf } = await import("@/scripts/load/steps");

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const say = (name: string, times: number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (share: number) => `${percentile(sorted, share).toFixed(0)} ms`;
  console.log(
    `${name.padEnd(34)} ${String(sorted.length).padStart(6)}  p50 ${ms(0.5)}  p95 ${ms(0.95)}  p99 ${ms(0.99)}`,
  );
};

/** Seconds of processor time the server has used. */
function processorSeconds(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

try {
  await ready();
  const roles = [
    "household",
    "household2",
    "village",
    "village2",
    "enterprise",
    "enterprise2",
    "county",
    "county2",
    "town",
  ];
  const cookies = new Map<string, string>();
  for (const role of roles) cookies.set(role, await sessionCookieOf(role));
  const writings = await writingsOf(roles);
  const times = { read: [] as number[], write: [] as number[] };
  const errors = new Map<string, number>();

  const ask = async (username: string, path: string) => {
    const answer = await fetch(base + path, { headers: { cookie: cookies.get(username) ?? "" } });
    await answer.arrayBuffer();
    return { status: answer.status, what: path };
  };
  const step = async (username: string, random: () => number): Promise<void> => {
    const writes = random() < writeShare;
    const started = performance.now();
    const { status, what } = writes
      ? await (writings.get(username) ?? writings.get("enterprise")!)(base, random)
      : await read(username, random);
    times[writes ? "write" : "read"].push(performance.now() - started);
    if (status >= 500 || status === 429)
      errors.set(`${what} ${status}`, (errors.get(`${what} ${status}`) ?? 0) + 1);
  };
  const read = async (username: string, random: () => number) => {
    const paths = readingsOf(username);
    return ask(username, paths[Math.floor(random() * paths.length)] ?? "/");
  };

  // A server in service has seen each page: what the first asking compiles and reads is measured by `npm start`.
  for (let round = 0; round < warmRounds; round++)
    for (const username of roles) for (const path of readingsOf(username)) await ask(username, path);

  const end = Date.now() + seconds * 1000;
  const before = processorSeconds();
  await Promise.all(
    Array.from({ length: people }, async (_, i) => {
      let seed = i + 1;
      const random = () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return seed / 2_147_483_648;
      };
      const username = roles[i % roles.length] ?? "household";
      // People do not begin in the same moment.
      await new Promise((resolve) => setTimeout(resolve, random() * thinkMs));
      while (Date.now() < end) {
        await step(username, random);
        await new Promise((resolve) => setTimeout(resolve, thinkMs * (0.5 + random())));
      }
    }),
  );
  const all = [...times.read, ...times.write];
  console.log(`${people} people, ${seconds} s, ${thinkMs / 1000} s of thought, ${all.length} steps`);
  say("all", all);
  say("reading pages", times.read);
  say("writing", times.write);
  console.log(`processor per step ${((1000 * (processorSeconds() - before)) / all.length).toFixed(1)} ms`);
  console.log(errors.size === 0 ? "no error" : [...errors].map(([what, n]) => `${n} × ${what}`).join("\n"));

  console.log("\nprocessor time of one page, asked alone 40 times:");
  for (const username of ["household", "village", "enterprise", "county"])
    for (const path of readingsOf(username)) {
      const start = processorSeconds();
      for (let i = 0; i < 40; i++) await ask(username, path);
      console.log(
        `${(((processorSeconds() - start) * 1000) / 40).toFixed(1).padStart(6)} ms  ${username} ${path}`,
      );
    }
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve(null)));
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
