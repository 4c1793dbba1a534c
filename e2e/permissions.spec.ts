/**
 * Every cell of the permission table (lib/access/table.ts) and of its complement, over real requests: each
 * role with its own, a sibling's and a foreign scope. What is expected is computed from the table, so a
 * changed cell changes the expectation.
 */
import { type APIRequestContext, expect, test } from "playwright/test";
import { newId } from "@/db/ids";
import { roles } from "@/db/words";
import { type Cell, cells, elsewhere } from "@/e2e/permission-cells";
import {
  aWorld,
  lies,
  maskedName,
  type Person,
  type Row,
  secretName,
  secretPhone,
  type World,
} from "@/e2e/permission-world";
import { ask } from "@/e2e/steps";
import { type AskerRole, grantOf, type Resource, resources, verbs } from "@/lib/access/table";
import { operations } from "@/lib/api/operations";

const askers: readonly AskerRole[] = [...roles, "public"];
let world: World;
test.beforeAll(async () => {
  world = await aWorld("X");
});

/**
 * allowed: 2xx · forbidden: seen, but not for this role (403) · absent: as if it were not there (404) ·
 * closed: nothing of the kind is this role's (403 or 404, whatever the id) · over: was public (410) · sign-in: 401.
 */
type Expected = "allowed" | "forbidden" | "absent" | "closed" | "over" | "sign-in";

function expectedOf(person: Person, cell: Cell, row: Row): Expected {
  if (person.role === "public" && !cell.publicToo) return "sign-in";
  const granted = grantOf(person.role, cell.resource, cell.verb);
  const grant = cell.byName && granted?.reach === "division" && granted.view === "card" ? null : granted;
  // Who may read any of it reads what is public as well, wherever it lies.
  const published = grantOf("public", cell.resource, "read");
  // Of what is public as counts only, no row is.
  const everyones = cell.verb === "read" && grant && published?.view !== "counts" && published;
  if ([grant, everyones].some((one) => one && lies(person, one, row))) return "allowed";
  if (cell.past) return "over";
  const seen = grantOf(person.role, cell.resource, "read");
  const isPublished = row.published && cell.resource === "posting";
  if (cell.verb !== "read" && seen && (isPublished || lies(person, seen, row))) return "forbidden";
  return grant ? "absent" : "closed";
}

const statuses: Record<Expected, readonly number[]> = {
  allowed: [200, 201],
  forbidden: [403],
  absent: [404],
  closed: [403, 404],
  over: [410],
  "sign-in": [401],
};

const secrets = [secretName, secretPhone];
const another = (row: Row): Row => ({ ...row, id: newId() });

let address = 0;
/** Sent as if from an address of its own, since objections are counted by address. */
function send(request: APIRequestContext, cell: Cell, person: Person, row: Row) {
  address += 1;
  return ask(request, cell.method, cell.path(row.id), {
    token: person.token,
    ...(cell.body && { body: cell.body(person, row, world) }),
    headers: { "X-Forwarded-For": `10.0.${address >> 8}.${address & 255}` },
  });
}

/** What may be in an answer, by the table's views. */
function checkView(cell: Cell, { role }: Person, body: Record<string, unknown>, text: string): void {
  const view = (resource: Resource) => grantOf(role, resource, "read")?.view ?? "nothing";
  if (cell.operation === "GET /households/{code}") checkHousehold(cell, role, body, text, view);
  if (cell.operation === "GET /applications/{id}") {
    expect(body.view).toBe(view("application"));
    const isFinal = role === "enterprise" && body.state === "final";
    expect(text.includes(secretName), "the household's name").toBe(body.view === "full" || isFinal);
    expect(text.includes(secretPhone), "the household's phone").toBe(isFinal);
    if (body.view === "card") {
      expect(body.card === null, "the token is the enterprise's alone").toBe(role !== "enterprise");
      for (const code of [world.homes.own.code, ...(isFinal ? [] : [world.at.own])])
        expect(text).not.toContain(code);
    }
    if (role === "household") expect(Object.keys(body)).not.toContain("score");
  }
  if (cell.operation === "GET /notices/{id}") {
    expect(body.maskedName).toBe(maskedName);
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
}

function checkHousehold(
  cell: Cell,
  role: AskerRole,
  body: Record<string, unknown>,
  text: string,
  view: (resource: Resource) => string,
): void {
  const keys = new Set([...Object.keys(body), ...(body.members as object[]).flatMap((m) => Object.keys(m))]);
  const has = (list: readonly string[]) => list.map((key) => keys.has(key));
  const all = (list: readonly string[], there: boolean) => list.map(() => there);
  expect(text.includes(secretName), "names").toBe(view("identity") === "full");
  expect(body.headName).toBe(view("identity") === "full" ? secretName : maskedName);
  const contact = view("contact");
  expect(keys.has("phone")).toBe(contact !== "nothing");
  expect(text.includes(secretPhone), "phone").toBe(contact === "full");
  expect(keys.has("address")).toBe(contact === "full");
  // The county reads health, cause and income only inside a case.
  const health = view("health") === "full" && (role !== "county" || cell.name.endsWith("in a case"));
  const ofHealth = ["health", "cause", "otherCauses", "incomePerPersonFen"];
  expect(has(ofHealth)).toEqual(all(ofHealth, health));
  const ofLabor = ["laborClass", "skills", "education", "workPlace"];
  expect(has(ofLabor)).toEqual(all(ofLabor, view("labor") === "full"));
  expect(keys.has("parcels")).toBe(view("parcel") === "full");
  for (const { idNumber } of body.members as { idNumber: string }[]) expect(idNumber).toContain("*");
}

test("every granted cell is tried here, or it is said where", () => {
  const granted = resources.flatMap((resource) =>
    verbs
      .filter((verb) => askers.some((role) => grantOf(role, resource, verb)))
      .map((verb) => `${resource} ${verb}`),
  );
  const tried = new Set(cells.map(({ resource, verb }) => `${resource} ${verb}`));
  expect(granted.filter((cell) => !tried.has(cell)).sort()).toEqual(Object.keys(elsewhere).sort());
});

for (const cell of cells)
  test.describe(`${cell.resource} ${cell.verb}: ${cell.name}`, () => {
    let shared: Row;
    for (const role of askers)
      test(role, async ({ request }) => {
        for (const person of world.askers.filter((p) => p.role === role)) {
          if (!cell.changes) shared ??= await cell.row(world, person);
          const row = cell.changes ? await cell.row(world, person) : shared;
          const expected = expectedOf(person, cell, row);
          const answer = await send(request, cell, person, row);
          const what = `${role} ${person.variant}: ${expected}, got ${answer.status} ${answer.text.slice(0, 300)}`;
          expect(statuses[expected], what).toContain(answer.status);
          for (const idNumber of world.idNumbers) expect(answer.text, what).not.toContain(idNumber);
          if (expected === "allowed") {
            const body: unknown = operations[cell.operation].answer.parse(JSON.parse(answer.text));
            checkView(cell, person, body as Record<string, unknown>, answer.text);
            continue;
          }
          for (const secret of secrets) expect(answer.text, what).not.toContain(secret);
          if (expected !== "absent" && expected !== "closed") continue;
          const nothing = await send(request, cell, person, (cell.missing ?? another)(row));
          expect(nothing, `${what}: not told apart from what does not exist`).toEqual(answer);
        }
      });
  });
