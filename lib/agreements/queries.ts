import {
  aliasedTable,
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import { db } from "@/db/client";
import { agreementAnnexes, agreements, divisions, enterprises, households } from "@/db/schema";
import type { PostingKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { inDivision, permit, type Source, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { scopeColumns } from "@/lib/agreements/step";
import { namesGone } from "@/lib/applications/names";
import { addDays } from "@/lib/clock/clock";
import { maskName } from "@/lib/households/names";
import type { Policy } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

const columns = {
  id: agreements.id,
  number: agreements.number,
  applicationId: agreements.applicationId,
  kind: agreements.kind,
  state: agreements.state,
  title: agreements.title,
  terms: agreements.terms,
  startsOn: agreements.startsOn,
  endsOn: agreements.endsOn,
  agreedEndsOn: agreements.agreedEndsOn,
  endedOn: agreements.endedOn,
  endCause: agreements.endCause,
  endReason: agreements.endReason,
  endFileId: agreements.endFileId,
  enterpriseSignedBy: agreements.enterpriseSignedBy,
  enterpriseSignedHow: agreements.enterpriseSignedHow,
  enterpriseSignedAt: agreements.enterpriseSignedAt,
  enterpriseFileId: agreements.enterpriseFileId,
  householdSignedBy: agreements.householdSignedBy,
  householdSignedHow: agreements.householdSignedHow,
  householdSlipBy: agreements.householdSlipBy,
  householdSignedAt: agreements.householdSignedAt,
  householdFileId: agreements.householdFileId,
  bindingState: agreements.bindingState,
  bindingSince: agreements.bindingSince,
  renewedFromNumber: sql<
    string | null
  >`(select former.number from agreements former where former.id = ${agreements.renewedFrom})`,
  enterpriseId: enterprises.id,
  enterpriseName: enterprises.name,
  householdCode: agreements.householdCode,
  headName: households.headName,
  villageName: village.name,
  townName: town.name,
};

const rows = (from: Source) =>
  from
    .select(columns)
    .from(agreements)
    .innerJoin(households, eq(households.code, agreements.householdCode))
    .innerJoin(enterprises, eq(enterprises.id, agreements.enterpriseId))
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode));

type Row = Awaited<ReturnType<typeof rows>>[number];

/**
 * What an asker sees of a row: all of it; after the days of grace initials only; or, de-identified, the town
 * without any person. The household's code is never an enterprise's.
 */
function shown(asker: Asker, row: Row, policy: Policy, today: string) {
  const { householdCode, terms, ...rest } = row;
  const card = grantOf(asker.role, "agreement", "read")?.view === "card";
  const gone = namesGone(asker, row.endedOn, policy, today);
  return {
    ...rest,
    // Members and parcels are ids; who works and which land stand in the paper.
    terms,
    householdCode: card || asker.role === "enterprise" ? null : householdCode,
    headName: card ? null : gone ? maskName(row.headName) : row.headName,
    villageName: card || gone ? null : row.villageName,
    endReason: card ? null : row.endReason,
    /** Whether the paper itself, with its names and numbers, is this asker's to open. */
    paper: !card && !gone,
  };
}
export type Agreement = ReturnType<typeof shown>;

const readable = (asker: Asker): SQL => within(asker, permit(asker, "agreement", "read"), scopeColumns);

export const agreementFilters = [
  "unsigned",
  "sign-late",
  "ending",
  "proposed",
  "amber",
  "red",
  "live",
  "ended",
] as const;
export type AgreementFilter = (typeof agreementFilters)[number];

/** What each filter means on a day. */
function meaning(filter: AgreementFilter, policy: Policy, today: string): SQL {
  switch (filter) {
    case "sign-late":
      // As signing.ts says it of one.
      return and(
        eq(agreements.state, "unsigned"),
        lt(agreements.startsOn, addDays(today, -policy["agreement.signWithinDays"])),
      ) as SQL;
    case "ending":
      return and(
        eq(agreements.state, "live"),
        gte(agreements.endsOn, today),
        lte(agreements.endsOn, addDays(today, policy["agreement.reminderDays"])),
      ) as SQL;
    case "proposed":
      return inArray(
        agreements.id,
        db
          .select({ id: agreementAnnexes.agreementId })
          .from(agreementAnnexes)
          .where(eq(agreementAnnexes.state, "proposed")),
      );
    case "amber":
    case "red":
      return and(eq(agreements.bindingState, filter), ne(agreements.state, "ended")) as SQL;
    default:
      return eq(agreements.state, filter);
  }
}

type Asked = {
  filter?: AgreementFilter;
  kind?: PostingKind;
  household?: string;
  /** 9 or 12 digits: of a town, or a village. */
  division?: string;
  limit?: number;
  cursor?: string;
};

/** Newest first, as the asker may see them. */
export async function listAgreements(
  asker: Asker,
  today: string,
  asked: Asked = {},
): Promise<{ items: Agreement[]; next: string | null }> {
  const limit = Math.min(asked.limit ?? 20, 200);
  const mine = readable(asker);
  const policy = await policyFor(today);
  // An enterprise must not learn of a household by asking for it.
  const household = asker.role === "enterprise" ? undefined : asked.household;
  const found = await rows(db)
    .where(
      and(
        mine,
        asked.filter && meaning(asked.filter, policy, today),
        asked.kind && eq(agreements.kind, asked.kind),
        household ? eq(agreements.householdCode, household) : undefined,
        asked.division ? inDivision(households.villageCode, asked.division) : undefined,
        asked.cursor ? lt(agreements.id, asked.cursor) : undefined,
      ),
    )
    .orderBy(desc(agreements.id))
    .limit(limit + 1);
  return {
    items: found.slice(0, limit).map((row) => shown(asker, row, policy, today)),
    next: found.length > limit ? (found[limit - 1]?.id ?? null) : null,
  };
}

/** How many agreements each filter would list. */
export async function countAgreements(asker: Asker, today: string): Promise<Record<AgreementFilter, number>> {
  const mine = readable(asker);
  const policy = await policyFor(today);
  const one = (filter: AgreementFilter) =>
    sql<number>`coalesce(sum(case when ${meaning(filter, policy, today)} then 1 else 0 end), 0)`.mapWith(
      Number,
    );
  const [counts] = await db
    .select({
      unsigned: one("unsigned"),
      "sign-late": one("sign-late"),
      ending: one("ending"),
      proposed: one("proposed"),
      amber: one("amber"),
      red: one("red"),
      live: one("live"),
      ended: one("ended"),
    })
    .from(agreements)
    .innerJoin(households, eq(households.code, agreements.householdCode))
    .where(mine);
  return (
    counts ?? { unsigned: 0, "sign-late": 0, ending: 0, proposed: 0, amber: 0, red: 0, live: 0, ended: 0 }
  );
}

/** @throws Refusal not-found when there is none, or none the asker may see. */
export async function getAgreement(asker: Asker, id: string, today: string, from: Source = db) {
  const grant = grantOf(asker.role, "agreement", "read");
  const [row] = await rows(from).where(and(eq(agreements.id, id), within(asker, grant, scopeColumns)));
  if (!row) return refuse("not-found");
  return shown(asker, row, await policyFor(today, from), today);
}

/** The annexes of an agreement the asker was let see, first to last. */
export const annexesOf = (agreementId: string, from: Source = db) =>
  from
    .select()
    .from(agreementAnnexes)
    .where(eq(agreementAnnexes.agreementId, agreementId))
    .orderBy(asc(agreementAnnexes.number));
export type Annex = Awaited<ReturnType<typeof annexesOf>>[number];

/** The agreement that goes on from this one, if it was renewed. */
export async function renewalOf(id: string): Promise<{ id: string; number: string } | null> {
  const [row] = await db
    .select({ id: agreements.id, number: agreements.number })
    .from(agreements)
    .where(and(eq(agreements.renewedFrom, id), isNotNull(agreements.renewedFrom)));
  return row ?? null;
}
