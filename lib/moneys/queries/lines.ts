import { aliasedTable, and, asc, eq, gte, inArray, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agreements, disputes, divisions, dues, enterprises, households, members } from "@/db/schema";
import type { DueBasis, MoneyKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { inDivision, permit, type Source, within } from "@/lib/access/scope";
import { namesGone } from "@/lib/applications/names";
import { maskName } from "@/lib/households/names";
import { lightOf, type OwedLight, type Sums } from "@/lib/moneys/late";
import type { Policy } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";

export const village = aliasedTable(divisions, "village");
export const town = aliasedTable(divisions, "town");

/** What keeps lines inside what the asker may read. Who reads sums only, or cards, reads no lines. */
export function readableDues(asker: Asker): SQL {
  const grant = permit(asker, "ledger", "read");
  return within(asker, grant.view === "full" ? grant : null, {
    village: households.villageCode,
    household: dues.householdCode,
    enterprise: dues.enterpriseId,
  });
}

/** Written out, not as parameters, so that both engines see that the index of unpaid lines serves. */
export const unpaid = sql`${dues.state} = 'open' and ${dues.paidFen} < ${dues.amountFen}`;
const live = eq(dues.state, "open");

const columns = {
  id: dues.id,
  agreementId: dues.agreementId,
  agreementNumber: agreements.number,
  agreementTitle: agreements.title,
  agreementState: agreements.state,
  agreementEndedOn: agreements.endedOn,
  kind: dues.kind,
  basis: dues.basis,
  sourceId: dues.sourceId,
  periodFrom: dues.periodFrom,
  periodTo: dues.periodTo,
  dueOn: dues.dueOn,
  amountFen: dues.amountFen,
  paidFen: dues.paidFen,
  confirmedFen: dues.confirmedFen,
  estimated: dues.estimated,
  enterpriseId: dues.enterpriseId,
  enterpriseName: enterprises.name,
  householdCode: dues.householdCode,
  headName: households.headName,
  villageCode: households.villageCode,
  villageName: village.name,
  townName: town.name,
  memberName: members.name,
  disputeId: disputes.id,
  disputeState: disputes.state,
};

export const dueRows = (from: Source) =>
  from
    .select(columns)
    .from(dues)
    .innerJoin(agreements, eq(agreements.id, dues.agreementId))
    .innerJoin(enterprises, eq(enterprises.id, dues.enterpriseId))
    .innerJoin(households, eq(households.code, dues.householdCode))
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .leftJoin(members, eq(members.id, dues.memberId))
    .leftJoin(disputes, and(eq(disputes.dueId, dues.id), ne(disputes.state, "closed")));
type Row = Awaited<ReturnType<typeof dueRows>>[number];

/** A line as the asker may see it, with how it stands today. */
export type Line = Omit<Row, "householdCode"> & {
  /** Not for enterprises: they have names, never codes. */
  householdCode: string | null;
  light: OwedLight;
};
export function lineOf(asker: Asker, row: Row, policy: Policy, today: string): Line {
  // The row is this call's own: to copy it for each of thousands of lines takes as long as all the rest.
  const line: Line = Object.assign(row, { light: lightOf(row, policy, today) });
  if (asker.role !== "enterprise") return line;
  line.householdCode = null;
  if (namesGone(asker, line.agreementEndedOn, policy, today)) asInitials(line);
  return line;
}

/** A row's own names as initials: what an enterprise reads once an agreement ended long ago. */
export function asInitials(row: { headName: string; memberName?: string | null }): void {
  row.headName = maskName(row.headName);
  if (row.memberName) row.memberName = maskName(row.memberName);
}

export type DueFilter = {
  /** late: its day is past and money is missing · unpaid: all that is missing · paid · all. */
  show?: "late" | "unpaid" | "paid" | "all";
  enterprise?: string;
  /** Division code, 2 to 12 digits. */
  division?: string;
  household?: string;
  agreement?: string;
  kind?: MoneyKind;
  bases?: readonly DueBasis[];
  from?: string;
  to?: string;
  ids?: readonly string[];
  limit?: number;
  cursor?: string;
};

/** Fees are owed by the household, not to it: they stand in its own list and in no arrears. */
const owedToHouseholds = ne(dues.kind, "fee");

export function matching(filter: DueFilter, today: string): SQL {
  const { show = "all", cursor } = filter;
  const [cursorDay = "", cursorId = ""] = cursor?.split("_") ?? [];
  return and(
    live,
    show === "late" ? and(unpaid, lt(dues.dueOn, today), owedToHouseholds) : undefined,
    show === "unpaid" ? unpaid : undefined,
    show === "paid" ? sql`${dues.paidFen} >= ${dues.amountFen}` : undefined,
    filter.enterprise ? eq(dues.enterpriseId, filter.enterprise) : undefined,
    filter.division ? inDivision(households.villageCode, filter.division) : undefined,
    filter.household ? eq(dues.householdCode, filter.household) : undefined,
    filter.agreement ? eq(dues.agreementId, filter.agreement) : undefined,
    filter.kind ? eq(dues.kind, filter.kind) : undefined,
    filter.bases ? inArray(dues.basis, [...filter.bases]) : undefined,
    filter.from ? gte(dues.dueOn, filter.from) : undefined,
    filter.to ? lte(dues.dueOn, filter.to) : undefined,
    filter.ids ? inArray(dues.id, [...filter.ids]) : undefined,
    // As a pair, so that an index begins where the page does.
    cursor ? sql`(${dues.dueOn}, ${dues.id}) > (${cursorDay}, ${cursorId})` : undefined,
  ) as SQL;
}

/** Lines by the day they are due. Lists are not logged; they hold no ID, phone or health. */
export async function listDues(
  asker: Asker,
  filter: DueFilter,
  today: string,
): Promise<{ items: Line[]; next: string | null }> {
  const limit = Math.min(filter.limit ?? 50, 500);
  // Which lines they are is found before their names are: else all that match are joined, sorted and let go.
  const page = db
    .select({ id: dues.id })
    .from(dues)
    .innerJoin(households, eq(households.code, dues.householdCode))
    .where(and(readableDues(asker), matching(filter, today)))
    .orderBy(asc(dues.dueOn), asc(dues.id))
    .limit(limit + 1);
  const [found, policy] = await Promise.all([
    dueRows(db).where(inArray(dues.id, page)).orderBy(asc(dues.dueOn), asc(dues.id)),
    policyFor(today),
  ]);
  const items = found.slice(0, limit).map((row) => lineOf(asker, row, policy, today));
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? `${last.dueOn}_${last.id}` : null };
}

