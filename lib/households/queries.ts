import { aliasedTable, and, asc, eq, gt, inArray, like, ne, not, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { contains } from "@/db/contains";
import { divisions, households, members } from "@/db/schema";
import { untilChanged } from "@/db/version";
import type { Asker } from "@/lib/access/asker";
import { inDivision, permit, type Source, within } from "@/lib/access/scope";
import { addYears, today } from "@/lib/clock/clock";
import {
  ableCodes,
  ableOf,
  coveredOf,
  idleCodes,
  idleMu100Of,
  isCovered,
  personsOf,
} from "@/lib/households/conditions";
import { maskName } from "@/lib/households/names";
import { policyFor } from "@/lib/policy/queries";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

/** The part of a WHERE that keeps households inside what the asker may read. */
export const readableHouseholds = (asker: Asker): SQL =>
  within(asker, permit(asker, "household", "read"), {
    village: households.villageCode,
    household: households.code,
  });

export type HouseholdFilter = {
  /** Division code, 2 to 12 digits of a known level. */
  village?: string;
  /** Part of the name of somebody in it, of the head's pinyin or initials, or the beginning of the code. */
  q?: string;
  /** Only without (false) or with (true) a live project. */
  covered?: boolean;
  /** Only with someone who can work. */
  able?: boolean;
  /** Only with land on offer. */
  idle?: boolean;
  /** Those that left the register instead: moved away, merged, struck off. */
  off?: boolean;
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
function matching(asker: Asker, filter: HouseholdFilter, bornBy: string, counted = false): SQL | undefined {
  const byName = permit(asker, "household", "read").view === "full";
  const q = filter.q?.trim().toLowerCase();
  return and(
    filter.off ? ne(households.register, "listed") : eq(households.register, "listed"),
    filter.village ? inDivision(households.villageCode, filter.village) : undefined,
    q
      ? or(
          byName ? contains(households.headName, q) : undefined,
          byName ? contains(households.pinyin, q) : undefined,
          byName && /^\p{Script=Han}{2,}$/u.test(q) ? inArray(households.code, namedSo(q)) : undefined,
          like(households.code, `${q.replace(/[%_]/g, "")}%`),
        )
      : undefined,
    filter.covered === undefined
      ? undefined
      : filter.covered
        ? isCovered(!counted)
        : not(isCovered(!counted)),
    !filter.able
      ? undefined
      : counted
        ? inArray(households.code, ableCodes(bornBy))
        : sql`${ableOf(bornBy)} > 0`,
    !filter.idle ? undefined : counted ? inArray(households.code, idleCodes()) : sql`${idleMu100Of} > 0`,
  );
}

/** Households with somebody of that name in them. */
const namedSo = (q: string) =>
  db
    .select({ code: members.householdCode })
    .from(members)
    .where(and(eq(members.state, "present"), contains(members.name, q)));

/** The households an asker may read, by code. Lists are not logged; they hold no ID, phone or health. */
export async function listHouseholds(
  asker: Asker,
  filter: HouseholdFilter = {},
): Promise<{ items: HouseholdRow[]; next: string | null }> {
  const grant = permit(asker, "household", "read");
  const bornBy = await bornByWorkingAge();
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
      able: ableOf(bornBy),
      idleMu100: idleMu100Of,
      covered: coveredOf(),
    })
    .from(households)
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(
      and(
        readableHouseholds(asker),
        matching(asker, filter, bornBy),
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

/** The birth of whoever turns to working age today. */
async function bornByWorkingAge(): Promise<string> {
  const day = today();
  return addYears(day, -(await policyFor(day))["labor.workingAge"]);
}

export type HouseholdCounts = { all: number; uncovered: number };

/** How many households the asker may read, and how many of them have no live project yet. */
export async function countHouseholds(asker: Asker, filter: HouseholdFilter = {}): Promise<HouseholdCounts> {
  const { covered, limit: _, cursor: __, ...rest } = filter;
  if (!asker.divisionScope || Object.values(rest).some(Boolean)) return count(asker, filter);
  // A division's whole figures stand on its desk and its list: dear, and the same until something changes.
  const name = `households ${asker.role} ${asker.divisionScope}`;
  const { all, uncovered } = await untilChanged(name, () => count(asker, {}))();
  if (covered === undefined) return { all, uncovered };
  return covered ? { all: all - uncovered, uncovered: 0 } : { all: uncovered, uncovered };
}

async function count(asker: Asker, filter: HouseholdFilter): Promise<HouseholdCounts> {
  // A search, a town, a village: few enough to look at each.
  const isNarrow = Boolean(filter.q?.trim() || filter.village || (asker.divisionScope?.length ?? 0) >= 9);
  const uncovered =
    filter.covered === undefined
      ? sql<number>`sum(case when ${isCovered(isNarrow)} then 0 else 1 end)`
      : filter.covered
        ? sql<number>`0`
        : sql<number>`count(*)`;
  const bornBy = await bornByWorkingAge();
  const [row] = await db
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      uncovered: uncovered.mapWith(Number),
    })
    .from(households)
    .where(and(readableHouseholds(asker), matching(asker, filter, bornBy, !isNarrow)));
  return { all: row?.all ?? 0, uncovered: row?.uncovered ?? 0 };
}

export type PlaceCoverage = { code: string; name: string; all: number; covered: number };

/** The same place by place: an officer of the county reads towns, one of a town its villages. */
export async function coverageByPlace(asker: Asker): Promise<PlaceCoverage[]> {
  const place = (asker.divisionScope?.length ?? 0) >= 9 ? village : town;
  return db
    .select({
      code: place.code,
      name: place.name,
      all: sql<number>`count(*)`.mapWith(Number),
      covered: sql<number>`sum(case when ${isCovered(false)} then 1 else 0 end)`.mapWith(Number),
    })
    .from(households)
    .innerJoin(village, eq(village.code, households.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(and(readableHouseholds(asker), eq(households.register, "listed")))
    .groupBy(place.code, place.name)
    .orderBy(asc(place.code));
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
