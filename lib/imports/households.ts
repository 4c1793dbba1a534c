import { type AnyColumn, inArray } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { insertAll, insertRows } from "@/db/insert-all";
import {
  householdChanges,
  householdDetails,
  householdIncomes,
  households,
  memberDetails,
  members,
} from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import type { FieldKind } from "@/lib/households/field-kinds";
import { findPairs } from "@/lib/households/find-pairs";
import { changesOfImport, leavings } from "@/lib/households/holders";
import { writeChanges } from "@/lib/households/write";
import { dictionary } from "@/lib/i18n/dictionary";
import { plainKey, type WordsOf } from "@/lib/imports/cells";
import { formColumns, formNeeds } from "@/lib/imports/form";
import { judgeHouseholds } from "@/lib/imports/household-judge";
import { type HouseholdWrite, type ShapeName, shapeMark, shapes } from "@/lib/imports/household-rows";
import { undoHouseholds } from "@/lib/imports/household-undo";
import type { ImportForm, WriteContext } from "@/lib/imports/kind";
import { printed } from "@/lib/imports/print";
import { readColumns } from "@/lib/imports/read-rows";
import { synonyms } from "@/lib/imports/synonyms";
import { refuse } from "@/lib/refusal/refusal";

const maps = new Map<string, WordsOf>();

/** What people write for the words of a list: the dictionary's labels, and older and later ones. */
export function wordsOf(kind: FieldKind): WordsOf {
  if (kind.as !== "word" && kind.as !== "words") return new Map();
  const kept = maps.get(kind.label);
  if (kept) return kept;
  const labels = Object.entries(dictionary("zh").words[kind.label]).map(([word, label]) => [label, word]);
  const all = [...Object.entries(synonyms[kind.label] ?? {}), ...labels] as [string, string][];
  const map = new Map(all.map(([text, word]) => [plainKey(text), word]));
  maps.set(kind.label, map);
  return map;
}

/** 贫困户登记表. */
export const householdForm: ImportForm<HouseholdWrite> = {
  kind: "households",
  columns: formColumns,
  needs: formNeeds,
  print: (field, value) => String(printed(field, value) ?? ""),
  readRow: (cells, context) => {
    const read = readColumns(formColumns, cells, wordsOf, context);
    const { values } = read;
    // The later code set says both in one word: 一般脱贫户.
    const isLifted = /脱贫户/.test(cells.get("household.type")?.text ?? "");
    return isLifted && !("household.status" in values)
      ? { ...read, values: { ...values, "household.status": "lifted" } }
      : read;
  },
  keyOf: (values) => {
    const code = values.code;
    return typeof code === "string" ? code : null;
  },
  onceOf: (values) => {
    const number = values["member.idNumber"];
    return typeof number === "string" ? { field: "member.idNumber", value: number.slice(0, 18) } : null;
  },
  judge: judgeHouseholds,
  write: writeHouseholds,
  undo: undoHouseholds,
};

/**
 * How much further each household is than when the file was staged: by what this commit has written of it already,
 * where somebody left it for another household of the file. Those that are as they were are left out.
 * @throws Refusal changed when anything else happened to one of them.
 */
async function movedOn(
  w: Writer,
  writes: readonly HouseholdWrite[],
  importId: string,
): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  for (let i = 0; i < writes.length; i += 500) {
    const codes = writes.slice(i, i + 500).map((one) => one.code);
    const rows = await w
      .select({ code: households.code, version: households.version })
      .from(households)
      .where(inArray(households.code, codes));
    for (const { code, version } of rows) versions.set(code, version);
  }
  const further = writes.filter((one) => (versions.get(one.code) ?? null) !== one.version);
  if (further.length === 0) return new Map();
  const own = await changesOfImport(
    w,
    importId,
    further.map((one) => one.code),
  );
  for (const { code, version } of further)
    if (version === null || versions.get(code) !== version + (own.get(code) ?? 0)) refuse("changed");
  return own;
}

async function writeHouseholds(
  w: Writer,
  writes: readonly HouseholdWrite[],
  { importId, userId, today }: WriteContext,
): Promise<void> {
  if (writes.some((one) => one.shape !== shapeMark)) refuse("changed");
  const at = (key: string) => shapes.members.keys.indexOf(key);
  const isOut = (row: unknown[]) => row[at("state")] === "moved-out";
  // First there, then here: a number is held once at any moment. Whom these writes themselves move out comes first
  // among their rows; who has left a household of another portion, or of no row, leaves it now.
  const moving = new Set(writes.flatMap((one) => one.rows.members.filter(isOut).map((row) => row[at("id")])));
  const left = writes.flatMap((one) => one.leaving.filter(({ id }) => !moving.has(id)));
  if (left.length > 0)
    await writeChanges(w, { ...systemAsker, userId }, await leavings(w, left, today, importId));
  const further = await movedOn(w, writes, importId);
  const versionOf = ({ code, version }: HouseholdWrite) => (version ?? 0) + 1 + (further.get(code) ?? 0);
  const versionAt = shapes.household.keys.indexOf("version");
  const now = new Date();
  const put = (name: ShapeName, rows: readonly unknown[][], replacing?: readonly AnyColumn[]) =>
    insertRows(w, shapes[name].table, shapes[name].keys, rows, replacing);
  const of = (name: ShapeName) => writes.flatMap((one) => one.rows[name]);
  // Whoever stops being the head comes before who becomes it: there is only one at any moment.
  const isHead = (row: unknown[]) => row[at("relation")] === "head" && row[at("state")] === "present";
  const turn = (row: unknown[]) => (isOut(row) ? 0 : isHead(row) ? 2 : 1);
  const people = of("members").sort((a, b) => turn(a) - turn(b));
  const homes = writes.flatMap((one) => one.rows.household.map((row) => row.with(versionAt, versionOf(one))));
  await put("household", homes, [households.code]);
  await put("detail", of("detail"), [householdDetails.householdCode]);
  await put("members", people, [members.id]);
  await put("memberDetails", of("memberDetails"), [memberDetails.memberId]);
  await put("parcels", of("parcels"));
  await put("incomes", of("incomes"), [householdIncomes.householdCode, householdIncomes.year]);
  await insertAll(
    w,
    householdChanges,
    writes.map((one) => ({
      id: one.changeId,
      householdCode: one.code,
      version: versionOf(one),
      kind: "imported" as const,
      happenedOn: today,
      changesSealed: one.changesSealed,
      importId,
      changedBy: userId,
      createdAt: now,
    })),
  );
  await findPairs(
    w,
    writes.flatMap((one) => one.renamed),
  );
}
