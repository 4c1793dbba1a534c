import { and, desc, eq, notInArray } from "drizzle-orm";
import { householdChanges } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import { changesBetween, type FieldChange } from "@/lib/households/changes";
import { type Holder, hasLeft, heldAt, holdersOf } from "@/lib/households/holders";
import { loadWhole, type Stored } from "@/lib/households/load";
import { householdProblems } from "@/lib/households/rules";
import type { MemberPart, WholeRecord } from "@/lib/households/whole";
import { placeNamed, placesOf } from "@/lib/imports/household-places";
import { type Proposed, propose } from "@/lib/imports/household-record";
import { type HouseholdWrite, writeOf } from "@/lib/imports/household-rows";
import type { JudgeContext, Judged, JudgedUnit, ReadRow, Unit } from "@/lib/imports/kind";
import type { RowProblem, RowProblemCode } from "@/lib/imports/problems";

const problem = (code: RowProblemCode, field: string, more: Partial<RowProblem> = {}): RowProblem => ({
  ...{ code, level: "error", field, column: "", head: "", value: "" },
  ...more,
});

/** Who has the numbers these rows say. */
const registered = (from: Source, units: readonly Unit[]): Promise<Map<string, Holder>> =>
  holdersOf(
    from,
    units.flatMap(({ rows }) =>
      rows.flatMap(({ values }) => {
        const number = values["member.idNumber"];
        return typeof number === "string" ? [number.slice(0, 18)] : [];
      }),
    ),
  );

/**
 * Of households that are off the register, those an undone import took off: a new file brings them back. That
 * somebody has left one for another since, or come back to it, says nothing of the household itself.
 */
async function takenOffByUndo(from: Source, stored: ReadonlyMap<string, Stored>): Promise<Set<string>> {
  const off = [...stored.values()].filter((s) => s.record.household.register === "struck-off");
  const found = new Set<string>();
  for (const { record } of off) {
    const [last] = await from
      .select({ kind: householdChanges.kind })
      .from(householdChanges)
      .where(
        and(
          eq(householdChanges.householdCode, record.code),
          notInArray(householdChanges.kind, ["member-moved-out", "member-moved-in"]),
        ),
      )
      .orderBy(desc(householdChanges.version))
      .limit(1);
    if (last?.kind === "undone") found.add(record.code);
  }
  return found;
}

/** Judges households against the register as it stands. */
export async function judgeHouseholds(
  from: Source,
  units: readonly Unit[],
  context: JudgeContext,
): Promise<JudgedUnit<HouseholdWrite>[]> {
  const places = await placesOf(from, context);
  const stored = await loadWhole(
    from,
    units.map((unit) => unit.key),
  );
  const elsewhere = await registered(from, units);
  const undone = await takenOffByUndo(from, stored);
  return units.map((unit) => {
    const before = stored.get(unit.key) ?? null;
    const place =
      unit.rows.map((row) => placeNamed(places, row.values)).find((named) => named !== null) ?? null;
    const village = place && "code" in place ? place.code : (before?.record.household.villageCode ?? null);
    const outside = [before?.record.household.villageCode, village].some(
      (code) => code && !code.startsWith(context.scope),
    );
    // Nothing is told of what lies outside: not even whether it exists.
    if (outside) return refusedWhole(unit, problem("outside-scope", "code"));
    if (place && "problem" in place) return refusedWhole(unit, problem(place.problem, place.field));
    if (!village) return refusedWhole(unit, problem("missing", "place.village"));
    if (before && before.record.household.register !== "listed" && !undone.has(unit.key))
      return refusedWhole(unit, problem("not-on-register", "code"));
    return judge(unit, before, village, elsewhere, context);
  });
}

/**
 * A household as a file that brings it back finds it: whoever the same file has in another household is not in
 * this one any more.
 */
function stillThere(record: WholeRecord, { unitOf }: JudgeContext): WholeRecord {
  if (record.household.register === "listed") return record;
  const isElsewhere = ({ state, idNumber }: MemberPart) =>
    state === "present" && (unitOf(idNumber) ?? record.code) !== record.code;
  const members = record.members.map((m) => (isElsewhere(m) ? { ...m, state: "moved-out" as const } : m));
  return { ...record, members };
}

function refusedWhole({ rows }: Unit, why: RowProblem): JudgedUnit<HouseholdWrite> {
  return {
    write: null,
    rows: rows.map((row) => ({ outcome: "refused", problems: [...row.problems, why], changes: [] })),
  };
}

function judge(
  unit: Unit,
  before: Stored | null,
  village: string,
  elsewhere: ReadonlyMap<string, Holder>,
  context: JudgeContext,
): JudgedUnit<HouseholdWrite> {
  const { rows, key } = unit;
  const proposed = propose(key, rows, before && stillThere(before.record, context), village, context);
  if (before) proposed.record.household.register = "listed";
  const found = rows.map((row, i) => [
    ...row.problems,
    ...ofRow(row, proposed.members[i] ?? null, before, elsewhere, { code: key, scope: context.scope }),
  ]);
  const differing = differences(rows);
  for (const [i, problems] of found.entries()) problems.push(...(differing.get(i) ?? []));
  for (const [i, one] of ofRules(unit, proposed, before, context)) {
    const at = found[i]!;
    if (!at.some((p) => p.field === one.field && p.level === "error")) at.push(one);
  }
  if (found.some((problems) => problems.some((p) => p.level === "error"))) return held(found);
  const changes = changesBetween(before?.record ?? null, proposed.record);
  return {
    write:
      changes.length === 0 ? null : writeOf(before, proposed.record, changes, leaving(proposed, elsewhere)),
    rows: outcomes(unit, proposed, before, changes, found),
  };
}

