/**
 * Keeps the lines of every signed agreement as its terms, its dates and the facts say. The minute job runs it
 * for agreements that are new, that changed, or whose lines do not reach far enough yet; a delivery, days
 * worked or a declared profit run it for theirs at once, in their own transaction.
 */
import { and, asc, eq, getTableColumns, gte, inArray, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { db, tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { insertAll } from "@/db/insert-all";
import {
  agreementAnnexes,
  agreements,
  deliveries,
  dueRuns,
  dues,
  profitDeclarations,
  workDays,
} from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { systemAsker } from "@/lib/access/asker";
import { termsOn, termsPeriods } from "@/lib/agreements/terms";
import { type AuditNote, recordAll } from "@/lib/audit/commands";
import { partsOf } from "@/lib/moneys/declared";
import { type DueLine, dueLines, type Facts } from "@/lib/moneys/due-lines";
import { dayIn, nextPayDay } from "@/lib/moneys/periods";
import { type KeptDue, reconcile } from "@/lib/moneys/reconcile";

/** Lines are made a year ahead, to the end of the month, so that they grow once a month and not every day. */
export function horizonOf(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return dayIn(year + 1, month, 31);
}

/** Signed by both: only then is anything due. An agreement that ended unsigned never owed anything. */
const signed = and(isNotNull(agreements.enterpriseSignedAt), isNotNull(agreements.householdSignedAt));

/** As many at once as keep a transaction short. */
const atOnce = 500;

/** Makes what is not made yet, some agreements at a time. @returns how many were done; 0 when nothing is left. */
export async function makeDues(today: string): Promise<number> {
  const horizon = horizonOf(today);
  const waiting = await db
    .select({ id: agreements.id })
    .from(agreements)
    .leftJoin(dueRuns, eq(dueRuns.agreementId, agreements.id))
    .where(
      and(
        signed,
        or(
          isNull(dueRuns.agreementId),
          ne(dueRuns.agreementVersion, agreements.version),
          // Of what has ended nothing grows any more.
          and(
            lt(dueRuns.throughOn, horizon),
            or(isNull(agreements.endsOn), gte(agreements.endsOn, dueRuns.throughOn)),
          ),
        ),
      ),
    )
    .orderBy(asc(agreements.id))
    .limit(atOnce);
  if (waiting.length === 0) return 0;
  const ids = waiting.map(({ id }) => id);
  await tx((w) => remake(w, systemAsker, ids, today));
  return ids.length;
}

/** Brings the lines of some agreements up to what they should be, in the caller's transaction. */
export async function remake(w: Writer, asker: Asker, ids: readonly string[], today: string): Promise<void> {
  const list = await w
    .select({ agreement: agreements, throughOn: dueRuns.throughOn })
    .from(agreements)
    .leftJoin(dueRuns, eq(dueRuns.agreementId, agreements.id))
    .where(and(inArray(agreements.id, [...ids]), signed));
  const horizon = horizonOf(today);
  const facts = await factsOf(
    w,
    list.map(({ agreement }) => agreement),
  );
  const annexes = await w
    .select()
    .from(agreementAnnexes)
    .where(and(inArray(agreementAnnexes.agreementId, [...ids]), eq(agreementAnnexes.state, "agreed")))
    .orderBy(asc(agreementAnnexes.number));
  const kept = await w
    .select()
    .from(dues)
    .where(inArray(dues.agreementId, [...ids]));
  const keptBy = groupBy(kept, (due) => due.agreementId);
  const annexesBy = groupBy(annexes, (annex) => annex.agreementId);
  const added: (typeof dues.$inferInsert)[] = [];
  const notes: AuditNote[] = [];
  for (const { agreement, throughOn } of list) {
    // A clock set back takes no line away again.
    const until = throughOn !== null && throughOn > horizon ? throughOn : horizon;
    const lines = dueLines(
      {
        startsOn: agreement.startsOn,
        endsOn: agreement.endsOn,
        periods: termsPeriods(agreement, annexesBy.get(agreement.id) ?? []),
      },
      until,
      facts.get(agreement.id),
    );
    const { add, change } = reconcile((keptBy.get(agreement.id) ?? []) as KeptDue[], lines);
    for (const { id, ...values } of change) await w.update(dues).set(values).where(eq(dues.id, id));
    added.push(...add.map((line) => rowOf(agreement, line)));
    if (add.length + change.length > 0)
      notes.push({
        action: "dues.make",
        subject: "agreement",
        subjectId: agreement.id,
        householdCode: agreement.householdCode,
        after: { added: add.length, changed: change.length, version: agreement.version },
      });
  }
  await insertAll(w, dues, added);
  await markDone(w, list, horizon);
  await recordAll(w, asker, notes);
}

type Agreement = typeof agreements.$inferSelect;

const rowOf = (agreement: Agreement, line: DueLine): typeof dues.$inferInsert => ({
  id: newId(),
  agreementId: agreement.id,
  enterpriseId: agreement.enterpriseId,
  householdCode: agreement.householdCode,
  memberId: line.memberId,
  kind: line.kind,
  basis: line.basis,
  sourceId: line.sourceId,
  periodFrom: line.from,
  periodTo: line.to,
  dueOn: line.dueOn,
  amountFen: line.amountFen,
  estimated: line.estimated,
});

async function markDone(
  w: Writer,
  list: readonly { agreement: Agreement; throughOn: string | null }[],
  horizon: string,
): Promise<void> {
  const rows = list.map(({ agreement, throughOn }) => ({
    agreementId: agreement.id,
    agreementVersion: agreement.version,
    throughOn: throughOn !== null && throughOn > horizon ? throughOn : horizon,
  }));
  await insertAll(w, dueRuns, rows, [dueRuns.agreementId]);
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** What has come to be known of these agreements: deliveries, days worked, their parts of declared profits. */
async function factsOf(w: Writer, list: readonly Agreement[]): Promise<Map<string, Facts>> {
  const ids = list.map(({ id }) => id);
  const sold = list.some(({ terms }) => terms.kind === "order" || terms.kind === "contract")
    ? await w.select().from(deliveries).where(inArray(deliveries.agreementId, ids))
    : [];
  const worked = list.some(({ terms }) => terms.kind === "job")
    ? await w.select().from(workDays).where(inArray(workDays.agreementId, ids))
    : [];
  const declared = await declaredTo(w, list);
  const takenBack = new Set(sold.map((one) => one.reversalOf));
  const soldBy = groupBy(
    sold.filter((one) => one.reversalOf === null && !takenBack.has(one.id)),
    (one) => one.agreementId,
  );
  const workedBy = groupBy(worked, (one) => one.agreementId);
  return new Map(
    ids.map((id) => [
      id,
      {
        deliveries: soldBy.get(id) ?? [],
        halfDays: new Map((workedBy.get(id) ?? []).map(({ monthOn, halfDays }) => [monthOn, halfDays])),
        declared: declared.get(id) ?? [],
      },
    ]),
  );
}

/** Each agreement's part of every year its enterprise declared, whoever else took part in it. */
async function declaredTo(
  w: Writer,
  list: readonly Agreement[],
): Promise<Map<string, Facts["declared"][number][]>> {
  const parts = new Map<string, Facts["declared"][number][]>();
  const firms = list
    .filter(({ terms }) => terms.kind === "equity" || terms.kind === "membership")
    .map((a) => a.enterpriseId);
  if (firms.length === 0) return parts;
  const declarations = await w
    .select()
    .from(profitDeclarations)
    .where(inArray(profitDeclarations.enterpriseId, [...new Set(firms)]));
  for (const { enterpriseId, id, year, profitFen, declaredOn } of declarations) {
    const holdings = await holdingsOf(w, enterpriseId, year);
    for (const [agreementId, amountFen] of partsOf(holdings, { year, profitFen })) {
      const terms = holdings.find((one) => one.agreementId === agreementId)?.terms;
      if (!terms || !("payMonthDay" in terms)) continue;
      const part = { id, year, amountFen, declaredOn, dueOn: nextPayDay(declaredOn, terms.payMonthDay) };
      parts.set(agreementId, [...(parts.get(agreementId) ?? []), part]);
    }
  }
  return parts;
}

/**
 * All of an enterprise's share and membership agreements that were ever signed, with the terms that hold at the
 * end of a year: a rate agreed on during it is that year's.
 */
export async function holdingsOf(w: Writer, enterpriseId: string, year: number) {
  const theirs = and(
    eq(agreements.enterpriseId, enterpriseId),
    sql`${agreements.kind} in ('equity', 'membership')`,
    signed,
  );
  const rows = await w
    .select({
      agreementId: agreements.id,
      householdCode: agreements.householdCode,
      terms: agreements.terms,
      startsOn: agreements.startsOn,
      endsOn: agreements.endsOn,
    })
    .from(agreements)
    .where(theirs);
  const changes = await w
    .select(getTableColumns(agreementAnnexes))
    .from(agreementAnnexes)
    .innerJoin(agreements, eq(agreements.id, agreementAnnexes.agreementId))
    .where(and(theirs, eq(agreementAnnexes.state, "agreed")))
    .orderBy(asc(agreementAnnexes.number));
  const changesBy = groupBy(changes, (change) => change.agreementId);
  return rows.map((row) => ({
    ...row,
    terms: termsOn(row, changesBy.get(row.agreementId) ?? [], `${year}-12-31`),
  }));
}
