import { aliasedTable, and, desc, eq, inArray, lt, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import {
  agreements,
  applications,
  disputes,
  dues,
  enterprises,
  households,
  members,
  payments,
  users,
} from "@/db/schema";
import type { DisputeState, PaymentState } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { namesGoneFor } from "@/lib/applications/names";
import { asInitials, readableDues, town, village } from "@/lib/moneys/queries/lines";

const giver = aliasedTable(users, "giver");

const paymentColumns = {
  id: payments.id,
  dueId: payments.dueId,
  kind: dues.kind,
  basis: dues.basis,
  dueOn: dues.dueOn,
  periodFrom: dues.periodFrom,
  periodTo: dues.periodTo,
  amountFen: payments.amountFen,
  paidOn: payments.paidOn,
  method: payments.method,
  reference: payments.reference,
  state: payments.state,
  recordedBy: payments.recordedBy,
  recordedAt: payments.createdAt,
  confirmedAt: payments.confirmedAt,
  confirmedNote: payments.confirmedNote,
  /** Who handed out the sign-in slip of the session in which the household confirmed it; a name. */
  confirmedSlipBy: giver.name,
  reason: payments.reason,
  reversalOf: payments.reversalOf,
  enterpriseName: enterprises.name,
  householdCode: payments.householdCode,
  headName: households.headName,
  villageName: village.name,
  memberName: members.name,
  agreementNumber: agreements.number,
  agreementEndedOn: agreements.endedOn,
};

export type PaymentFilter = {
  states?: readonly PaymentState[];
  due?: string | undefined;
  household?: string | undefined;
  enterprise?: string;
  limit?: number;
  cursor?: string | undefined;
};

/** Payments newest first, as they were recorded, with the entries that take them back. */
export async function listPayments(asker: Asker, filter: PaymentFilter = {}) {
  const limit = Math.min(filter.limit ?? 50, 500);
  const found = await db
    .select(paymentColumns)
    .from(payments)
    .innerJoin(dues, eq(dues.id, payments.dueId))
    .innerJoin(agreements, eq(agreements.id, dues.agreementId))
    .innerJoin(enterprises, eq(enterprises.id, payments.enterpriseId))
    .innerJoin(households, eq(households.code, payments.householdCode))
    .innerJoin(village, eq(village.code, households.villageCode))
    .leftJoin(members, eq(members.id, dues.memberId))
    .leftJoin(giver, eq(giver.id, payments.confirmedSlipBy))
    .where(
      and(
        readableDues(asker),
        filter.states ? inArray(payments.state, [...filter.states]) : undefined,
        filter.due ? eq(payments.dueId, filter.due) : undefined,
        filter.household ? eq(payments.householdCode, filter.household) : undefined,
        filter.enterprise ? eq(payments.enterpriseId, filter.enterprise) : undefined,
        filter.cursor ? lt(payments.id, filter.cursor) : undefined,
      ),
    )
    .orderBy(desc(payments.id))
    .limit(limit + 1);
  const gone = await namesGoneFor(asker);
  const items = found.slice(0, limit).map(({ householdCode, agreementEndedOn, ...row }) => {
    if (gone(agreementEndedOn)) asInitials(row);
    return {
      ...row,
      householdCode: asker.role === "enterprise" ? null : householdCode,
      own: row.recordedBy === asker.userId,
    };
  });
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
export type Payment = Awaited<ReturnType<typeof listPayments>>["items"][number];

const disputeColumns = {
  id: disputes.id,
  dueId: disputes.dueId,
  paymentId: disputes.paymentId,
  reason: disputes.reason,
  note: disputes.note,
  state: disputes.state,
  openedAt: disputes.createdAt,
  answer: disputes.answer,
  answeredAt: disputes.answeredAt,
  closedWhy: disputes.closedWhy,
  closedAt: disputes.closedAt,
  kind: dues.kind,
  basis: dues.basis,
  dueOn: dues.dueOn,
  periodFrom: dues.periodFrom,
  periodTo: dues.periodTo,
  amountFen: dues.amountFen,
  paidFen: dues.paidFen,
  enterpriseName: enterprises.name,
  householdCode: disputes.householdCode,
  headName: households.headName,
  villageName: village.name,
  townName: town.name,
  agreementNumber: agreements.number,
  agreementEndedOn: agreements.endedOn,
  invitedBy: applications.invitedBy,
  appliedBy: applications.appliedBy,
  answeredBy: applications.answeredBy,
  approvedBy: applications.approvedBy,
};

export type DisputeFilter = {
  states?: readonly DisputeState[];
  due?: string;
  enterprise?: string;
  /** A village, twelve digits. */
  division?: string;
  limit?: number;
};

/** Disputes, those that wait longest first. */
export async function listDisputes(asker: Asker, filter: DisputeFilter = {}) {
  const where: SQL | undefined = and(
    readableDues(asker),
    filter.states ? inArray(disputes.state, [...filter.states]) : undefined,
    filter.due ? eq(disputes.dueId, filter.due) : undefined,
    filter.enterprise ? eq(disputes.enterpriseId, filter.enterprise) : undefined,
    filter.division ? eq(households.villageCode, filter.division) : undefined,
  );
  const found = await db
    .select(disputeColumns)
    .from(disputes)
    .innerJoin(dues, eq(dues.id, disputes.dueId))
    .innerJoin(agreements, eq(agreements.id, dues.agreementId))
    .innerJoin(applications, eq(applications.id, agreements.applicationId))
    .innerJoin(enterprises, eq(enterprises.id, disputes.enterpriseId))
    .innerJoin(households, eq(households.code, disputes.householdCode))
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(where)
    .orderBy(disputes.createdAt)
    .limit(Math.min(filter.limit ?? 100, 500));
  const gone = await namesGoneFor(asker);
  return found.map(({ householdCode, agreementEndedOn, ...all }) => {
    const { invitedBy, appliedBy, answeredBy, approvedBy, ...row } = all;
    if (gone(agreementEndedOn)) asInitials(row);
    return {
      ...row,
      householdCode: asker.role === "enterprise" ? null : householdCode,
      /** Who decided about the match takes no part in what is disputed of it. */
      inChain: asker.userId !== null && [invitedBy, appliedBy, answeredBy, approvedBy].includes(asker.userId),
    };
  });
}
export type Dispute = Awaited<ReturnType<typeof listDisputes>>[number];
