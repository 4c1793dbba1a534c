import { asc, eq, inArray } from "drizzle-orm";
import { householdDetails, householdIncomes, households, memberDetails, members, parcels } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import { toFields } from "@/lib/households/columns";
import {
  fields,
  type HouseholdPart,
  type IncomePart,
  type MemberPart,
  type ParcelPart,
  type WholeRecord,
} from "@/lib/households/whole";

/** A record as it stands, with the version a change of it must have seen. */
export type Stored = { record: WholeRecord; version: number };

const chunk = 500;
const without = (part: Record<string, unknown>, ...keys: string[]) =>
  Object.fromEntries(Object.entries(part).filter(([key]) => !keys.includes(key)));
const blank = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));

/**
 * Whole records by code, everything opened: for commands, which have checked the scope, and for rules; what is
 * shown to someone goes through `record.ts`. Unknown codes are left out.
 */
export async function loadWhole(from: Source, codes: readonly string[]): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  for (let i = 0; i < codes.length; i += chunk)
    for (const [code, stored] of await load(from, codes.slice(i, i + chunk))) found.set(code, stored);
  return found;
}

async function load(from: Source, codes: readonly string[]): Promise<Map<string, Stored>> {
  const some = [...codes];
  const rows = await from
    .select({ household: households, detail: householdDetails })
    .from(households)
    .leftJoin(householdDetails, eq(householdDetails.householdCode, households.code))
    .where(inArray(households.code, some));
  const people = await from
    .select({ member: members, detail: memberDetails })
    .from(members)
    .leftJoin(memberDetails, eq(memberDetails.memberId, members.id))
    .where(inArray(members.householdCode, some))
    .orderBy(asc(members.id));
  const land = await from
    .select()
    .from(parcels)
    .where(inArray(parcels.householdCode, some))
    .orderBy(asc(parcels.id));
  const years = await from
    .select()
    .from(householdIncomes)
    .where(inArray(householdIncomes.householdCode, some))
    .orderBy(asc(householdIncomes.year));
  const found = new Map<string, Stored>();
  for (const { household, detail } of rows) {
    const { code, version } = household;
    const part = {
      ...without(toFields(households, code, household), "code", "pinyin", "version", "createdAt"),
      ...(detail
        ? without(toFields(householdDetails, code, detail), "householdCode")
        : blank(fields.householdDetail)),
    } as HouseholdPart;
    found.set(code, { version, record: { code, household: part, members: [], parcels: [], incomes: [] } });
  }
  for (const { member, detail } of people)
    found.get(member.householdCode)?.record.members.push({
      ...without(toFields(members, member.id, member), "householdCode"),
      ...(detail
        ? without(toFields(memberDetails, member.id, detail), "memberId")
        : blank(fields.memberDetail)),
    } as MemberPart);
  for (const row of land)
    found
      .get(row.householdCode)
      ?.record.parcels.push(without(row, "householdCode", "agreedMu100") as ParcelPart);
  for (const row of years)
    found.get(row.householdCode)?.record.incomes.push(without(row, "householdCode") as IncomePart);
  return found;
}
