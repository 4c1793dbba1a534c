/** The requests by which each cell of the permission table can be tried, for what has a door so far. */
import { newId } from "@/db/ids";
import { caseRows, type Person, paymentRow, postingRow, type Row, type World } from "@/e2e/permission-world";
import type { Resource, Verb } from "@/lib/access/table";
import type { operations } from "@/lib/api/operations";
import { addDays, today } from "@/lib/clock/clock";

export type Cell = {
  resource: Resource;
  verb: Verb;
  name: string;
  method: "GET" | "POST" | "PUT";
  path: (id: string) => string;
  body?: (asker: Person, row: Row, world: World) => unknown;
  /** Makes the row; anew for every asker when the request changes it. */
  row: (world: World, asker: Person) => Promise<Row>;
  /** The same request for something that does not exist; another id unless said. */
  missing?: (row: Row) => Row;
  changes?: true;
  /** Asked by a household's own code, which a de-identified view of an area never is. */
  byName?: true;
  publicToo?: true;
  /** Status for what was public and is no longer (410). */
  past?: true;
  operation: keyof typeof operations;
};

const household =
  (which: "own" | "inCase") =>
  async ({ homes, at }: World): Promise<Row> => ({
    id: homes[which].code,
    village: at.own,
    enterprise: null,
    household: homes[which].code,
    published: false,
  });

const job = ({ firms, at }: World) => ({
  kind: "job",
  projectId: firms.own.projectId,
  title: "权限测试",
  villageCode: at.own,
  closesOn: addDays(today(), 200),
  positions: 10,
  months: [3, 4, 5],
  work: "ordinary",
  wageFen: 300_000,
  wageUnit: "month",
});

const word = (asker: Person) =>
  asker.role === "household" ? { how: "own-account" } : { how: "slip", evidence: "1" };

/** Of both decisions on an application each role tries its own; the others try the county's. */
const decision = (asker: Person) => (asker.role === "enterprise" ? "accept" : "approve");

export const cells: readonly Cell[] = [
  {
    resource: "household",
    verb: "read",
    name: "a household without a case",
    method: "GET",
    path: (id) => `/households/${id}`,
    row: household("own"),
    operation: "GET /households/{code}",
  },
  {
    resource: "household",
    verb: "read",
    name: "a household in a case",
    method: "GET",
    path: (id) => `/households/${id}`,
    row: async (world) => {
      await caseRows(world, { state: "applied" });
      return household("inCase")(world);
    },
    operation: "GET /households/{code}",
  },
  {
    resource: "posting",
    verb: "read",
    name: "a published posting",
    method: "GET",
    path: (id) => `/postings/${id}`,
    row: (world) => postingRow(world, "published"),
    publicToo: true,
    operation: "GET /postings/{id}",
  },
  {
    resource: "posting",
    verb: "read",
    name: "a draft",
    method: "GET",
    path: (id) => `/postings/${id}`,
    row: (world) => postingRow(world, "draft"),
    publicToo: true,
    operation: "GET /postings/{id}",
  },
  {
    resource: "posting",
    verb: "write",
    name: "changing a draft",
    method: "PUT",
    path: (id) => `/postings/${id}`,
    body: (_, __, world) => ({ ...job(world), version: 1 }),
    row: (world) => postingRow(world, "draft"),
    changes: true,
    operation: "PUT /postings/{id}",
  },
  {
    resource: "posting",
    verb: "write",
    name: "changing a published posting",
    method: "PUT",
    path: (id) => `/postings/${id}`,
    body: (_, __, world) => ({ ...job(world), version: 1 }),
    row: (world) => postingRow(world, "published"),
    changes: true,
    operation: "PUT /postings/{id}",
  },
  {
    resource: "posting",
    verb: "decide",
    name: "publishing",
    method: "POST",
    path: (id) => `/postings/${id}/moves`,
    body: () => ({ move: "publish" }),
    row: (world) => postingRow(world, "submitted"),
    changes: true,
    operation: "POST /postings/{id}/moves",
  },
  {
    resource: "ranking",
    verb: "read",
    name: "what fits a household",
    method: "GET",
    path: (id) => `/households/${id}/postings`,
    row: household("own"),
    byName: true,
    operation: "GET /households/{code}/postings",
  },
  {
    resource: "ledger",
    verb: "read",
    name: "a household's money",
    method: "GET",
    path: (id) => `/households/${id}/moneys`,
    row: household("own"),
    byName: true,
    operation: "GET /households/{code}/moneys",
  },
  {
    resource: "ledger",
    verb: "write",
    name: "taking a payment back",
    method: "POST",
    path: (id) => `/payments/${id}/reversal`,
    body: () => ({ reason: "权限测试" }),
    row: paymentRow,
    changes: true,
    operation: "POST /payments/{id}/reversal",
  },
  {
    resource: "application",
    verb: "read",
    name: "an application under way",
    method: "GET",
    path: (id) => `/applications/${id}`,
    row: async (world) =>
      (await caseRows(world, { state: "applied", household: world.homes.own })).application,
    operation: "GET /applications/{id}",
  },
  {
    resource: "application",
    verb: "read",
    name: "a final match",
    method: "GET",
    path: (id) => `/applications/${id}`,
    row: async (world) =>
      (await caseRows(world, { state: "final", notice: "over", household: world.homes.own })).application,
    operation: "GET /applications/{id}",
  },
  {
    resource: "application",
    verb: "write",
    name: "applying",
    method: "POST",
    path: () => "/applications",
    body: (asker, { id, household: code }, _) => ({ posting: id, household: code, consent: word(asker) }),
    row: async (world) => ({
      ...(await postingRow(world, "published")),
      enterprise: null,
      household: world.homes.own.code,
      published: false,
    }),
    missing: (row) => ({ ...row, household: newId() }),
    changes: true,
    operation: "POST /applications",
  },
  {
    resource: "application",
    verb: "write",
    name: "withdrawing",
    method: "POST",
    path: (id) => `/applications/${id}/moves`,
    // A village takes back with the household's word for it.
    body: (asker) => ({ move: "withdraw", ...(asker.role === "village" && { consent: word(asker) }) }),
    row: async (world) =>
      (await caseRows(world, { state: "applied", household: world.homes.own })).application,
    changes: true,
    operation: "POST /applications/{id}/moves",
  },
  {
    resource: "application",
    verb: "decide",
    name: "accepting or approving",
    method: "POST",
    path: (id) => `/applications/${id}/moves`,
    body: (asker) => ({ move: decision(asker) }),
    row: async (world, asker) =>
      (
        await caseRows(world, {
          state: decision(asker) === "accept" ? "applied" : "accepted",
          household: world.homes.own,
        })
      ).application,
    changes: true,
    operation: "POST /applications/{id}/moves",
  },
  {
    resource: "notice",
    verb: "read",
    name: "a notice that is up",
    method: "GET",
    path: (id) => `/notices/${id}`,
    row: async (world) => (await caseRows(world, { state: "approved", notice: "open" })).notice,
    publicToo: true,
    operation: "GET /notices/{id}",
  },
  {
    resource: "notice",
    verb: "read",
    name: "a notice that is over",
    method: "GET",
    path: (id) => `/notices/${id}`,
    row: async (world) => (await caseRows(world, { state: "final", notice: "over" })).notice,
    publicToo: true,
    past: true,
    operation: "GET /notices/{id}",
  },
  {
    resource: "objection",
    verb: "write",
    name: "objecting",
    method: "POST",
    path: (id) => `/notices/${id}/objections`,
    body: () => ({ body: "权限测试的异议" }),
    row: async (world) => (await caseRows(world, { state: "approved", notice: "open" })).notice,
    changes: true,
    publicToo: true,
    operation: "POST /notices/{id}/objections",
  },
  {
    resource: "objection",
    verb: "decide",
    name: "deciding an objection",
    method: "POST",
    path: (id) => `/objections/${id}/decision`,
    body: () => ({ verdict: "uphold", reason: "权限测试" }),
    row: async (world) =>
      (await caseRows(world, { state: "held", notice: "open", objection: true })).objection,
    changes: true,
    operation: "POST /objections/{id}/decision",
  },
];

