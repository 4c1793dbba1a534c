import { type AnyColumn, and, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
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
import { boundStates } from "@/db/words";
import type { Source } from "@/lib/access/scope";
import { byCode, type CountyHousehold, type CountyMember, type CountyParcel } from "@/lib/matching/county";

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
      villageLat: divisions.lat,
      villageLon: divisions.lon,
      register: households.register,
      income: households.incomePerPersonFen,
    })
    .from(households)
    .innerJoin(divisions, eq(divisions.code, households.villageCode))
    .where(only(households.code));
  const binding = await loadBinding(from, only);
  const people = await loadMembers(from, only, binding.months);
  const land = await loadParcels(from, only, binding.mu100);
  return rows
    .map((row) => {
      const own = row.lat !== null && row.lon !== null;
      const present = people.get(row.code) ?? [];
      return {
        code: row.code,
        village: row.village,
        point: own
          ? { lat: row.lat as number, lon: row.lon as number }
          : { lat: row.villageLat, lon: row.villageLon },
        listed: row.register === "listed",
        persons: present.length,
        allottedPersons: binding.persons.get(row.code) ?? 0,
        incomePerPersonFen: row.income,
        liveProjects: binding.projects.get(row.code) ?? 0,
        members: present,
        parcels: land.get(row.code) ?? [],
      };
    })
    .sort((a, b) => byCode(a.code, b.code));
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

/** Rows by household, each household's in id order. */
function grouped<T extends { id: string }>(rows: readonly (T & { household: string })[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { household, ...row } of rows) {
    const group = groups.get(household);
    if (group) group.push(row as unknown as T);
    else groups.set(household, [row as unknown as T]);
  }
  for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => byCode(a.id, b.id));
  return groups;
}

async function loadMembers(from: Source, only: Only, boundMonths: ReadonlyMap<string, number>) {
  const rows = await from
    .select({
      household: members.householdCode,
      id: members.id,
      birth: members.birth,
      schooling: members.schooling,
      laborClass: members.laborClass,
      skills: members.skills,
    })
    .from(members)
    .where(and(eq(members.state, "present"), only(members.householdCode)));
  return grouped<CountyMember>(
    rows.map(({ schooling, ...row }) => ({
      ...row,
      atSchool: schooling !== null,
      boundMonths: boundMonths.get(row.id) ?? 0,
    })),
  );
}

async function loadParcels(from: Source, only: Only, agreed: ReadonlyMap<string, number>) {
  const rows = await from
    .select({
      household: parcels.householdCode,
      id: parcels.id,
      kind: parcels.kind,
      use: parcels.use,
      offered: parcels.offered,
      areaMu100: parcels.areaMu100,
    })
    .from(parcels)
    .where(only(parcels.householdCode));
  return grouped<CountyParcel>(rows.map((row) => ({ ...row, agreedMu100: agreed.get(row.id) ?? 0 })));
}