/** People of this household who are still recorded in another that is off the register. */
const leaving = ({ members, record: { code } }: Proposed, elsewhere: ReadonlyMap<string, Holder>) =>
  members.flatMap((member) => {
    const at = member && elsewhere.get(member.idNumber);
    return at && at.household !== code ? [{ id: at.id, household: at.household }] : [];
  });

/** All of a household or nothing of it: rows that are right by themselves wait for the one that is not. */
const held = (found: readonly RowProblem[][]): JudgedUnit<HouseholdWrite> => ({
  write: null,
  rows: found.map((problems) => ({
    outcome: "refused",
    problems: problems.some((p) => p.level === "error")
      ? problems
      : [problem("household-held", "code"), ...problems],
    changes: [],
  })),
});

function ofRow(
  row: ReadRow,
  member: Proposed["members"][number],
  before: Stored | null,
  elsewhere: ReadonlyMap<string, Holder>,
  { code, scope }: { code: string; scope: string },
): RowProblem[] {
  const unread = new Set(row.problems.map((p) => p.field));
  const isNew = !before?.record.members.some((m) => m.id === member?.id);
  const needed = isNew ? ["member.idNumber", "member.name", "member.relation"] : ["member.idNumber"];
  const missing = needed
    .filter((field) => !unread.has(field) && (row.values[field] ?? null) === null)
    .map((field) => problem("missing", field));
  if (!member) return missing;
  const at = elsewhere.get(member.idNumber);
  if (at && at.household !== code && !hasLeft(at))
    missing.push(problem("on-register-elsewhere", "member.idNumber", { data: heldAt(at, scope) }));
  if (member.state === "died") missing.push(problem("person-died", "member.idNumber"));
  if (member.state === "merged") missing.push(problem("on-register-elsewhere", "member.idNumber"));
  return missing;
}

/** What the household's rows say of the household must agree: row → its problems. */
function differences(rows: readonly ReadRow[]): Map<number, RowProblem[]> {
  const said = new Map<string, unknown>();
  const found = new Map<number, RowProblem[]>();
  for (const [i, { values }] of rows.entries())
    for (const field in values) {
      if (field.startsWith("member.")) continue;
      const value = values[field];
      if (!said.has(field)) said.set(field, value);
      else if (said.get(field) !== value && JSON.stringify(said.get(field)) !== JSON.stringify(value))
        found.set(i, [...(found.get(i) ?? []), problem("rows-differ", field)]);
    }
  return found;
}

/** The counties' checks of the whole household: which row each is about. What was so before is not this file's. */
function ofRules(
  { rows }: Unit,
  { record, members: named }: Proposed,
  before: Stored | null,
  context: JudgeContext,
): [number, RowProblem][] {
  const keyOf = (p: { code: string; member?: string; field: string }) =>
    `${p.code} ${p.member ?? ""} ${p.field}`;
  const old = new Set(before ? householdProblems(before.record, context).map(keyOf) : []);
  return (
    householdProblems(record, context)
      .filter((p) => !old.has(keyOf(p)))
      // Whoever could not be read may be the head.
      .filter((p) => p.code !== "no-head" || named.every((m) => m !== null))
      .map((p) => {
        const at = p.member ? named.findIndex((m) => m?.id === p.member) : rowOfHousehold(rows, named);
        const part = p.member || p.field === "relation" ? "member" : "household";
        const data = p.data && { data: p.data as RowProblem["data"] };
        return [Math.max(at, 0), problem(p.code, `${part}.${p.field}`, { level: p.level, ...data })];
      })
  );
}

/** The row that speaks for the household: its head's, or the first. */
const rowOfHousehold = (rows: readonly ReadRow[], named: Proposed["members"]): number => {
  const head = named.findIndex((m) => m?.relation === "head");
  if (head >= 0) return head;
  return Math.max(
    rows.findIndex(({ values }) => Object.keys(values).some((field) => field.startsWith("household."))),
    0,
  );
};

function outcomes(
  { rows }: Unit,
  { members: named }: Proposed,
  before: Stored | null,
  changes: readonly FieldChange[],
  found: readonly RowProblem[][],
): Judged[] {
  const known = new Set(before?.record.members.map((m) => m.id));
  const speaker = rowOfHousehold(rows, named);
  return rows.map((_, i) => {
    const id = named[i]?.id ?? "";
    const own = changes.filter((c) =>
      c.subject === "member"
        ? c.id === id
        : i === speaker && (c.subject === "household" || c.subject === "income"),
    );
    const isNew = before === null || !known.has(id);
    const outcome = isNew ? "new" : own.length > 0 ? "changed" : "same";
    return {
      outcome,
      problems: outcome === "same" ? [] : found[i]!,
      changes: outcome === "changed" ? own : [],
    };
  });
}