/** Cells whose door is a list or a page, or is yet to come: where each is tried instead. */
export const elsewhere: Record<string, string> = {
  "identity read": "columns of a household, below",
  "contact read": "columns of a household, below",
  "health read": "columns of a household, below",
  "labor read": "columns of a household, below",
  "parcel read": "columns of a household, below",
  "objection read": "lists, below",
  "audit read": "the auditor's page, below; lib/audit",
  "user read": "/me and the administrator's page, below; lib/users",
  "user write": "lib/users/administer.test.ts: a page's actions",
  "identity reveal": "a page's action: lib/households",
  "identity decide": "a page's action: lib/households/duplicates.test.ts",
  "wish read": "pages; lib/households/edit.test.ts",
  "wish write": "pages; lib/households/edit.test.ts",
  "household write": "the village's and the household's own pages: lib/households/edit.test.ts",
  "contact write": "the village's and the household's own pages: lib/households/edit.test.ts",
  "health write": "the village's and the household's own pages: lib/households/edit.test.ts",
  "labor write": "the village's and the household's own pages: lib/households/edit.test.ts",
  "parcel write": "the village's and the household's own pages: lib/households/edit.test.ts",
  "enterprise read": "lib/enterprises/register.test.ts, each role",
  "enterprise write": "lib/enterprises/register.test.ts: pages' actions",
  "enterprise decide": "lib/enterprises/moves.test.ts: a page's actions",
  "project read": "the directory; no door to one project yet",
  "project write": "no door yet",
  "project decide": "no door yet",
  "industry read": "labels on every page",
  "industry write": "lib/industries/industries.test.ts: a page's actions",
  "registration write": "lib/enterprises/register.test.ts, each role",
  "notice write": "happens with the approval",
  "notice decide": "happens with the objection's decision",
  "agreement read": "pages: lib/agreements/queries.test.ts",
  "agreement write": "a page's actions: lib/agreements/moves.slow.test.ts",
  "agreement decide": "a page's actions: lib/agreements/moves.slow.test.ts",
  "allotment read": "pages: lib/allotments/rounds.test.ts",
  "allotment write": "a page's actions: lib/allotments/rounds.test.ts",
  "allotment decide": "a page's actions: lib/allotments/rounds.test.ts",
  "ledger decide": "lib/api/corrections.test.ts, each role; pages' actions: lib/moneys",
  "import read": "lib/imports/imports.test.ts",
  "import write": "lib/imports/imports.test.ts",
  "import decide": "lib/imports/imports.test.ts",
  "export read": "lib/imports/exports.test.ts",
  "export reveal": "lib/imports/exports.test.ts",
  "export decide": "lib/imports/exports.test.ts",
  "plan read":
    "the page of plans, below: the county's and the towns'; the auditor's, without rows: e2e/auditor.spec.ts",
  "plan write": "a page's action: lib/plans",
  "plan decide": "a page's action: lib/plans",
  "message read": "one's own page, in no other's reach: lib/messages",
  "message write": "a page's action: lib/messages",
  "message decide": "the administrator's page: lib/messages",
  "policy read": "the register is public: e2e/policy.spec.ts, lib/policy",
  "policy write": "a page's action: lib/policy",
  "policy decide": "a page's action: lib/policy",
  "slip write": "lib/users/slips.test.ts: a page's action",
};
