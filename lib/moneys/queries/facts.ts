import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  sql,
} from "drizzle-orm";
import { db } from "@/db/client";
import { agreements, deliveries, enterprises, households, profitDeclarations } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { untilChangedFor } from "@/lib/access/queries";
import { permit, within } from "@/lib/access/scope";
import { addDays } from "@/lib/clock/clock";
import { policyFor } from "@/lib/policy/queries";

/** So many days after its end an agreement is still offered for a delivery. */
const sellingDays = 90;

/**
 * The agreements of an enterprise under which goods are or were delivered, with their floor prices: what came
 * before the end may be written down after it.
 */
export async function sellingAgreements(asker: Asker, today: string) {
  const grant = permit(asker, "ledger", "write");
  const rows = await db
    .select({
      id: agreements.id,
      number: agreements.number,
      headName: households.headName,
      terms: agreements.terms,
    })
    .from(agreements)
    .innerJoin(households, eq(households.code, agreements.householdCode))
    .where(
      and(
        within(asker, grant, { enterprise: agreements.enterpriseId }),
        isNotNull(agreements.enterpriseSignedAt),
        isNotNull(agreements.householdSignedAt),
        // Of what ended long ago nothing is still to be written down.
        or(isNull(agreements.endedOn), gte(agreements.endedOn, addDays(today, -sellingDays))),
        sql`${agreements.kind} in ('order', 'contract')`,
      ),
    )
    .orderBy(asc(households.pinyin), asc(agreements.id))
    .limit(500);
  return rows.flatMap(({ terms, ...row }) =>
    terms.kind === "order" || terms.kind === "contract"
      ? [{ ...row, product: terms.product, unit: terms.unit, floorPriceFen: terms.floorPriceFen }]
      : [],
  );
}

/** The profits an enterprise declared, newest year first. */
export function declaredProfits(asker: Asker) {
  const grant = permit(asker, "ledger", "write");
  return db
    .select({
      year: profitDeclarations.year,
      profitFen: profitDeclarations.profitFen,
      declaredOn: profitDeclarations.declaredOn,
      document: profitDeclarations.document,
    })
    .from(profitDeclarations)
    .where(within(asker, grant, { enterprise: profitDeclarations.enterpriseId }))
    .orderBy(desc(profitDeclarations.year));
}

/** A year's profit that should have been declared by a day, and was not. */
export type Undeclared = { id: string; name: string; year: number; dueOn: string; households: number };

/** The last year whose day (MM-DD of the year after) is past. */
function yearDue(monthDay: string, today: string): { year: number; dueOn: string } {
  const thisYear = Number(today.slice(0, 4));
  const passed = today > `${thisYear}-${monthDay}` ? thisYear : thisYear - 1;
  return { year: passed - 1, dueOn: `${passed}-${monthDay}` };
}

/**
 * Enterprises that owe a second dividend or a co-op's return for a past year and never declared its profit:
 * without a figure nothing would ever be due, so they are named from the day after it should have been paid.
 */
export const undeclaredProfits = (asker: Asker, today: string): Promise<Undeclared[]> =>
  untilChangedFor(asker, "undeclared profits", today, () => undeclared(asker, today));

async function undeclared(asker: Asker, today: string): Promise<Undeclared[]> {
  const grant = permit(asker, "ledger", "read");
  const policy = await policyFor(today);
  const asked = [
    { kind: "equity" as const, ...yearDue(policy["equity.payMonthDay"], today) },
    { kind: "membership" as const, ...yearDue(policy["agreement.surplusMonthDay"], today) },
  ];
  // One look through the agreements for both, before anything is joined: few are left to join.
  const held = db
    .selectDistinct({
      kind: agreements.kind,
      enterpriseId: agreements.enterpriseId,
      householdCode: agreements.householdCode,
    })
    .from(agreements)
    .where(
      and(
        isNotNull(agreements.enterpriseSignedAt),
        isNotNull(agreements.householdSignedAt),
        or(...asked.map(({ kind, year }) => and(eq(agreements.kind, kind), heldIn(year), notDeclared(year)))),
      ),
    )
    .as("held");
  const rows = await db
    .select({
      kind: held.kind,
      id: enterprises.id,
      name: enterprises.name,
      households: sql<number>`count(*)`.mapWith(Number),
    })
    .from(held)
    .innerJoin(enterprises, eq(enterprises.id, held.enterpriseId))
    .innerJoin(households, eq(households.code, held.householdCode))
    .where(within(asker, grant, { village: households.villageCode, enterprise: enterprises.id }))
    .groupBy(held.kind, enterprises.id, enterprises.name)
    .orderBy(asc(enterprises.pinyin), asc(enterprises.id));
  return asked.flatMap(({ kind, year, dueOn }) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, name, households: count }) => ({ id, name, households: count, year, dueOn })),
  );
}

