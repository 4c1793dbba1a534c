import { eq, getTableName, is, Table } from "drizzle-orm";
import { getTableConfig as pgConfig } from "drizzle-orm/pg-core";
import { getTableConfig as liteConfig } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx, type Writer } from "@/db/client";
import { engine } from "@/db/columns";
import { isConstraintError } from "@/db/errors";
import { awkward, fullRows, insertFullRows } from "@/db/samples.testing";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await tx(insertFullRows);
});
afterAll(() => close());

type Said = { kind: string; table: string | null; columns: readonly string[]; constraint: string | null };

async function refused(work: (w: Writer) => Promise<unknown>): Promise<Said> {
  try {
    await tx(work);
  } catch (error) {
    if (!isConstraintError(error)) throw error;
    expect(error.message).not.toContain(awkward);
    const { kind, table, columns, constraint } = error;
    return { kind, table, columns, constraint };
  }
  throw new Error("nothing was refused");
}
const unique = (table: string, ...columns: string[]): Said => ({
  kind: "unique",
  table,
  columns,
  constraint: null,
});
const check = (table: string, constraint: string): Said => ({
  kind: "check",
  table,
  columns: [],
  constraint,
});
const foreign: Said = { kind: "foreign", table: null, columns: [], constraint: null };

const row = <T extends (typeof fullRows)[number][0]>(table: T) =>
  fullRows.find(([t]) => t === table)![1] as never as T["$inferInsert"];
const enterprise = row(s.enterprises);
const member = row(s.members);
const posting = row(s.postings);
const application = row(s.applications);

/** What is tried, and what both engines must say of it. */
const cases: [string, (w: Writer) => Promise<unknown>, Said][] = [
  [
    "a second row with the same key",
    (w) => w.insert(s.households).values(row(s.households)),
    unique("households", "code"),
  ],
  [
    "the same pair twice",
    (w) => w.insert(s.projectVillages).values(row(s.projectVillages)),
    unique("project_villages", "project_id", "village_code"),
  ],
  [
    "a credit code twice",
    (w) => w.insert(s.enterprises).values({ ...enterprise, id: "E2" }),
    unique("enterprises", "credit_code"),
  ],
  [
    "a person twice on the register",
    (w) => w.insert(s.members).values({ ...member, id: "M2", relation: "spouse" }),
    unique("members", "id_number_index"),
  ],
  [
    "a second head",
    (w) => w.insert(s.members).values({ ...member, id: "M2", idNumberIndex: "index-2" }),
    unique("members", "household_code"),
  ],
  [
    "a second open application",
    (w) => w.insert(s.applications).values({ ...application, id: "A2", cardToken: "card-2" }),
    unique("applications", "posting_id", "household_code"),
  ],
  [
    "nothing where something must be",
    (w) => w.insert(s.projects).values({ ...row(s.projects), id: "R2", name: null as never }),
    { kind: "not-null", table: "projects", columns: ["name"], constraint: null },
  ],
  [
    "a word that is not on the list",
    (w) => w.update(s.postings).set({ state: "sold" as never }),
    check("postings", "postings_state"),
  ],
  [
    "more taken than there is",
    (w) => w.update(s.postings).set({ taken: 10_000_001 }),
    check("postings", "postings_taken"),
  ],
  [
    "less than nothing taken",
    (w) => w.update(s.postings).set({ taken: -1 }),
    check("postings", "postings_taken"),
  ],
  [
    "who wrote it reviews it",
    (w) => w.update(s.postings).set({ reviewedBy: posting.createdBy }),
    check("postings", "postings_reviewer"),
  ],
  [
    "who applied approves",
    (w) => w.update(s.applications).set({ approvedBy: "U3" }),
    check("applications", "applications_duties"),
  ],
  [
    "who accepted approves",
    (w) => w.update(s.applications).set({ approvedBy: "U4" }),
    check("applications", "applications_duties"),
  ],
  [
    "approved without the household's word",
    (w) => w.update(s.applications).set({ consentHow: null }),
    check("applications", "applications_word"),
  ],
  [
    "no land at all",
    (w) => w.update(s.applicationParcels).set({ mu100: 0 }),
    check("application_parcels", "application_parcels_mu"),
  ],
  [
    "who recorded an objection decides it",
    (w) => w.update(s.objections).set({ decidedBy: "U6" }),
    check("objections", "objections_duties"),
  ],
  [
    "decided without a reason",
    (w) => w.update(s.objections).set({ decisionReason: null }),
    check("objections", "objections_decided"),
  ],
  [
    "a notice of no days",
    (w) => w.update(s.notices).set({ endsOn: "2026-02-28" }),
    check("notices", "notices_days"),
  ],
  [
    "a role without its scope",
    (w) => w.update(s.users).set({ role: "county" }),
    check("users", "users_scope"),
  ],
  [
    "who proposed applies",
    (w) => w.update(s.policy).set({ appliedBy: "U1" }),
    check("policy", "policy_duties"),
  ],
  [
    "months outside the year",
    (w) => w.update(s.jobDetails).set({ months: 4096 }),
    check("job_details", "job_details_months"),
  ],
  [
    "a parent that is not there",
    (w) => w.insert(s.parcels).values({ ...row(s.parcels), id: "L2", householdCode: "H9" }),
    foreign,
  ],
  ["a parent removed", (w) => w.delete(s.households).where(eq(s.households.code, "H1")), foreign],
  [
    "a change of the audit",
    (w) => w.update(s.audit).set({ why: "other" }),
    check("audit", "audit_append_only"),
  ],
  [
    "an overwriting of the audit",
    (w) =>
      w
        .insert(s.audit)
        .values(row(s.audit))
        .onConflictDoUpdate({ target: s.audit.seq, set: { hash: "9" } }),
    check("audit", "audit_append_only"),
  ],
  [
    "a removal from the audit",
    (w) => w.delete(s.audit).where(eq(s.audit.seq, 1)),
    check("audit", "audit_append_only"),
  ],
];

describe("constraints say the same on both engines, and never a value", () => {
  for (const [what, work, said] of cases) it(what, async () => expect(await refused(work)).toEqual(said));

  it("left every row as it was", async () => {
    for (const [table, full] of fullRows.filter(([t]) => t !== s.countyChanges)) {
      const rows: unknown[] = await db.select().from(table);
      expect(rows).toEqual([full]);
    }
  });

  it("names every check after its table, which is how a refusal finds the table again", () => {
    const tables = Object.values<unknown>(s).filter((value): value is Table => is(value, Table));
    const names = tables.map(getTableName);
    const checksOf = (table: Table) =>
      (engine === "sqlite" ? liteConfig(table as never) : pgConfig(table as never)).checks;
    const checks = tables.flatMap((table) =>
      checksOf(table).map(({ name }) => ({ table: getTableName(table), name })),
    );
    expect(checks.length).toBeGreaterThan(50);
    for (const { table, name } of checks) {
      const found = names.filter((t) => name.startsWith(`${t}_`)).sort((a, b) => b.length - a.length)[0];
      expect(found, name).toBe(table);
    }
    expect(new Set(checks.map((c) => c.name)).size).toBe(checks.length);
  });
});
