import { createHash } from "node:crypto";
import { newId } from "@/db/ids";
import { householdDetails, householdIncomes, households, memberDetails, members, parcels } from "@/db/schema";
import { type FieldChange, sealChanges } from "@/lib/households/changes";
import { columnKeys, toColumns } from "@/lib/households/columns";
import type { Holder } from "@/lib/households/holders";
import type { Stored } from "@/lib/households/load";
import { fields, type WholeRecord } from "@/lib/households/whole";
import { pinyinKey } from "@/lib/i18n/pinyin";

type Row = Record<string, unknown>;
type Table = Parameters<typeof toColumns>[0];

/** A table's rows in a write are lists of values in this order: names would be most of what a batch holds. */
const shape = <T extends Table>(
  table: T,
  before: readonly string[],
  names: readonly string[],
  after: readonly string[] = [],
) => ({
  table,
  names,
  keys: [...before, ...columnKeys(table, names), ...after],
});
export const shapes = {
  household: shape(households, ["code"], fields.household, ["pinyin", "version"]),
  detail: shape(householdDetails, ["householdCode"], fields.householdDetail),
  members: shape(members, ["id", "householdCode"], fields.member),
  memberDetails: shape(memberDetails, ["memberId"], fields.memberDetail),
  parcels: shape(parcels, ["id", "householdCode"], fields.parcel),
  incomes: shape(householdIncomes, ["householdCode", "year"], fields.income),
};
export type ShapeName = keyof typeof shapes;
/** A batch staged by another build may have other columns: it is staged again. */
export const shapeMark = createHash("sha256")
  .update(JSON.stringify([...Object.values(shapes).map(({ keys }) => keys), "leaving"]))
  .digest("hex")
  .slice(0, 8);

/**
 * The rows of one household's change, sealed and ready: whoever commits only writes them, so that everyone else
 * waits as shortly as can be. Rows are whole, for an upsert; only those that differ are here.
 */
export type HouseholdWrite = {
  shape: string;
  code: string;
  /** The version that was read; null for a household that was not there. */
  version: number | null;
  rows: Record<ShapeName, unknown[][]>;
  changeId: string;
  changesSealed: string;
  /** Members whose name or birth is new: they may be somebody's double. */
  renamed: string[];
  /** Members of households off the register who come to this one. */
  leaving: Pick<Holder, "id" | "household">[];
};

const isKnown = (part: object, names: readonly string[]) =>
  names.some((name) => (Reflect.get(part, name) ?? null) !== null);

/** The values of one row: a part's fields as columns of the row `id`, and what else it has. */
function valuesOf(name: ShapeName, id: string, part: object, own: Row): unknown[] {
  const { table, names, keys } = shapes[name];
  const picked: Row = {};
  for (const field of names) picked[field] = Reflect.get(part, field) ?? null;
  const columns = toColumns(table, id, picked);
  return keys.map((key) => own[key] ?? columns[key] ?? null);
}

export function writeOf(
  before: Stored | null,
  after: WholeRecord,
  changes: readonly FieldChange[],
  leaving: HouseholdWrite["leaving"],
): HouseholdWrite {
  const { code, household } = after;
  const touched = (subject: FieldChange["subject"]) =>
    new Set(changes.filter((c) => c.subject === subject).map((c) => c.id ?? ""));
  const people = touched("member");
  const years = touched("income");
  const details: readonly string[] = fields.householdDetail;
  const changed = after.members.filter((m) => people.has(m.id));
  const hasDetail = (m: { id: string }) =>
    isKnown(m, fields.memberDetail) || before?.record.members.some((old) => old.id === m.id);
  const changeId = newId();
  const version = (before?.version ?? 0) + 1;
  const pinyin = pinyinKey(household.headName, "person");
  const isDetailed = changes.some((c) => c.subject === "household" && details.includes(c.field));
  return {
    shape: shapeMark,
    code,
    version: before?.version ?? null,
    rows: {
      household: [valuesOf("household", code, household, { code, pinyin, version })],
      detail: isDetailed ? [valuesOf("detail", code, household, { householdCode: code })] : [],
      members: changed.map((m) => valuesOf("members", m.id, m, { id: m.id, householdCode: code })),
      memberDetails: changed
        .filter(hasDetail)
        .map((m) => valuesOf("memberDetails", m.id, m, { memberId: m.id })),
      parcels: before
        ? []
        : after.parcels.map((p) => valuesOf("parcels", p.id, p, { id: p.id, householdCode: code })),
      incomes: after.incomes
        .filter((i) => years.has(String(i.year)))
        .map((i) => valuesOf("incomes", code, i, { householdCode: code, year: i.year })),
    },
    changeId,
    changesSealed: sealChanges(changeId, changes),
    leaving,
    renamed: [
      ...new Set(
        changes.flatMap((c) =>
          c.subject === "member" && c.id && (c.field === "name" || c.field === "birth") ? [c.id] : [],
        ),
      ),
    ],
  };
}
