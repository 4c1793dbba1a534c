import { getTableColumns } from "drizzle-orm";
import { householdDetails, householdIncomes, households, memberDetails, members, parcels } from "@/db/schema";
import type { Health } from "@/db/words";

/**
 * One household as the official form has it, plain: what stands in the two tables of the household and the two
 * of its people as one record each, sealed values opened. Pure; read by the rules, the changes, the editor and
 * the spreadsheets. Money in fen, area in hundredths of a mu, null = not recorded.
 */
export type HouseholdPart = Omit<
  typeof households.$inferSelect,
  "code" | "pinyin" | "version" | "createdAt" | "phoneSealed"
> &
  Omit<typeof householdDetails.$inferSelect, "householdCode" | "helperPhoneSealed"> & {
    phone: string | null;
    helperPhone: string | null;
  };

export type MemberPart = Omit<
  typeof members.$inferSelect,
  "householdCode" | "idNumberSealed" | "idNumberIndex" | "healthSealed"
> &
  Omit<typeof memberDetails.$inferSelect, "memberId" | "disabilityCardSealed"> & {
    idNumber: string;
    health: Health[];
    disabilityCard: string | null;
  };

export type ParcelPart = Omit<typeof parcels.$inferSelect, "householdCode" | "agreedMu100">;
export type IncomePart = Omit<typeof householdIncomes.$inferSelect, "householdCode">;

export type WholeRecord = {
  code: string;
  household: HouseholdPart;
  /** All who ever belonged to it, whatever became of them: `state` says. */
  members: MemberPart[];
  /** The same of its land. */
  parcels: ParcelPart[];
  incomes: IncomePart[];
};

/** The names a table's columns have in a record: …Sealed opened, …Index left out. */
function fieldsOf<Part>(table: Parameters<typeof getTableColumns>[0], without: readonly string[]) {
  return Object.keys(getTableColumns(table))
    .filter((key) => !without.includes(key) && !key.endsWith("Index"))
    .map((key) => key.replace(/Sealed$/, "")) as (keyof Part & string)[];
}

/** Fields by the table that holds them, in the form's order; a new column of the schema is a new field here. */
export const fields = {
  household: fieldsOf<HouseholdPart>(households, ["code", "pinyin", "version", "createdAt"]),
  householdDetail: fieldsOf<HouseholdPart>(householdDetails, ["householdCode"]),
  member: fieldsOf<MemberPart>(members, ["id", "householdCode"]),
  memberDetail: fieldsOf<MemberPart>(memberDetails, ["memberId"]),
  parcel: fieldsOf<ParcelPart>(parcels, ["id", "householdCode", "agreedMu100"]),
  income: fieldsOf<IncomePart>(householdIncomes, ["householdCode", "year"]),
};

const nothing = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));
const nobody = nothing([...fields.member, ...fields.memberDetail]);
const noHousehold = nothing([...fields.household, ...fields.householdDetail]);
const noIncome = nothing(fields.income);

/** A household of which only this much is known; the rest is not recorded. */
export const aHouseholdPart = (
  known: Pick<HouseholdPart, "headName" | "villageCode" | "type" | "status" | "cause"> &
    Partial<HouseholdPart>,
) =>
  ({
    ...noHousehold,
    address: "",
    register: "listed",
    otherCauses: [],
    ...known,
  }) as HouseholdPart;

/** A person of whom only this much is known. */
export const aMemberPart = (
  known: Pick<
    MemberPart,
    "id" | "name" | "relation" | "sex" | "birth" | "idNumber" | "health" | "laborClass"
  > &
    Partial<MemberPart>,
) =>
  ({
    ...nobody,
    skills: [],
    state: "present",
    ...known,
  }) as MemberPart;

/** A year's income of which only this much is known. */
export const anIncomePart = (known: Pick<IncomePart, "year"> & Partial<IncomePart>) =>
  ({ ...noIncome, ...known }) as IncomePart;
