/** What has no single row behind it: lists, pages, one's own account, sessions that must be over. */
import { eq, inArray } from "drizzle-orm";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import * as s from "@/db/schema";
import { roles } from "@/db/words";
import {
  aWorld,
  caseRows,
  lies,
  type Person,
  postingRow,
  secretName,
  secretPhone,
  type World,
} from "@/e2e/permission-world";
import { ask, sessionOf, tokenOf } from "@/e2e/steps";
import { type AskerRole, grantOf, type Resource } from "@/lib/access/table";
import { type Operation, operations } from "@/lib/api/operations";
import { grant, suspend } from "@/lib/users/administer";
import { changePassword } from "@/lib/users/commands";
import { aUser, testPassword } from "@/lib/users/testing";
import { homes } from "@/lib/users/users";

const askers: readonly AskerRole[] = [...roles, "public"];
let world: World;
test.beforeAll(async () => {
  world = await aWorld("Y");
  for (const household of [world.homes.own, world.homes.foreign]) {
    await caseRows(world, { state: "applied", household });
    await caseRows(world, { state: "held", notice: "open", objection: true, household });
  }
  await postingRow(world, "draft");
});

type Listed = {
  id: string;
  village: string;
  enterprise: string | null;
  household: string | null;
  published: boolean;
};

const applicationScopes = () =>
  db
    .select({
      id: s.applications.id,
      village: s.households.villageCode,
      enterprise: s.projects.enterpriseId,
      household: s.households.code,
    })
    .from(s.applications)
    .innerJoin(s.households, eq(s.households.code, s.applications.householdCode))
    .innerJoin(s.postings, eq(s.postings.id, s.applications.postingId))
    .innerJoin(s.projects, eq(s.projects.id, s.postings.projectId));

/** Where the rows of a list really lie, read past every guard. */
const scopesOf: Record<string, { resource: Resource; rows: (ids: string[]) => Promise<Listed[]> }> = {
  "/households": {
    resource: "household",
    rows: async (codes) => {
      const found = await db.select().from(s.households).where(inArray(s.households.code, codes));
      return found.map((h) => ({
        id: h.code,
        village: h.villageCode,
        enterprise: null,
        household: h.code,
        published: false,
      }));
    },
  },
  "/applications": {
    resource: "application",
    rows: async (ids) =>
      (await applicationScopes().where(inArray(s.applications.id, ids))).map((row) => ({
        ...row,
        published: false,
      })),
  },
  "/postings": {
    resource: "posting",
    rows: async (ids) => {
      const found = await db
        .select({
          id: s.postings.id,
          state: s.postings.state,
          village: s.postings.villageCode,
          enterprise: s.projects.enterpriseId,
        })
        .from(s.postings)
        .innerJoin(s.projects, eq(s.projects.id, s.postings.projectId))
        .where(inArray(s.postings.id, ids));
      return found.map(({ state, ...row }) => ({
        ...row,
        household: null,
        published: state === "published",
      }));
    },
  },
  "/objections": {
    resource: "objection",
    rows: async (ids) => {
      const found = await db
        .select({ id: s.objections.id, applicationId: s.notices.applicationId })
        .from(s.objections)
        .innerJoin(s.notices, eq(s.notices.id, s.objections.noticeId))
        .where(inArray(s.objections.id, ids));
      const scopes = await applicationScopes().where(
        inArray(
          s.applications.id,
          found.map((o) => o.applicationId),
        ),
      );
      return found.flatMap(({ id, applicationId }) =>
        scopes.filter((row) => row.id === applicationId).map((row) => ({ ...row, id, published: false })),
      );
    },
  },
};

for (const [path, { resource, rows }] of Object.entries(scopesOf))
  for (const role of askers)
    test(`the list ${path} for ${role}`, async ({ request }) => {
      const operation: Operation = operations[`GET ${path}` as "GET /households"];
      for (const person of world.askers.filter((p) => p.role === role)) {
        const answer = await ask(request, "GET", path, { token: person.token });
        const granted = grantOf(role, resource, "read");
        if (role === "public" && !operation.publicToo) expect(answer.status).toBe(401);
        else if (!granted) expect(answer.status, answer.text).toBe(403);
        else {
          expect(answer.status, answer.text).toBe(200);
          const { items } = operation.answer.parse(JSON.parse(answer.text)) as {
            items: { id?: string; code?: string }[];
          };
          const found = await rows(items.map((item) => item.id ?? item.code ?? ""));
          expect(found.length).toBe(items.length);
          for (const row of found)
            expect(
              row.published || lies(person, granted, row),
              `${person.variant} sees ${JSON.stringify(row)}`,
            ).toBe(true);
          // One's own list is not empty: the world has something for everyone within it.
          if (person.variant === "own") expect(items.length, "own rows").toBeGreaterThan(0);
        }
      }
    });

