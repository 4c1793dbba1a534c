import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, db } from "@/db/client";
import type { CountyHousehold, CountyPosting } from "@/lib/matching/county";
import { postingProblem } from "@/lib/matching/eligibility";
import { postingsOn } from "@/lib/matching/posting-facts";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { loadPostings } from "@/lib/matching/queries/postings";
import { rankHouseholds, rankPostings } from "@/lib/matching/rank";
import { defaultPolicy } from "@/lib/policy/policy";
import { startAccount } from "@/lib/users/open";

/** The command line as it is run, on a demo county it made itself. */

const folder = mkdtempSync(join(tmpdir(), "sanjin-cli-"));
const day = "2026-11-23";
const env = { ...process.env, DATABASE_URL: `file:${join(folder, "sanjin.db")}` };

type Run = { code: number; out: string; err: string };
const sanjin = (...args: string[]): Promise<Run> =>
  new Promise((done) => {
    const all = ["--import", "tsx", "scripts/sanjin.ts", ...args];
    execFile(process.execPath, all, { env, maxBuffer: 2 ** 28 }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
const json = async <T>(...args: string[]): Promise<T> => {
  const { code, out, err } = await sanjin(...args, "--json", "--today", day);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as T;
};

let households: CountyHousehold[] = [];
let postings: CountyPosting[] = [];
beforeAll(async () => {
  process.env.DATABASE_URL = env.DATABASE_URL;
  await json("demo", "--scale", "0.02", "--seed", "7");
  households = await loadHouseholds(db);
  const { facts, liveKinds } = await loadPostings(db);
  postings = postingsOn(facts, liveKinds, day).map((fact) => fact.posting);
}, 120_000);
afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

type Row = { household: string; posting: string; score: number; parts: object; reasons: { code: string }[] };

describe("rank and match say what the reference says", () => {
  it.each(["job", "land", "equity"] as const)("rank, for a %s", { timeout: 60_000 }, async (kind) => {
    const posting = postings.find((p) => p.kind === kind && p.open)!;
    const naive = rankHouseholds(posting, { households }, defaultPolicy, day);
    const rows = await json<Row[]>("rank", posting.id, "--top", "1000000");
    expect(naive.length).toBeGreaterThan(10);
    expect(rows.map((row) => row.household)).toEqual(naive.map((row) => row.code));
    for (const [i, { score, parts, reasons, ...rest }] of rows.entries()) {
      expect(Math.abs(score - naive[i]!.score)).toBeLessThan(1e-9);
      for (const [name, part] of Object.entries(naive[i]!.parts))
        expect(Math.abs((parts as Record<string, number>)[name]! - part)).toBeLessThan(1e-9);
      expect(reasons.every((reason) => typeof reason.code === "string")).toBe(true);
      expect(Object.keys(rest)).toEqual(["household"]);
    }
    const top = await json<Row[]>("rank", posting.id, "--top", "3");
    expect(top).toEqual(rows.slice(0, 3));
  });

  it("rank-all, for every open posting, what rank says of each", { timeout: 60_000 }, async () => {
    type List = { posting: string; rows: { household: string; score: number }[] };
    const lists = await json<List[]>("rank-all", "--top", "4");
    const open = postings.filter((p) => postingProblem(p) === null);
    expect(lists.map((list) => list.posting).sort()).toEqual(open.map((p) => p.id).sort());
    for (const { posting: id, rows } of lists) {
      const posting = open.find((p) => p.id === id)!;
      const naive = rankHouseholds(posting, { households }, defaultPolicy, day).slice(0, 4);
      expect(rows.map((row) => row.household)).toEqual(naive.map((row) => row.code));
    }
  });

  it("match, for a household", { timeout: 60_000 }, async () => {
    const household = households.find((h) => h.liveProjects === 0 && h.members.length > 2)!;
    const naive = rankPostings(household, { postings }, defaultPolicy, day);
    const rows = await json<Row[]>("match", household.code, "--top", "1000");
    expect(naive.length).toBeGreaterThan(3);
    expect(rows.map((row) => row.posting)).toEqual(naive.map((row) => row.code));
    for (const [i, row] of rows.entries()) expect(Math.abs(row.score - naive[i]!.score)).toBeLessThan(1e-9);
  });
});

it("plan: who would go where, with its bound", { timeout: 60_000 }, async () => {
  const plan = await json<{ value: number; bound: number; gap: number; seconds: number; assigned: Row[] }>(
    "plan",
  );
  expect(plan.bound).toBeGreaterThanOrEqual(plan.value);
  expect(plan.gap).toBeCloseTo((plan.bound - plan.value) / plan.bound, 12);
  expect(plan.assigned.length).toBeGreaterThan(0);
  const codes = new Set(households.map((h) => h.code));
  expect(plan.assigned.every((row) => codes.has(row.household))).toBe(true);
});

it("solve: an instance file in, an answer with its certificate out", { timeout: 60_000 }, async () => {
  const file = join(folder, "instance.json");
  const option = (bin: string, value: number) => ({ bin, size: 1, value });
  const instance = {
    bins: [
      { id: "P1", capacity: 1 },
      { id: "P2", capacity: 1 },
    ],
    groups: [
      { id: "A", limit: 1, bonus: 100, items: [{ id: "a", options: [option("P1", 9), option("P2", 8)] }] },
      { id: "B", limit: 1, bonus: 100, items: [{ id: "b", options: [option("P1", 9), option("P2", 2)] }] },
    ],
  };
  writeFileSync(file, JSON.stringify(instance));
  const answer = await json<{ value: number; bound: number; gap: number; assigned: object[] }>("solve", file);
  expect(answer).toMatchObject({
    value: 217,
    bound: 217,
    gap: 0,
    assigned: [
      { item: "a", bin: "P2" },
      { item: "b", bin: "P1" },
    ],
  });
  writeFileSync(file, JSON.stringify({ ...instance, groups: [{ ...instance.groups[0], extra: 1 }] }));
  const flawed = await sanjin("solve", file);
  expect(flawed).toMatchObject({ code: 1, out: "" });
  expect(flawed.err).toMatch(/^sanjin: groups\[0\]: .*extra.*\n$/);
});

it("an account is opened with a starting code, within the county alone", { timeout: 60_000 }, async () => {
  const { code } = await json<{ code: string }>("account", "admin", "610724", "first-admin", "测试");
  expect(code).toMatch(/^(\w{4}-){2}\w{4}$/);
  const password = { fresh: "tea and rain 9", again: "tea and rain 9" };
  expect(await startAccount({ username: "first-admin", code, ...password }, null)).toBe("first-admin");
  expect((await sanjin("account", "admin", "610725", "second-admin", "测试")).code).toBe(1);
  expect((await sanjin("account", "king", "610724", "second-admin", "测试")).code).toBe(1);
});

it("a live county starts with its places and nobody in it", { timeout: 60_000 }, async () => {
  const live = {
    ...env,
    SANJIN_MODE: "live",
    AUTH_SECRET: "k7Qm2XadRtc9Vb4Nz8Lw3Ep6Hs5Jf1Gu",
    SANJIN_KEYS: `one:${Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 37 + 11) % 256)).toString("base64")}`,
    DATABASE_URL: `file:${join(folder, "live.db")}`,
  };
  const node = (...args: string[]) =>
    new Promise<Run>((done) => {
      const all = ["--import", "tsx", ...args];
      execFile(process.execPath, all, { env: live }, (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  expect(await node("scripts/setup.ts")).toMatchObject({ code: 0, err: "" });
  expect((await node("scripts/setup.ts")).out, "the second start does nothing").toBe("");
  const opened = await node("scripts/sanjin.ts", "account", "county", "610724", "officer", "测试");
  expect(opened).toMatchObject({ code: 0, err: "" });
  expect((await node("scripts/sanjin.ts", "demo")).code, "no demo in live mode").toBe(1);
});

it("a token is printed once and opens the door; the audit fits", { timeout: 60_000 }, async () => {
  const { token } = await json<{ token: string }>("token", "county", "--days", "2");
  const { askerOfToken } = await import("@/lib/users/queries");
  expect(await askerOfToken(token)).toMatchObject({ role: "county", divisionScope: "610724" });
  expect((await sanjin("token", "village")).out).toMatch(/^sanjin_[\w-]{43}\n$/);
  expect(await json("audit", "verify")).toMatchObject({ firstBad: null });
});

describe("exit codes", () => {
  it.each([
    ["an unknown posting", ["rank", "none"], /^sanjin: not-found: .*\n$/],
    ["an unknown user", ["token", "none"], /^sanjin: not-found: .*\n$/],
    ["a full database", ["demo"], /^sanjin: the database is not empty\n$/],
    ["a file that is not there", ["solve", "none.json"], /^sanjin: cannot read none\.json \(ENOENT\)\n$/],
    ["a file that is not JSON", ["solve", "README.md"], /^sanjin: README\.md is not JSON\n$/],
  ])("1 and one line for %s", { timeout: 60_000 }, async (_, args, line) => {
    const { code, out, err } = await sanjin(...args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(line);
  });

  it.each([
    [[]],
    [["frob"]],
    [["rank"]],
    [["rank", "a", "--top", "0"]],
    [["rank", "a", "--today", "2026-02-30"]],
    [["token", "county", "--days", "367"]],
    [["audit", "mend"]],
  ])("2 and the list of commands for %j", { timeout: 60_000 }, async (args) => {
    const { code, out, err } = await sanjin(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const name of [
      "migrate",
      "demo",
      "rank",
      "rank-all",
      "match",
      "plan",
      "solve",
      "token",
      "account",
      "audit",
    ])
      expect(err).toContain(`  ${name} `);
  });
});
