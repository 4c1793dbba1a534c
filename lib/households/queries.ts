import { aliasedTable, and, asc, eq, gt, inArray, like, notInArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { contains } from "@/db/contains";
import { agreements, applications, divisions, households, members, parcels } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { inDivision, permit, type Source, within } from "@/lib/access/scope";
import { maskName } from "@/lib/households/names";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

/** The part of a WHERE that keeps households inside what the asker may read. */
export const readableHouseholds = (asker: Asker): SQL =>
  within(asker, permit(asker, "household", "read"), {
    village: households.villageCode,
    household: households.code,
  });

/**
 * Codes of households with a live project: a final match whose agreement has not ended. Asked as a set, once,
 * and not per household: without statistics SQLite would read every final match again for each of them.
 */
const coveredCodes = () =>
  db
    .select({ code: applications.householdCode })
    .from(applications)
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(
      and(eq(applications.state, "final"), or(sql`${agreements.id} is null`, eq(agreements.state, "live"))),
    );

const personsOf =
  sql<number>`(select count(*) from ${members} where ${members.householdCode} = ${households.code} and ${members.state} = 'present')`.mapWith(
    Number,
  );
const ableOf =
  sql<number>`(select count(*) from ${members} where ${members.householdCode} = ${households.code} and ${members.state} = 'present' and ${members.laborClass} in ('skilled', 'ordinary', 'weak') and (${members.schooling} is null or ${members.schooling} = 'preschool-age'))`.mapWith(
    Number,
  );
const idleMu100Of =
  sql<number>`(select coalesce(sum(${parcels.areaMu100}), 0) from ${parcels} where ${parcels.householdCode} = ${households.code} and (${parcels.use} = 'idle' or (${parcels.use} = 'own-use' and ${parcels.offered})))`.mapWith(
    Number,
  );
const coveredOf = () =>
  sql<number>`case when ${inArray(households.code, coveredCodes())} then 1 else 0 end`.mapWith(Boolean);

export type HouseholdFilter = {
  /** Division code, 2 to 12 digits of a known level. */
  village?: string;
  /** Part of the head's name, its pinyin or initials, or the beginning of the code. */
  q?: string;
  /** Only without (false) or with (true) a live project. */
  covered?: boolean;
  /** Only with someone who can work. */
  able?: boolean;
  /** Only with land on offer. */
  idle?: boolean;
  limit?: number;
  cursor?: string;
};

export type HouseholdRow = {
  code: string;
  headName: string;
  villageCode: string;
  villageName: string;
  townName: string;
  status: (typeof households.$inferSelect)["status"];
  type: (typeof households.$inferSelect)["type"];
  persons: number;
  able: number;
  idleMu100: number;
  covered: boolean;
};

/** Who is shown masked names finds by code only: else a hidden name could be guessed letter by letter. */
function matching(asker: Asker, filter: HouseholdFilter): SQL | undefined {
  const byName = permit(asker, "household", "read").view === "full";
  const q = filter.q?.trim().toLowerCase();
  return and(
    eq(households.register, "listed"),
    filter.village ? inDivision(households.villageCode, filter.village) : undefined,
    q
      ? or(
          byName ? contains(households.headName, q) : undefined,
          byName ? contains(households.pinyin, q) : undefined,
          like(households.code, `${q.replace(/[%_]/g, "")}%`),
        )
      : undefined,
    filter.covered === true
      ? inArray(households.code, coveredCodes())
      : filter.covered === false
        ? notInArray(households.code, coveredCodes())
        : undefined,
    filter.able ? sql`${ableOf} > 0` : undefined,
    filter.idle ? sql`${idleMu100Of} > 0` : undefined,
  );
}

/** The households an asker may read, by code. Lists are not logged; they hold no ID, phone or health. */
export async function listHouseholds(
  asker: Asker,
  filter: HouseholdFilter = {},
): Promise<{ items: HouseholdRow[]; next: string | null }> {
  const grant = permit(asker, "household", "read");
  const limit = Math.min(filter.limit ?? 50, 200);
  const found = await db
    .select({
      code: households.code,
      headName: households.headName,
      villageCode: households.villageCode,
      villageName: village.name,
      townName: town.name,
      status: households.status,
      type: households.type,
      persons: personsOf,
      able: ableOf,
      idleMu100: idleMu100Of,
      covered: coveredOf(),
    })
    .from(households)
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(
      and(
        readableHouseholds(asker),
        matching(asker, filter),
        filter.cursor ? gt(households.code, filter.cursor) : undefined,
      ),
    )
    .orderBy(asc(households.code))
    .limit(limit + 1);
  const items = found
    .slice(0, limit)
    .map((row) => (grant.view === "masked" ? { ...row, headName: maskName(row.headName) } : row));
  return { items, next: found.length > limit ? (items.at(-1)?.code ?? null) : null };
}

export type HouseholdCounts = { all: number; uncovered: number };

/** How many households the asker may read, and how many of them have no live project yet. */
export async function countHouseholds(asker: Asker, filter: HouseholdFilter = {}): Promise<HouseholdCounts> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      uncovered:
        sql<number>`sum(case when ${notInArray(households.code, coveredCodes())} then 1 else 0 end)`.mapWith(
          Number,
        ),
    })
    .from(households)
    .where(and(readableHouseholds(asker), matching(asker, filter)));
  return { all: row?.all ?? 0, uncovered: row?.uncovered ?? 0 };
}

/** Names of households by code, for rows that another query already brought within scope. */
export async function namesOf(
  asker: Asker,
  codes: readonly string[],
  from: Source = db,
): Promise<Map<string, HouseholdName>> {
  if (codes.length === 0) return new Map();
  const grant = permit(asker, "identity", "read");
  const found = await from
    .select({
      code: households.code,
      headName: households.headName,
      villageName: village.name,
      townName: town.name,
    })
    .from(households)
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(and(inArray(households.code, [...codes]), readableHouseholds(asker)));
  return new Map(
    found.map((row) => [
      row.code,
      grant.view === "masked" ? { ...row, headName: maskName(row.headName) } : row,
    ]),
  );
}
export type HouseholdName = { code: string; headName: string; villageName: string; townName: string };