for (const role of askers)
  test(`the ranking of a posting for ${role}`, async ({ request }) => {
    const published = await postingRow(world, "published");
    const draft = await postingRow(world, "draft");
    const granted = grantOf(role, "ranking", "read");
    for (const person of world.askers.filter((p) => p.role === role)) {
      const read = (id: string) =>
        ask(request, "GET", `/postings/${id}/ranking?limit=200`, { token: person.token });
      const answer = await read(published.id);
      if (role === "public") expect(answer.status).toBe(401);
      // The ranking of all is not a household's, whose own place stands with the posting.
      else if (!granted || granted.reach === "own-household") expect(answer.status, answer.text).toBe(403);
      else {
        expect(answer.status, answer.text).toBe(200);
        const { items } = JSON.parse(answer.text) as { items: { household: string }[] };
        const codes = items.map((item) => item.household);
        const found = (await scopesOf["/households"]?.rows(codes)) ?? [];
        // De-identified: codes of this ranking only.
        expect(found.length).toBe(granted.view === "card" ? 0 : items.length);
        for (const row of found)
          expect(lies(person, granted, row), `${person.variant}: ${row.id}`).toBe(true);
        if (person.variant === "own") expect(items.length).toBeGreaterThan(0);
        const seen = grantOf(role, "posting", "read");
        const unpublished = await read(draft.id);
        if (seen && lies(person, seen, draft)) expect(unpublished.status).toBe(200);
        else expect(unpublished).toEqual(await read("01MISSING"));
      }
      for (const secret of [secretName, secretPhone]) expect(answer.text).not.toContain(secret);
    }
  });

test("one's own account is one's own", async ({ request }) => {
  for (const person of world.askers) {
    const { status, text } = await ask(request, "GET", "/me", { token: person.token });
    if (person.role === "public") expect(status).toBe(401);
    else {
      const { divisionScope: division, enterpriseId: enterprise, householdCode: household } = person;
      expect(JSON.parse(text)).toMatchObject({
        user: person.username,
        role: person.role,
        scope: { division, enterprise, household },
      });
    }
  }
});

/** Pages by who may open them: each role's home, and pages of some roles. */
const pagesOf: Record<string, readonly AskerRole[]> = {
  ...Object.fromEntries(Object.values(homes).map((page) => [page, roles.filter((r) => homes[r] === page)])),
  "/officer/plan": ["county", "town", "auditor"],
  "/account": roles,
};

for (const [page, openTo] of Object.entries(pagesOf))
  test(`the page ${page}`, async ({ playwright, baseURL }) => {
    for (const person of world.askers.filter((p) => p.variant === "own" || p.role === "public")) {
      const cookie = person.role === "public" ? null : await sessionOf(person.username);
      const context = await playwright.request.newContext({
        baseURL,
        extraHTTPHeaders: cookie ? { Cookie: `${cookie.name}=${cookie.value}` } : {},
      });
      const answer = await context.get(page, { maxRedirects: 0 });
      if (person.role === "public") {
        expect(answer.status()).toBe(307);
        expect(answer.headers().location).toBe(`/sign-in?next=${encodeURIComponent(page)}`);
      } else
        expect(answer.status(), `${person.role} at ${page}`).toBe(openTo.includes(person.role) ? 200 : 403);
      await context.dispose();
    }
  });

test("an account outside the administrator's area is the same page as one that does not exist", async ({
  playwright,
  baseURL,
}) => {
  const admin = world.askers.find((p) => p.role === "admin" && p.variant === "own") as Person;
  const stranger = world.askers.find((p) => p.role === "county" && p.variant === "foreign") as Person;
  const inside = world.askers.find((p) => p.role === "county" && p.variant === "own") as Person;
  const cookie = await sessionOf(admin.username);
  const context = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { Cookie: `${cookie.name}=${cookie.value}` },
  });
  const status = async (id: string) => (await context.get(`/admin/${id}`)).status();
  expect(await status(inside.userId ?? "")).toBe(200);
  expect(await status(stranger.userId ?? "")).toBe(404);
  expect(await status("01MISSING")).toBe(404);
  await context.dispose();
});

test.describe("a session and a token are over at the next request", () => {
  const admin = () => world.askers.find((p) => p.role === "admin" && p.variant === "own") as Person;
  const changes: Record<string, (user: Awaited<ReturnType<typeof aUser>>) => Promise<unknown>> = {
    "after suspension": (user) => suspend(admin(), user.userId, { why: "权限测试" }),
    "after a change of password": (user) =>
      changePassword(user, { old: testPassword, fresh: "ein anderes Wort", again: "ein anderes Wort" }),
    "after another role was granted": (user) =>
      grant(admin(), user.userId, { role: "auditor", scope: "610724", why: "权限测试", version: 1 }),
  };
  for (const [when, change] of Object.entries(changes))
    test(when, async ({ request, playwright, baseURL }) => {
      const user = await aUser();
      const [token, cookie] = [await tokenOf(user.username), await sessionOf(user.username)];
      const context = await playwright.request.newContext({
        baseURL,
        extraHTTPHeaders: { Cookie: `${cookie.name}=${cookie.value}` },
      });
      const page = async () => (await context.get("/account", { maxRedirects: 0 })).status();
      const api = async () =>
        JSON.parse((await ask(request, "GET", "/me", { token })).text) as Record<string, unknown>;
      expect(await page()).toBe(200);
      expect((await api()).role).toBe("county");
      await change(user);
      expect(await page()).toBe(307);
      // A token is its user's present role: after a grant it acts as that, else it is worthless.
      if (when.includes("granted")) expect((await api()).role).toBe("auditor");
      else expect((await api()).status).toBe(401);
      await context.dispose();
    });

  test("a token that is none, cut or of another scheme is not the public", async ({ request }) => {
    const token = await tokenOf(world.askers.find((p) => p.variant === "own")?.username ?? "");
    for (const Authorization of ["Bearer x", `Bearer ${token.slice(1)}`, `Basic ${token}`, "Bearer", token])
      expect(
        (await ask(request, "GET", "/postings", { headers: { Authorization } })).status,
        Authorization,
      ).toBe(401);
  });
});