/** Held on some day of a year. */
const heldIn = (year: number) =>
  and(
    lte(agreements.startsOn, `${year}-12-31`),
    or(isNull(agreements.endsOn), gte(agreements.endsOn, `${year}-01-01`)),
  );

const notDeclared = (year: number) =>
  notExists(
    db
      .select({ id: profitDeclarations.id })
      .from(profitDeclarations)
      .where(
        and(eq(profitDeclarations.enterpriseId, agreements.enterpriseId), eq(profitDeclarations.year, year)),
      ),
  );

/** What an enterprise declared, for the officer who may correct it, newest year first. */
export function profitsOf(asker: Asker, enterpriseId: string) {
  const grant = permit(asker, "ledger", "decide");
  return db
    .select(getTableColumns(profitDeclarations))
    .from(profitDeclarations)
    .innerJoin(enterprises, eq(enterprises.id, profitDeclarations.enterpriseId))
    .where(
      and(
        eq(profitDeclarations.enterpriseId, enterpriseId),
        within(asker, grant, { village: enterprises.villageCode }),
      ),
    )
    .orderBy(desc(profitDeclarations.year));
}

/**
 * Deliveries within the asker's reach, newest first, each with why it was taken back if it was.
 * @param filter.agreement an agreement's number. @throws Refusal forbidden.
 */
export async function listDeliveries(
  asker: Asker,
  filter: { agreement?: string | undefined; limit: number; cursor?: string | undefined },
) {
  const grant = permit(asker, "ledger", "read");
  const found = await db
    .select({
      id: deliveries.id,
      agreement: agreements.number,
      household: agreements.householdCode,
      deliveredOn: deliveries.deliveredOn,
      quantity100: deliveries.quantity100,
      priceFen: deliveries.priceFen,
      takenBack: sql<
        string | null
      >`(select b.reason from deliveries b where b.reversal_of = ${deliveries.id})`,
    })
    .from(deliveries)
    .innerJoin(agreements, eq(agreements.id, deliveries.agreementId))
    .innerJoin(households, eq(households.code, agreements.householdCode))
    .where(
      and(
        within(asker, grant.view === "full" ? grant : null, {
          village: households.villageCode,
          household: agreements.householdCode,
          enterprise: agreements.enterpriseId,
        }),
        isNull(deliveries.reversalOf),
        filter.agreement ? eq(agreements.number, filter.agreement) : undefined,
        filter.cursor ? lt(deliveries.id, filter.cursor) : undefined,
      ),
    )
    .orderBy(desc(deliveries.id))
    .limit(filter.limit + 1);
  const items = found
    .slice(0, filter.limit)
    .map((row) => ({ ...row, household: asker.role === "enterprise" ? null : row.household }));
  return { items, next: found.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
}
export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>["items"][number];

/** What was delivered under an agreement its reader was let see, oldest first; what was taken back says why. */
export async function deliveriesOf(asker: Asker, agreementId: string) {
  permit(asker, "ledger", "read");
  const rows = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.agreementId, agreementId))
    .orderBy(asc(deliveries.deliveredOn), asc(deliveries.id))
    .limit(500);
  const why = new Map(rows.flatMap((row) => (row.reversalOf ? [[row.reversalOf, row.reason]] : [])));
  return rows
    .filter((row) => row.reversalOf === null)
    .map(({ id, deliveredOn, quantity100, priceFen }) => ({
      ...{ id, deliveredOn, quantity100, priceFen },
      takenBack: why.get(id) ?? null,
    }));
}
