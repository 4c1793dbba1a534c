import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { ask, sessionOf, tokenOf } from "@/e2e/steps";
import { addDays, today } from "@/lib/clock/clock";
import { postingsOn } from "@/lib/matching/posting-facts";
import { loadHouseholds } from "@/lib/matching/queries/households";
import { loadPostings } from "@/lib/matching/queries/postings";
import { rankHouseholds } from "@/lib/matching/rank";
import { policyFor } from "@/lib/policy/queries";

/** The story of the product, told by other systems: tokens, JSON, the server and the command line. */

type Json = Record<string, unknown> & { id: string; items: (Json & { score: number; household: string })[] };
const run = promisify(execFile);
const sanjin = async (...args: string[]): Promise<unknown> => {
  const { stdout } = await run(
    process.execPath,
    ["--import", "tsx", "scripts/sanjin.ts", ...args, "--json"],
    {
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return JSON.parse(stdout);
};

test("a posting's way from draft to a match under objection", async ({ request }) => {
  const names = [
    "enterprise",
    "enterprise2",
    "county",
    "county2",
    "village",
    "village2",
    "household",
  ] as const;
  const tokens = Object.fromEntries(
    await Promise.all(names.map(async (n) => [n, await tokenOf(n)])),
  ) as Record<(typeof names)[number], string>;
  type Who = (typeof names)[number] | null;
  const call = async (
    who: Who,
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: unknown,
    key?: string,
  ) => {
    const headers = key ? { "Idempotency-Key": key } : undefined;
    const answer = await ask(request, method, path, { token: who && tokens[who], body, headers });
    return { status: answer.status, body: JSON.parse(answer.text) as Json, text: answer.text };
  };
  const get = (who: Who, path: string) => call(who, "GET", path);
  const post = (who: Who, path: string, body: unknown, key?: string) => call(who, "POST", path, body, key);

  test.setTimeout(180_000);

  // The enterprise writes a job on its own project, once, however often it sends it.
  const me = (await get("enterprise", "/me")).body;
  expect(me).toMatchObject({ user: "enterprise", role: "enterprise", scope: { household: null } });
  const published = (await get("enterprise", "/postings?status=published&limit=200")).body.items;
  const own = published.find((p) => p.enterpriseId === (me.scope as { enterprise: string }).enterprise);
  const draft = {
    kind: "job",
    projectId: own?.projectId,
    title: "采茶工 𫖯村 <b>",
    villageCode: own?.villageCode,
    closesOn: addDays(today(), 200),
    positions: 2,
    months: [3, 4, 5],
    work: "ordinary",
    wageFen: 320_000,
    wageUnit: "month",
  };
  const key = `story-${Date.now()}`;
  const made = await post("enterprise", "/postings", draft, key);
  expect(made).toMatchObject({ status: 201, body: { state: "draft" } });
  const again = await post("enterprise", "/postings", draft, key);
  expect(again).toEqual(made);
  expect(await post("enterprise", "/postings", { ...draft, positions: 3 }, key)).toMatchObject({
    status: 409,
    body: { code: "key-reused" },
  });
  const posting = `/postings/${made.body.id}`;
  expect((await get("enterprise", posting)).body).toMatchObject({ title: draft.title, months: [3, 4, 5] });
  expect((await get("enterprise2", posting)).text).toBe((await get("enterprise2", "/postings/none")).text);
  expect(await call("enterprise", "PUT", posting, { ...draft, positions: 1, version: 1 })).toMatchObject({
    status: 200,
    body: { positions: 1, version: 2 },
  });
  expect(await call("enterprise", "PUT", posting, { ...draft, version: 1 })).toMatchObject({
    status: 409,
    body: { code: "changed" },
  });

  // It goes through review, and is then the public's.
  expect(await get(null, posting)).toMatchObject({ status: 404 });
  expect(await post("county", `${posting}/moves`, { move: "publish" })).toMatchObject({
    status: 409,
    body: { code: "not-open", state: "draft" },
  });
  expect((await post("enterprise", `${posting}/moves`, { move: "submit" })).body.state).toBe("submitted");
  expect(await post("enterprise", `${posting}/moves`, { move: "publish" })).toMatchObject({ status: 403 });
  expect((await post("county", `${posting}/moves`, { move: "publish" })).body.state).toBe("published");
  const shown = await get(null, posting);
  expect(shown.body.reachBand).toMatch(/^(under-10|\d+-(\d+|or-more))$/);
  expect(shown.text).not.toMatch(/createdBy|reviewedBy|stateReason/);

  // Who fits: the same through the API, the command line and the reference, to the last bits.
  expect(await get("enterprise", `${posting}/ranking`)).toMatchObject({ status: 403 });
  expect(await get("household", `${posting}/ranking`)).toMatchObject({ status: 403 });
  // Other stories change the county at the same time: then both are asked once more, each pair for itself.
  const page = async () => (await get("county", `${posting}/ranking?limit=200`)).body.items;
  await expect(async () => {
    const ranked = await page();
    const { facts, liveKinds } = await loadPostings(db);
    const fact = postingsOn(facts, liveKinds, today()).find((f) => f.posting.id === made.body.id);
    const county = { households: await loadHouseholds(db) };
    const naive = rankHouseholds(fact!.posting, county, await policyFor(today()), today()).slice(0, 200);
    expect(naive.length).toBeGreaterThan(20);
    expect(ranked.map((row) => row.household)).toEqual(naive.map((row) => row.code));
    expect(ranked.filter((row, i) => !(Math.abs(Number(row.score) - naive[i]!.score) <= 1e-9))).toEqual([]);
  }).toPass({ timeout: 60_000 });
  await expect(async () => {
    const typed = (await sanjin("rank", made.body.id, "--top", "200")) as Json["items"];
    const ranked = await page();
    expect(typed).toEqual(
      ranked.map(({ household, score, parts, reasons }) => ({ household, score, parts, reasons })),
    );
  }).toPass({ timeout: 60_000 });

  // The village worker applies for one of its own households with that household's word.
  const mine = (await get("village", `${posting}/ranking`)).body.items;
  const first = mine[0]!;
  const household = `/households/${first.household}`;
  expect((await get("village2", household)).text).toBe((await get("village2", "/households/none")).text);
  const fits = (await get("village", `${household}/postings?kind=job`)).body.items;
  expect(fits.find((row) => row.posting === made.body.id)?.score).toBeCloseTo(first.score, 9);
  const wish = { posting: made.body.id, household: first.household };
  expect(await post("village", "/applications", { ...wish, consent: { how: "slip" } })).toMatchObject({
    status: 422,
    body: { fields: { "consent.evidence": { code: "missing" } } },
  });
  const consent = { how: "slip", evidence: "第 12 号" };
  const twice = await Promise.all(
    [1, 2].map(() => post("village", "/applications", { ...wish, consent }, `${key}-apply`)),
  );
  expect(twice.map((t) => t.status)).toEqual([201, 201]);
  expect(twice[0]).toEqual(twice[1]);
  const application = `/applications/${twice[0]!.body.id}`;
  expect(await post("village", "/applications", { ...wish, consent })).toMatchObject({
    status: 409,
    body: { code: "already-applied" },
  });

  // The enterprise sees a card, no name and no code, and accepts; the county decides.
  const card = await get("enterprise", application);
  expect(card.body).toMatchObject({
    view: "card",
    state: "applied",
    final: null,
    moves: ["accept", "decline"],
  });
  expect(card.text).not.toContain(first.household);
  expect(card.text).not.toMatch(/score|headName|villageName/);
  expect(await post("county", `${application}/moves`, { move: "approve" })).toMatchObject({
    status: 409,
    body: { code: "not-open", state: "applied" },
  });
  expect((await post("enterprise", `${application}/moves`, { move: "accept" })).body.state).toBe("accepted");
  const officers = await Promise.all(
    (["county", "county2"] as const).map(async (who) => ({
      who,
      ...(await post(who, `${application}/moves`, { move: "approve" })),
    })),
  );
  expect(officers.map((o) => o.status).sort()).toEqual([200, 409]);
  const winner = officers.find((o) => o.status === 200)!.who;
  const other = winner === "county" ? "county2" : "county";
  expect(officers.find((o) => o.status === 409)?.body).toMatchObject({ code: "not-open", state: "approved" });

  // The notice is public and masked; an objection holds the match until someone else decides.
  const { notice } = (await get(winner, application)).body;
  const up = await get(null, `/notices/${notice}`);
  expect(up.body).toMatchObject({ state: "open", held: false, postingTitle: draft.title });
  expect(up.body.maskedName).toContain("*");
  expect(up.text).not.toContain(first.household);
  expect((await get(null, "/notices?limit=200")).body.items.map((n) => n.id)).toContain(notice);
  const objection = await post(null, `/notices/${notice}/objections`, { body: "该户不符合条件" });
  expect(objection.status).toBe(201);
  expect((await get("village", application)).body.state).toBe("held");
  const decision = `/objections/${objection.body.id}/decision`;
  const verdict = { verdict: "dismiss", reason: "经核实符合条件" };
  expect(await post(winner, decision, verdict)).toMatchObject({ status: 403, body: { code: "own-case" } });
  expect((await get(other, "/objections")).body.items.map((o) => o.id)).toContain(objection.body.id);
  expect((await post(other, decision, verdict)).body.state).toBe("dismissed");
  expect((await get("village", application)).body.state).toBe("approved");
  expect((await get("county", posting)).body.taken).toBe(1);

  // Taken back, the place is free and the notice is gone.
  // A village takes back with the household's word for it.
  expect(await post("village", `${application}/moves`, { move: "withdraw" })).toMatchObject({
    status: 409,
    body: { code: "word-missing" },
  });
  const back = { move: "withdraw", consent: { how: "slip", evidence: "第 13 号" } };
  expect((await post("village", `${application}/moves`, back)).body.state).toBe("withdrawn");
  expect((await get("county", posting)).body.taken).toBe(0);
  expect(await get(null, `/notices/${notice}`)).toMatchObject({ status: 410, body: { code: "notice-over" } });
  expect(await sanjin("audit", "verify")).toMatchObject({ firstBad: null });
});

test("whatever is sent, the answer is about the sender", async ({ request }) => {
  const token = await tokenOf("enterprise");
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const send = (path: string, data: string | Buffer, extra = {}) =>
    request.post(`/api/v1${path}`, { headers: { ...headers, ...extra }, data: Buffer.from(data) });
  const bodies: [string, number][] = [
    ["", 400],
    ["{", 400],
    ["[]", 400],
    ["null", 400],
    ['"text"', 400],
    ["1e999", 400],
    ["[".repeat(30_000), 400],
    [`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, 400],
    ["{}", 422],
    ['{"kind":"job","title":"\\u0000","summary":"\\ud800"}', 422],
    ['{"kind":"job","positions":1e9,"months":[13],"closesOn":"2020-13-45","wageFen":"abc"}', 422],
    ['{"kind":"land","totalMu":1e308,"minMu":-0,"years":1e21}', 422],
    ['{"kind":"equity","persons":9007199254740993,"__proto__":{"x":1},"constructor":{}}', 422],
    [`{"kind":"job","title":"${"长".repeat(20_000)}"}`, 422],
    [`{"kind":"job","title":"${"长".repeat(400_000)}"}`, 413],
  ];
  for (const [body, status] of bodies) {
    const answer = await send("/postings", body);
    expect(answer.status(), body.slice(0, 60)).toBe(status);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect(answer.headers()["cache-control"]).toBe("no-store");
  }
  const named = (await (await send("/postings", '{"kind":"job","__proto__":1,"constructor":2}')).json()) as {
    fields: Record<string, { code: string }>;
  };
  expect(Object.entries(named.fields).filter(([, p]) => p.code === "unknown-field")).toHaveLength(2);
  expect((await send("/postings", "{}", { "Content-Type": "text/plain" })).status()).toBe(415);
  expect((await send("/postings", Buffer.from([0x7b, 0xff, 0xfe]))).status()).toBe(400);
  expect((await send("/postings", "{}", { "Idempotency-Key": "x".repeat(201) })).status()).toBe(422);

  const paths: [string, number][] = [
    ["/postings/%00", 404],
    ["/postings/%E0%A4%A", 400],
    ["/postings/..%2F..%2Fme", 404],
    [`/postings/${"x".repeat(3000)}`, 404],
    ["/postings?limit=201", 422],
    ["/postings?limit=0", 422],
    ["/postings?limit=1e1", 422],
    ["/postings?limit=9".padEnd(60, "9"), 422],
    ["/postings?kind=job&kind=land", 422],
    ["/postings?constructor=1", 422],
    ["/postings?cursor=%00", 422],
    ["/postings?town=61", 422],
    ["/nowhere", 404],
  ];
  for (const [path, status] of paths) {
    const answer = await request.get(`/api/v1${path}`, { headers });
    expect(answer.status(), path).toBe(status);
    expect(answer.headers()["content-type"], path).toBe("application/problem+json");
  }
});

test("the document names every address the API has", async ({ request }) => {
  const document = (await (await request.get("/api/v1/openapi.json")).json()) as {
    paths: Record<string, object>;
    openapi: string;
  };
  expect(document.openapi).toBe("3.1.0");
  for (const [path, operations] of Object.entries(document.paths)) {
    const answer = await request.get(`/api/v1${path.replace(/\{\w+\}/g, "none")}`);
    expect([200, 401, 404], path).toContain("get" in operations ? answer.status() : 404);
  }
});

test("a session writes only from our own pages", async ({ request, baseURL }) => {
  const { name, value } = await sessionOf("enterprise");
  const from = (origin: string | null) =>
    request.post("/api/v1/postings", {
      headers: { Cookie: `${name}=${value}`, ...(origin && { Origin: origin }) },
      data: {},
    });
  expect((await from(null)).status()).toBe(403);
  expect((await from("https://elsewhere.example")).status()).toBe(403);
  expect((await from("null")).status()).toBe(403);
  expect((await from(new URL(baseURL ?? "").origin)).status()).toBe(422);
});