const sumFen = (part: SQL) => sql<number>`coalesce(sum(${part}), 0)`.mapWith(Number);
const missing = sql`${dues.amountFen} - ${dues.paidFen}`;

/** The four sums as columns: due = paid + late + open, added up by the database. */
export const sumColumns = (today: string) => ({
  dueFen: sumFen(sql`${dues.amountFen}`),
  paidFen: sumFen(sql`${dues.paidFen}`),
  lateFen: sumFen(sql`case when ${lt(dues.dueOn, today)} then ${missing} else 0 end`),
  openFen: sumFen(sql`case when ${lt(dues.dueOn, today)} then 0 else ${missing} end`),
});

/** What the asker's lines come to; fees that households owe are left out unless asked for. */
export async function sumDues(asker: Asker, filter: DueFilter, today: string): Promise<Sums> {
  const [row] = await db
    .select(sumColumns(today))
    .from(dues)
    .innerJoin(households, eq(households.code, dues.householdCode))
    .where(
      and(readableDues(asker), matching(filter, today), filter.kind === "fee" ? undefined : owedToHouseholds),
    );
  return row ?? { dueFen: 0, paidFen: 0, lateFen: 0, openFen: 0 };
}

export type MonthSum = Sums & { month: string; kind: MoneyKind };

/** The same by month due (YYYY-MM) and kind: the twelve-cell strips. */
export function sumByMonth(asker: Asker, filter: DueFilter, today: string): Promise<MonthSum[]> {
  const month = sql<string>`substr(cast(${dues.dueOn} as text), 1, 7)`;
  return db
    .select({ month, kind: dues.kind, ...sumColumns(today) })
    .from(dues)
    .innerJoin(households, eq(households.code, dues.householdCode))
    .where(and(readableDues(asker), matching(filter, today)))
    .groupBy(month, dues.kind)
    .orderBy(month);
}

/** One line as the asker may see it. @throws Refusal not-found. */
export async function getDue(asker: Asker, id: string, today: string): Promise<Line> {
  const { items } = await listDues(asker, { ids: [id], limit: 1 }, today);
  return items[0] ?? refuse("not-found");
}
