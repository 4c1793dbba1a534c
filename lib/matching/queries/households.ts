import { type AnyColumn, and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import {
  agreements,
  applicationParcels,
  applications,
  divisions,
  households,
  jobDetails,
  members,
  parcels,
  postings,
} from "@/db/schema";
import { boundStates, type LaborClass, type ParcelKind, type ParcelUse, type Skill } from "@/db/words";
import type { Source } from "@/lib/access/scope";
import {
  byCode,
  type CountyHousehold,
  type CountyMember,
  type CountyParcel,
  type Point,
} from "@/lib/matching/county";

/** Matches that bind: approved, held or final, and their agreement absent or not ended. */
const bound = and(
  inArray(applications.state, [...boundStates]),
  or(isNull(agreements.id), ne(agreements.state, "ended")),
) as SQL;

/** SQLite takes 32,766 values in one statement and PostgreSQL 65,535; far fewer keep the statement short. */
const chunk = 500;

/**
 * Households as the engine sees them, in code order, with what live matches already bind.
 * @param codes only these; the whole register when left out. Unknown codes are left out.
 */
export async function loadHouseholds(from: Source, codes?: readonly string[]): Promise<CountyHousehold[]> {
  if (codes === undefined) return load(from, () => undefined);
  const found: CountyHousehold[] = [];
  for (let i = 0; i < codes.length; i += chunk) {
    const some = codes.slice(i, i + chunk);
    found.push(...(await load(from, (column) => inArray(column, some))));
  }
  return found.sort((a, b) => byCode(a.code, b.code));
}

type Only = (column: AnyColumn) => SQL | undefined;

async function load(from: Source, only: Only): Promise<CountyHousehold[]> {
  const rows = await from
    .select({
      code: households.code,
      village: households.villageCode,
      lat: households.lat,
      lon: households.lon,
      register: households.register,
      income: households.incomePerPersonFen,
    })
    .from(households)
    .where(only(households.code))
    .orderBy(households.code);
  const villages = await villagePoints(from);
  const binding = await loadBinding(from, only);
  const people = await loadMembers(from, only, binding.months);
  const land = await loadParcels(from, only, binding.mu100);
  const found: CountyHousehold[] = [];
  for (const { code, village, lat, lon, register, income } of rows) {
    const members = people.get(code) ?? [];
    found.push({
      code,
      village,
      point: lat !== null && lon !== null ? { lat, lon } : villages.get(village)!,
      listed: register === "listed",
      persons: members.length,
      allottedPersons: binding.persons.get(code) ?? 0,
      incomePerPersonFen: income,
      liveProjects: binding.projects.get(code) ?? 0,
      members,
      parcels: land.get(code) ?? [],
    });
  }
  return found.sort((a, b) => byCode(a.code, b.code));
}

async function villagePoints(from: Source): Promise<Map<string, Point>> {
  const rows = await from
    .select({ code: divisions.code, lat: divisions.lat, lon: divisions.lon })
    .from(divisions);
  return new Map(rows.map(({ code, lat, lon }) => [code, { lat, lon }]));
}

type Binding = {
  /** Member id → months bound. */
  months: Map<string, number>;
  /** Parcel id → hundredths of a mu agreed. */
  mu100: Map<string, number>;
  /** Household → persons allotted. */
  persons: Map<string, number>;
  /** Household → live projects. */
  projects: Map<string, number>;
};

async function loadBinding(from: Source, only: Only): Promise<Binding> {
  const binding: Binding = { months: new Map(), mu100: new Map(), persons: new Map(), projects: new Map() };
  const add = (map: Map<string, number>, key: string, n: number) => map.set(key, (map.get(key) ?? 0) + n);
  const live = await from
    .select({
      household: applications.householdCode,
      state: applications.state,
      member: applications.memberId,
      size: applications.size,
      kind: postings.kind,
      months: jobDetails.months,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .leftJoin(jobDetails, eq(jobDetails.postingId, applications.postingId))
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(and(bound, only(applications.householdCode)));
  for (const row of live) {
    if (row.state === "final") add(binding.projects, row.household, 1);
    if (row.kind === "equity") add(binding.persons, row.household, row.size);
    if (row.member !== null && row.months !== null)
      binding.months.set(row.member, (binding.months.get(row.member) ?? 0) | row.months);
  }
  const agreed = await from
    .select({ parcel: applicationParcels.parcelId, mu100: applicationParcels.mu100 })
    .from(applicationParcels)
    .innerJoin(applications, eq(applications.id, applicationParcels.applicationId))
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(and(bound, only(applications.householdCode)));
  for (const row of agreed) add(binding.mu100, row.parcel, row.mu100);
  return binding;
}

/**
 * A household's rows as one text, their columns in it: the query builder's cost is one per column of every
 * row, and a county has 120,000 rows of people and parcels. The separators are control characters no word, id
 * or code may hold. SQLite and PostgreSQL both know string_agg.
 */
const between = "\u001f";
const after = "\u001e";
const packed = (...columns: (AnyColumn | SQL)[]) => {
  const row = sql.join(columns, sql.raw(` || '${between}' || `));
  return sql<string>`string_agg(${row}, ${sql.raw(`'${after}'`)})`;
};

/** Unpacked rows by household, each household's in id order. */
function grouped<T extends { id: string }>(
  rows: readonly { household: string; packed: string }[],
  read: (fields: string[]) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { household, packed } of rows) {
    const group = packed.split(after).map((row) => read(row.split(between)));
    if (group.length > 1) group.sort((a, b) => byCode(a.id, b.id));
    groups.set(household, group);
  }
  return groups;
}

async function loadMembers(from: Source, only: Only, boundMonths: ReadonlyMap<string, number>) {
  const { householdCode, id, birth, schooling, laborClass, skills } = members;
  const atSchool = sql`case when ${schooling} is null then '' else '1' end`;
  const rows = await from
    .select({
      household: householdCode,
      packed: packed(id, asText(birth), atSchool, laborClass, asText(skills)),
    })
    .from(members)
    .where(and(eq(members.state, "present"), only(householdCode)))
    .groupBy(householdCode);
  const known = new Map<string, Skill[]>();
  const skillsIn = (text: string) => {
    const list = known.get(text) ?? (JSON.parse(text) as Skill[]);
    known.set(text, list);
    return list;
  };
  return grouped<CountyMember>(rows, ([id, birth, school, laborClass, skills]) => ({
    id: id!,
    birth: birth!,
    atSchool: school === "1",
    laborClass: laborClass as LaborClass,
    skills: skillsIn(skills!),
    boundMonths: boundMonths.get(id!) ?? 0,
  }));
}

async function loadParcels(from: Source, only: Only, agreed: ReadonlyMap<string, number>) {
  const { householdCode, id, kind, use, offered, areaMu100 } = parcels;
  const onOffer = sql`case when ${offered} then '1' else '' end`;
  const rows = await from
    .select({ household: householdCode, packed: packed(id, kind, use, onOffer, asText(areaMu100)) })
    .from(parcels)
    .where(only(householdCode))
    .groupBy(householdCode);
  return grouped<CountyParcel>(rows, ([id, kind, use, offered, area]) => ({
    id: id!,
    kind: kind as ParcelKind,
    use: use as ParcelUse,
    offered: offered === "1",
    areaMu100: Number(area),
    agreedMu100: agreed.get(id!) ?? 0,
  }));
}

const asText = (column: AnyColumn) => sql`cast(${column} as text)`;
