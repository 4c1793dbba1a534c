import type { Resource } from "@/lib/access/table";
import type { HouseholdPart, IncomePart, MemberPart, ParcelPart, WholeRecord } from "@/lib/households/whole";
import { fields } from "@/lib/households/whole";
import { pack, unpack } from "@/lib/sealing/pack";
import { seal, unseal } from "@/lib/sealing/sealing";

/**
 * What changed of a household, field by field. `id` is the member's or the parcel's, or the income's year.
 * A value that was not there before, or is no longer, is null.
 */
export type FieldChange = {
  subject: "household" | "member" | "parcel" | "income";
  id?: string;
  field: string;
  before: unknown;
  after: unknown;
};
export type Subject = FieldChange["subject"];

/** Says of a member or parcel that it went over to another household, or came from one. */
export const householdField = "household";

/** Lists of words are sets: their order says nothing. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
  return (a ?? null) === (b ?? null);
}

type Part = Record<string, unknown>;
const names: Record<Subject, readonly string[]> = {
  household: [...fields.household, ...fields.householdDetail],
  member: [...fields.member, ...fields.memberDetail],
  parcel: fields.parcel,
  income: fields.income,
};

function differences(
  subject: Subject,
  id: string | undefined,
  before: Part | undefined,
  after: Part,
): FieldChange[] {
  const found: FieldChange[] = [];
  for (const field of names[subject]) {
    const was = before?.[field] ?? null;
    const is = after[field] ?? null;
    if (!same(was, is))
      found.push(
        id ? { subject, id, field, before: was, after: is } : { subject, field, before: was, after: is },
      );
  }
  return found;
}

const keyed = <T>(parts: readonly T[], key: (part: T) => string) =>
  new Map(parts.map((part) => [key(part), part]));
const byId = (part: { id: string }) => part.id;
const byYear = (part: IncomePart) => String(part.year);

/**
 * The difference of two records of one household.
 * @param before null for a household that is new.
 * @param elsewhere where members or parcels went that `after` no longer has: id → household code.
 */
export function changesBetween(
  before: WholeRecord | null,
  after: WholeRecord,
  elsewhere: ReadonlyMap<string, string> = new Map(),
): FieldChange[] {
  const ofMany = <T>(subject: Subject, was: readonly T[], is: readonly T[], key: (part: T) => string) => {
    const old = keyed(was, key);
    const now = keyed(is, key);
    const changed = is.flatMap((part) =>
      differences(subject, key(part), old.get(key(part)) as Part, part as Part),
    );
    const gone = was.flatMap((part): FieldChange[] => {
      const to = elsewhere.get(key(part));
      if (now.has(key(part)) || !to) return [];
      return [{ subject, id: key(part), field: householdField, before: after.code, after: to }];
    });
    return [...changed, ...gone];
  };
  return [
    ...differences("household", undefined, before?.household as Part | undefined, after.household),
    ...ofMany("member", before?.members ?? [], after.members, byId),
    ...ofMany("parcel", before?.parcels ?? [], after.parcels, byId),
    ...ofMany("income", before?.incomes ?? [], after.incomes, byYear),
  ];
}

/**
 * The record after the changes: a history replayed from nothing gives the present record.
 * @param record null before the first change.
 */
export function applyChanges(
  record: WholeRecord | null,
  code: string,
  changes: readonly FieldChange[],
): WholeRecord {
  const blank = (subject: Subject): Part => Object.fromEntries(names[subject].map((name) => [name, null]));
  const household: Part = { ...(record?.household ?? blank("household")) };
  const members = keyed<Part>(record?.members.map((m) => ({ ...m })) ?? [], (m) => String(m.id));
  const parcels = keyed<Part>(record?.parcels.map((p) => ({ ...p })) ?? [], (p) => String(p.id));
  const incomes = keyed<Part>(record?.incomes.map((i) => ({ ...i })) ?? [], (i) => String(i.year));
  const groups = { member: members, parcel: parcels, income: incomes };
  for (const { subject, id = "", field, after } of changes) {
    if (subject === "household") {
      household[field] = after;
      continue;
    }
    if (field === householdField) {
      groups[subject].delete(id);
      continue;
    }
    const key = subject === "income" ? { year: Number(id) } : { id };
    const part = groups[subject].get(id) ?? { ...blank(subject), ...key };
    groups[subject].set(id, { ...part, [field]: after });
  }
  return {
    code,
    household: household as HouseholdPart,
    members: [...members.values()] as MemberPart[],
    parcels: [...parcels.values()] as ParcelPart[],
    incomes: [...incomes.values()] as IncomePart[],
  };
}

const at = (id: string) => ({ table: "household_changes", row: id, column: "changes" });

/**
 * Changes as they are kept: grouped by whom they are about, since a whole household's first history would say
 * the same names again and again. [subject, id or null, [field, before, after, field, before, after, …]]
 */
type Kept = [Subject, string | null, unknown[]];

function kept(changes: readonly FieldChange[]): Kept[] {
  const groups = new Map<string, Kept>();
  for (const { subject, id, field, before, after } of changes) {
    const key = `${subject} ${id ?? ""}`;
    const group = groups.get(key) ?? [subject, id ?? null, []];
    groups.set(key, group);
    group[2].push(field, before, after);
  }
  return [...groups.values()];
}

const opened = (groups: readonly Kept[]): FieldChange[] =>
  groups.flatMap(([subject, id, values]) =>
    Array.from({ length: values.length / 3 }, (_, i) => ({
      subject,
      ...(id !== null && { id }),
      field: String(values[3 * i]),
      before: values[3 * i + 1] ?? null,
      after: values[3 * i + 2] ?? null,
    })),
  );

/** For `household_changes.changesSealed` of the row with this id. */
export const sealChanges = (id: string, changes: readonly FieldChange[]): string =>
  seal(pack(JSON.stringify(kept(changes))).toString("base64"), at(id));

export const unsealChanges = (id: string, sealed: string): FieldChange[] =>
  opened(JSON.parse(unpack(Buffer.from(unseal(sealed, at(id)), "base64"))) as Kept[]);

const contact = ["phone", "address", "lat", "lon", "helperPhone"];
const identity = ["name", "relation", "sex", "birth", "idNumber", "personCode", "headName"];
const poverty = ["cause", "otherCauses", "incomePerPersonFen"];
const labor = [
  ...["laborClass", "skills", "workPlace", "workMonths", "education", "schooling", "employer"],
  "speaksMandarin",
];
const insurance = [
  ...["health", "disabilityCard", "illnessInsurance", "residentMedical", "employeeMedical"],
  ...["residentPension", "employeePension", "lowIncome", "destitute"],
];

/** The row of the permission table a field belongs to. */
export function resourceOf({ subject, field }: Pick<FieldChange, "subject" | "field">): Resource {
  if (subject === "income") return "health";
  if (subject === "parcel") return "parcel";
  if (field.startsWith("wish")) return "wish";
  if (contact.includes(field)) return "contact";
  if (identity.includes(field)) return "identity";
  if (poverty.includes(field) || insurance.includes(field)) return "health";
  return labor.includes(field) ? "labor" : "household";
}
