import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { anOpenRound } from "@/lib/allotments/testing";
import { openapi } from "@/lib/api/openapi";
import { type OperationName, operations } from "@/lib/api/operations";
import { callRoute } from "@/lib/api/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";

// The session is the web server's; here nobody has one.
vi.mock("@/lib/users/session", () => ({ currentAsker: async () => publicAsker }));

const routes = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith("route.ts") && !file.includes("[...rest]"),
);
const moduleOf = (file: string) =>
  import(/* @vite-ignore */ resolve("app/api/v1", file)) as Promise<
    Record<string, Parameters<typeof callRoute>[0]>
  >;
const handlerOf = async (name: string) => {
  const [verb = "", path = ""] = name.split(" ");
  const file = `${path.slice(1).replace(/\{(\w+)\}/g, "[$1]")}/route.ts`;
  return (await moduleOf(file))[verb]!;
};

it("every route is an operation, and every operation a route", async () => {
  const found: string[] = [];
  for (const file of routes) {
    const path = `/${file.replace(/\/route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`;
    found.push(...Object.keys(await moduleOf(file)).map((verb) => `${verb} ${path}`));
  }
  expect(found.sort()).toEqual(Object.keys(operations).sort());
});

it("the OpenAPI document has each of them, with parameters, body, answer and problem", () => {
  const document = openapi("1.2.3") as {
    paths: Record<
      string,
      Record<string, { parameters: { name: string }[]; requestBody?: object; responses: object }>
    >;
    components: { schemas: object };
  };
  for (const [name, operation] of Object.entries(operations)) {
    const [verb = "", path = ""] = name.split(" ");
    const said = document.paths[path]?.[verb.toLowerCase()];
    expect(Object.keys(said?.responses ?? {}), name).toEqual([
      String("status" in operation ? operation.status : 200),
      "default",
    ]);
    expect(said?.requestBody !== undefined, name).toBe("body" in operation);
    const names = said?.parameters.map((p) => p.name) ?? [];
    for (const [, part] of path.matchAll(/\{(\w+)\}/g)) expect(names, name).toContain(part);
    if ("query" in operation)
      expect(names).toEqual(expect.arrayContaining(Object.keys(operation.query.shape)));
  }
  expect(JSON.stringify(document)).not.toContain("$schema");
  // Every reference leads somewhere.
  for (const [, path = ""] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = path
      .split("/")
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
    expect(target, path).toBeDefined();
  }
});

describe("answers are what their schemas say", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    // The notices and postings below are of that time; on the clock's own day they would be over one day.
    vi.stubEnv("SANJIN_TODAY", testDay);
    close = await openTestDatabase();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await close();
  });

  /** Calls an operation and holds its answer to its schema, which knows no other keys. */
  async function held(name: OperationName, given: Parameters<typeof callRoute>[1]) {
    const { status, body, text, headers } = await callRoute(await handlerOf(name), given);
    const operation = operations[name];
    expect(status, text).toBe("status" in operation ? operation.status : 200);
    expect(headers.get("cache-control")).toBe("no-store");
    const result = (operation.answer as z.ZodType).safeParse(body);
    expect(result.error?.issues ?? [], name).toEqual([]);
    return body;
  }

  it("for every role, on a case in each of its stages", async () => {
    const household = await aHousehold({ parcels: [{ areaMu100: 500 }], health: ["chronic"] });
    const who = await people(household);
    const readers = [who.household, who.village, who.town, who.county, who.auditor];
    for (const state of ["applied", "accepted", "approved", "held", "final"] as const) {
      const posting = await aPosting();
      const c = await aCase({ state, household, who, posting });
      const params = { id: c.id };
      for (const { username } of [...readers, posting.enterprise.user]) {
        await held("GET /applications/{id}", { as: username, params });
        await held("GET /applications", { as: username, path: `?status=${state}` });
        await held("GET /postings/{id}", { as: username, params: { id: posting.id } });
        await held("GET /me", { as: username });
      }
      if (state === "approved" || state === "held") {
        await held("GET /notices", {});
        await held("GET /notices/{id}", { params: { id: c.noticeId ?? "" } });
      }
      await held("GET /objections", { as: who.county.username });
    }
    for (const { username } of readers) {
      await held("GET /households", { as: username });
      if (username !== who.auditor.username)
        await held("GET /households/{code}/postings", { as: username, params: { code: household.code } });
      await held("GET /households/{code}", { as: username, params: { code: household.code } });
      if (username !== who.auditor.username)
        await held("GET /households/{code}/moneys", { as: username, params: { code: household.code } });
    }
    await held("GET /openapi.json", {});
  });

  it("postings of each kind come back as they were written", async () => {
    const { user, projectId, village } = await anEnterprise();
    await anOpenRound();
    const shared = { projectId, villageCode: village, closesOn: "2027-12-31", summary: "说明\n第二行" };
    const inputs = [
      {
        kind: "job",
        ...shared,
        title: "采茶 𫖯 <script>",
        positions: 3,
        months: [1, 12],
        work: "light",
        wageFen: 200_000,
        wageUnit: "month",
        ageMin: 18,
        skills: ["tea-picking"],
        skillsRequired: true,
        lodging: true,
        radiusKm: 12.5,
      },
      {
        kind: "land",
        ...shared,
        title: "流转",
        totalMu: 120.55,
        parcelKinds: ["tea", "dry"],
        minMu: 0.35,
        fullMu: 2.1,
        rentFenPerMuYear: 60_000,
        years: 5,
        lat: 32.9,
        lon: 107.7,
      },
      {
        kind: "equity",
        ...shared,
        title: "配股",
        persons: 20,
        fenPerPerson: 1_000_000,
        guaranteedBp: 550,
        secondBp: 200,
        bindingLink: "labor",
      },
    ];
    for (const body of inputs) {
      const { id } = await held("POST /postings", { as: user.username, body });
      const params = { id: String(id) };
      expect(await held("GET /postings/{id}", { as: user.username, params })).toMatchObject(body);
      const change = { ...body, title: "改过的", version: 1 };
      const changed = await held("PUT /postings/{id}", {
        as: user.username,
        params,
        body: change,
        method: "PUT",
      });
      expect(changed).toMatchObject({ ...change, version: 2 });
    }
    await held("GET /postings", { as: user.username, path: "?limit=3" });
  });
});
