import { type AnyColumn, and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { agreements, applications, bookings, divisions, households, members, parcels } from "@/db/schema";
import type { LaborClass, ParcelKind, ParcelUse, Skill } from "@/db/words";
import type { Source } from "@/lib/access/scope";
import { isLiveMatch } from "@/lib/households/conditions";
import {
  byCode,
  type CountyHousehold,
  type CountyMember,
  type CountyParcel,
  type Point,
} from "@/lib/matching/county";

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
  const land = await loadParcels(from, only);
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
  /** Household → persons allotted. */
  persons: Map<string, number>;
  /** Household → live projects. */
  projects: Map<string, number>;
};

/** What is taken is what is booked (lib/applications/budget.ts): a month of a person, or its one share, once. */
async function loadBinding(from: Source, only: Only): Promise<Binding> {
  const { memberId, slot } = bookings;
  const booked = await from
    .select({
      household: members.householdCode,
      member: memberId,
      months: sql`sum(case when ${slot} > 0 then 1 << (${slot} - 1) else 0 end)`.mapWith(Number),
      shares: sql`sum(case when ${slot} = 0 then 1 else 0 end)`.mapWith(Number),
    })
    .from(bookings)
    .innerJoin(members, eq(members.id, memberId))
    .where(and(eq(members.state, "present"), only(members.householdCode)))
    .groupBy(members.householdCode, memberId);
  const live = await from
    .select({ household: applications.householdCode, n: count() })
    .from(applications)
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(and(isLiveMatch, only(applications.householdCode)))
    .groupBy(applications.householdCode);
  const persons = new Map<string, number>();
  for (const { household, shares } of booked)
    if (shares > 0) persons.set(household, (persons.get(household) ?? 0) + shares);
  return {
    months: new Map(booked.map((b) => [b.member, b.months])),
    persons,
    projects: new Map(live.map((l) => [l.household, l.n])),
  };
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

async function loadParcels(from: Source, only: Only) {
  const { householdCode, id, kind, use, offered, areaMu100, agreedMu100 } = parcels;
  const onOffer = sql`case when ${offered} then '1' else '' end`;
  const rows = await from
    .select({
      household: householdCode,
      packed: packed(id, kind, use, onOffer, asText(areaMu100), asText(agreedMu100)),
    })
    .from(parcels)
    .where(and(eq(parcels.state, "present"), only(householdCode)))
    .groupBy(householdCode);
  return grouped<CountyParcel>(rows, ([id, kind, use, offered, area, agreed]) => ({
    id: id!,
    kind: kind as ParcelKind,
    use: use as ParcelUse,
    offered: offered === "1",
    areaMu100: Number(area),
    agreedMu100: Number(agreed),
  }));
}

const asText = (column: AnyColumn) => sql`cast(${column} as text)`;
