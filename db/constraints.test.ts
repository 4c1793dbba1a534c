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
    "an order whose least lot is above the full one",
    (w) => w.update(s.orderDetails).set({ minJin: 601, fullJin: 600 }),
    check("order_details", "order_details_jin"),
  ],
  [
    "an order that yields nothing",
    (w) => w.update(s.orderDetails).set({ yieldJin: 0 }),
    check("order_details", "order_details_price"),
  ],
  [
    "an order delivered in no month",
    (w) => w.update(s.orderDetails).set({ deliveryMonths: 0 }),
    check("order_details", "order_details_months"),
  ],
  [
    "a membership that returns more than all",
    (w) => w.update(s.membershipDetails).set({ surplusBp: 10_001 }),
    check("membership_details", "membership_details_surplus"),
  ],
  [
    "a plot of no area",
    (w) => w.update(s.contractDetails).set({ plotMu100: 0 }),
    check("contract_details", "contract_details_plots"),
  ],
  [
    "a plot with a negative fee",
    (w) => w.update(s.contractDetails).set({ feeFenPerPlotYear: -1 }),
    check("contract_details", "contract_details_fees"),
  ],
  [
    "a commit by who staged the file",
    (w) => w.update(s.importBatches).set({ committedBy: "U1" }).where(eq(s.importBatches.id, "I1")),
    check("import_batches", "import_batches_duties"),
  ],
  [
    "an export allowed by who asked for it",
    (w) => w.update(s.fullExports).set({ decidedBy: "U1" }).where(eq(s.fullExports.id, "X1")),
    check("full_exports", "full_exports_duties"),
  ],
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
    // The first is over, so that one may apply anew: once.
    (w) =>
      w
        .insert(s.applications)
        .values(["A2", "A3"].map((id) => ({ ...application, id, cardToken: id, overOn: null }))),
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
    "an enterprise verified by who registered it",
    (w) => w.update(s.enterprises).set({ verifiedBy: enterprise.registeredBy }),
    check("enterprises", "enterprises_duties"),
  ],
  [
    "an industry the county's list does not have",
    (w) => w.update(s.projects).set({ industry: "gold" }),
    foreign,
  ],
  ["more paid than is due", (w) => w.update(s.dues).set({ amountFen: 5 }), check("dues", "dues_paid")],
  [
    "a line that was paid made void",
    (w) => w.update(s.dues).set({ state: "void" }),
    check("dues", "dues_void"),
  ],
  [
    "the same line of an agreement twice",
    (w) => w.insert(s.dues).values({ ...row(s.dues), id: "D2" }),
    unique("dues", "agreement_id", "basis", "period_from", "source_id"),
  ],
  [
    "who recorded a payment confirms it",
    (w) => w.update(s.payments).set({ confirmedBy: "U1" }),
    check("payments", "payments_duties"),
  ],
  [
    "another amount of a payment",
    (w) => w.update(s.payments).set({ amountFen: -1 }),
    check("payments", "payments_append_only"),
  ],
  [
    "a delivery edited",
    (w) => w.update(s.deliveries).set({ priceFen: 1 }),
    check("deliveries", "deliveries_append_only"),
  ],
  ["a delivery removed", (w) => w.delete(s.deliveries), check("deliveries", "deliveries_append_only")],
  [
    "a delivery taken back twice",
    (w) => w.insert(s.deliveries).values({ ...row(s.deliveries), id: "Z2" }),
    unique("deliveries", "reversal_of"),
  ],
  [
    "less than nothing delivered",
    (w) => w.insert(s.deliveries).values({ ...row(s.deliveries), id: "Z2", reversalOf: null }),
    check("deliveries", "deliveries_amounts"),
  ],
  [
    "a match that is over and not final",
    (w) => w.update(s.applications).set({ state: "approved" }),
    check("applications", "applications_over"),
  ],
  [
    "a profit corrected by nobody",
    (w) => w.update(s.profitDeclarations).set({ correctedBy: null }),
    check("profit_declarations", "profit_declarations_corrected"),
  ],
  ["a payment removed", (w) => w.delete(s.payments), check("payments", "payments_append_only")],
  [
    "a payment taken back twice",
    (w) => w.insert(s.payments).values({ ...row(s.payments), id: "Z2" }),
    unique("payments", "reversal_of"),
  ],
  [
    "money taken back without saying which",
    (w) => w.insert(s.payments).values({ ...row(s.payments), id: "Z2", reversalOf: null }),
    check("payments", "payments_sign"),
  ],
  [
    "who answered a dispute closes it",
    (w) => w.update(s.disputes).set({ closedBy: "U1" }),
    check("disputes", "disputes_duties"),
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
      expect(table === s.industries ? rows.slice(-1) : rows).toEqual([full]);
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
