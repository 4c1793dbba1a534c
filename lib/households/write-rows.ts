import { and, eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { householdDetails, householdIncomes, households, memberDetails, members, parcels } from "@/db/schema";
import type { FieldChange } from "@/lib/households/changes";
import { toColumns } from "@/lib/households/columns";
import { fields, type MemberPart, type WholeRecord } from "@/lib/households/whole";
import type { Entry } from "@/lib/households/write";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { refuse } from "@/lib/refusal/refusal";

/** The rows behind a change of a household: what `write.ts` writes them with. */

type Row = Record<string, unknown>;
const pick = (part: object, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, Reflect.get(part, name) ?? null]));

/** Rows to insert, gathered over all entries and written at once. */
export type Gathered = Record<
  "households" | "householdDetails" | "members" | "memberDetails" | "parcels" | "incomes" | "changes",
  Row[]
>;

const isKnown = (part: object, names: readonly string[]) =>
  names.some((name) => (Reflect.get(part, name) ?? null) !== null);

function gatherMember(code: string, m: MemberPart, rows: Gathered): void {
  rows.members.push({ id: m.id, householdCode: code, ...toColumns(members, m.id, pick(m, fields.member)) });
  if (isKnown(m, fields.memberDetail))
    rows.memberDetails.push({
      memberId: m.id,
      ...toColumns(memberDetails, m.id, pick(m, fields.memberDetail)),
    });
}

export function gatherNew(record: WholeRecord, arrived: Entry["arrived"], at: Date, rows: Gathered): void {
  const { code, household: h, ...rest } = record;
  const isNew = (part: { id: string }) => !arrived?.has(part.id);
  rows.households.push({
    code,
    ...toColumns(households, code, pick(h, fields.household)),
    pinyin: pinyinKey(h.headName, "person"),
    createdAt: at,
  });
  if (isKnown(h, fields.householdDetail))
    rows.householdDetails.push({
      householdCode: code,
      ...toColumns(householdDetails, code, pick(h, fields.householdDetail)),
    });
  for (const m of rest.members.filter(isNew)) gatherMember(code, m, rows);
  for (const p of rest.parcels.filter(isNew)) rows.parcels.push({ householdCode: code, ...p });
  for (const i of rest.incomes) rows.incomes.push({ householdCode: code, ...i });
}

/** Writes the rows that changed, and only their columns that did; new rows of it are gathered. */
export async function updateRows(
  w: Writer,
  { before, arrived, elsewhere }: Entry,
  after: WholeRecord,
  changes: readonly FieldChange[],
  rows: Gathered,
): Promise<void> {
  const { code, household } = after;
  const of = (subject: FieldChange["subject"], id?: string) =>
    Object.fromEntries(
      changes.flatMap((c) => (c.subject === subject && c.id === id ? [[c.field, c.after]] : [])),
    );
  const changed = of("household");
  const moved = await w
    .update(households)
    .set({
      ...toColumns(households, code, changed),
      ...("headName" in changed && { pinyin: pinyinKey(household.headName, "person") }),
      version: (before?.version ?? 0) + 1,
    })
    .where(and(eq(households.code, code), eq(households.version, before?.version ?? 0)))
    .returning({ code: households.code });
  if (moved.length === 0) refuse("changed");
  if (fields.householdDetail.some((name) => name in changed)) {
    const detail = toColumns(householdDetails, code, changed);
    await w
      .insert(householdDetails)
      .values({ householdCode: code, ...detail })
      .onConflictDoUpdate({ target: householdDetails.householdCode, set: detail });
  }
  // Whoever leaves takes the head along in a moment (`bring` writes the whole row).
  const leaving = before?.record.members.filter((m) => m.relation === "head" && elsewhere?.has(m.id)) ?? [];
  for (const m of leaving) await w.update(members).set({ relation: "other" }).where(eq(members.id, m.id));
  const known = new Set(before?.record.members.map((m) => m.id));
  // Whoever stops being the head comes first: there is only one at any moment.
  const isHead = (m: MemberPart) => Number(m.relation === "head" && m.state === "present");
  const inOrder = [...after.members].sort((a, b) => isHead(a) - isHead(b));
  for (const m of inOrder) {
    if (arrived?.has(m.id)) continue;
    if (!known.has(m.id)) gatherMember(code, m, rows);
    else await updateMember(w, m.id, of("member", m.id));
  }
  const plots = new Set(before?.record.parcels.map((p) => p.id));
  for (const p of after.parcels) {
    const part = of("parcel", p.id);
    if (arrived?.has(p.id)) continue;
    if (!plots.has(p.id)) rows.parcels.push({ householdCode: code, ...p });
    else if (Object.keys(part).length > 0) await w.update(parcels).set(part).where(eq(parcels.id, p.id));
  }
  for (const i of after.incomes) {
    const part = of("income", String(i.year));
    if (Object.keys(part).length === 0) continue;
    await w
      .insert(householdIncomes)
      .values({ householdCode: code, ...i })
      .onConflictDoUpdate({ target: [householdIncomes.householdCode, householdIncomes.year], set: part });
  }
}

async function updateMember(w: Writer, id: string, part: Row): Promise<void> {
  const own = toColumns(members, id, part);
  if (Object.keys(own).length > 0) await w.update(members).set(own).where(eq(members.id, id));
  const detail = toColumns(memberDetails, id, part);
  if (Object.keys(detail).length > 0)
    await w
      .insert(memberDetails)
      .values({ memberId: id, ...detail })
      .onConflictDoUpdate({ target: memberDetails.memberId, set: detail });
}

export type Arrival = { after: WholeRecord; arrived: ReadonlySet<string> };

/** Members and parcels that come from another household: their rows change hands. */
export async function bring(w: Writer, { after, arrived }: Arrival): Promise<void> {
  for (const m of after.members.filter((m) => arrived.has(m.id)))
    await w
      .update(members)
      .set({ householdCode: after.code, ...toColumns(members, m.id, pick(m, fields.member)) })
      .where(eq(members.id, m.id));
  for (const p of after.parcels.filter((p) => arrived.has(p.id)))
    await w
      .update(parcels)
      .set({ ...p, householdCode: after.code })
      .where(eq(parcels.id, p.id));
}
