/** Time runs by itself: a server is killed in the middle of a notice and started again on a later day. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "playwright/test";
import { addDays } from "@/lib/clock/clock";
import { freePort } from "@/scripts/postgres.mjs";
import { testEnvironment } from "@/scripts/test-environment.mjs";

type Json = { items: { id: string; endsOn: string; state: string }[] } & Record<string, string>;
const day = "2026-11-23";

test("killed in mid-notice, a server forgets nothing: the notice ends on its day, unanswered applications expire", async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "sanjin-restart-"));
  const port = await freePort();
  const env = { ...process.env, ...testEnvironment(folder), PORT: String(port), HOST: "127.0.0.1" };
  const on = (today: string) => ({ ...env, SANJIN_TODAY: today });
  const run = (args: string[], today: string) =>
    promisify(execFile)(process.execPath, args, { env: on(today) });
  let server: ChildProcess | null = null;
  const start = async (today: string) => {
    server = spawn(process.execPath, ["scripts/serve.mjs"], { env: on(today), stdio: "ignore" });
    await expect
      .poll(
        () =>
          fetch(`http://127.0.0.1:${port}/api/health`).then(
            (r) => r.status,
            () => 0,
          ),
        { timeout: 90_000 },
      )
      .toBe(200);
  };
  const kill = async () => {
    server?.kill("SIGKILL");
    if (server) await once(server, "exit");
  };
  try {
    await run(["--import", "tsx", "scripts/setup.ts"], day);
    const { stdout } = await run(
      ["--import", "tsx", "scripts/sanjin.ts", "token", "county", "--days", "300"],
      day,
    );
    const get = async (path: string, token?: string) => {
      const headers = token ? { Authorization: `Bearer ${token}` } : undefined;
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { headers });
      return { status: answer.status, body: (await answer.json()) as Json };
    };
    const officer = stdout.trim();

    await start(day);
    const up = (await get("/notices?limit=200")).body.items;
    const held = (await get("/objections", officer)).body.items as unknown as { notice: string }[];
    const notice = up.find((n) => !held.some((o) => o.notice === n.id))!;
    const waiting = (await get("/applications?status=applied", officer)).body.items;
    expect(waiting.length).toBeGreaterThan(0);
    await kill();

    // The same day, and its last day: still up, its end where it was.
    for (const today of [day, notice.endsOn]) {
      await start(today);
      expect((await get(`/notices/${notice.id}`)).body).toMatchObject({
        state: "open",
        endsOn: notice.endsOn,
      });
      await kill();
    }

    const after = addDays(day, 40);
    await start(after);
    await expect
      .poll(async () => (await get(`/notices/${notice.id}`, officer)).body.state, { timeout: 60_000 })
      .toBe("over");
    expect((await get(`/notices/${notice.id}`)).status).toBe(410);
    for (const { id } of waiting)
      expect((await get(`/applications/${id}`, officer)).body).toMatchObject({
        state: "expired",
        reasonCode: "no-reply",
      });
    // What somebody objected to waits for its decision, however late it is.
    for (const { notice: id } of held) expect((await get(`/notices/${id}`, officer)).body.state).toBe("open");
  } finally {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
