import { and, eq, inArray } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { householdChanges } from "@/db/schema";
import { type Asker, systemAsker } from "@/lib/access/asker";
import { applyChanges, type FieldChange, unsealChanges } from "@/lib/households/changes";
import { changesOfImport, holdersOf } from "@/lib/households/holders";
import { loadWhole, type Stored } from "@/lib/households/load";
import { type Entry, writeChanges } from "@/lib/households/write";
import type { HouseholdWrite } from "@/lib/imports/household-rows";
import type { AtLast, WriteContext } from "@/lib/imports/kind";
import { refuse } from "@/lib/refusal/refusal";

/**
 * Takes an import of households back: what it changed is as it was before. Nothing is deleted: households it
 * brought in are struck off, people it added to a household are moved out, and a later file brings them back.
 * @returns what brings those back to their household whom the file had in another: a number is held once at any
 * moment, so the other must have let go first. @throws Refusal changed when one of them was changed since.
 */
export async function undoHouseholds(
  w: Writer,
  writes: readonly HouseholdWrite[],
  context: WriteContext,
): Promise<AtLast> {
  const { importId, userId, today, why } = context;
  const asker: Asker = { ...systemAsker, userId };
  const codes = writes.map((one) => one.code);
  const stored = await loadWhole(w, codes);
  const changes = await changesOf(w, importId, codes);
  // One each, and one more where somebody left it for another household of the file.
  const own = await changesOfImport(w, importId, codes);
  const came = await numbersOf(
    w,
    writes.flatMap((one) => one.leaving),
  );
  const entries = writes.map((one): Entry => {
    const before = stored.get(one.code) ?? refuse("changed");
    if (before.version !== (one.version ?? 0) + (own.get(one.code) ?? 0)) refuse("changed");
    return {
      before,
      after: reversed(before, one, changes.get(one.code) ?? [], came),
      about: { kind: "undone", happenedOn: today, why: why ?? null, importId },
    };
  });
  await writeChanges(w, asker, entries);
  const left = writes.flatMap((one) => [
    ...one.leaving,
    ...(changes.get(one.code) ?? []).flatMap((c) => (hasGone(c) ? [{ id: c.id, household: one.code }] : [])),
  ]);
  return () => returned(w, asker, left, context);
}

type Left = HouseholdWrite["leaving"];

/** Somebody of the household was moved out by the file. */
const hasGone = (c: FieldChange): c is FieldChange & { id: string } =>
  c.subject === "member" && c.field === "state" && c.before === "present" && c.after === "moved-out";

/** The ID numbers of people in the households they left. */
async function numbersOf(w: Writer, left: Left): Promise<Set<string>> {
  const ids = new Set(left.map(({ id }) => id));
  const stored = await loadWhole(w, [...new Set(left.map(({ household }) => household))]);
  return new Set(
    [...stored.values()].flatMap(({ record }) =>
      record.members.flatMap((m) => (ids.has(m.id) ? [m.idNumber] : [])),
    ),
  );
}

/**
 * Whoever left a household by the file is in it again, unless a later file has them in yet another.
 * @throws Refusal changed when the household is back on the register by another hand.
 */
async function returned(
  w: Writer,
  asker: Asker,
  left: Left,
  { importId, today, why }: WriteContext,
): Promise<void> {
  if (left.length === 0) return;
  const codes = [...new Set(left.map(({ household }) => household))];
  const stored = await loadWhole(w, codes);
  const isLeft = new Set(left.map(({ id }) => id));
  const gone = [...stored.values()].flatMap(({ record }) =>
    record.members.filter((m) => isLeft.has(m.id) && m.state === "moved-out"),
  );
  const held = await holdersOf(
    w,
    gone.map((m) => m.idNumber),
  );
  const back = new Set(gone.flatMap((m) => (held.has(m.idNumber) ? [] : [m.id])));
  const entries = [...stored.values()].flatMap((before): Entry[] => {
    const { record } = before;
    const theirs = record.members.filter((m) => back.has(m.id));
    if (theirs.length === 0) return [];
    // It was off the register when they left it.
    if (record.household.register === "listed") refuse("changed");
    const memberId = theirs.length === 1 ? (theirs[0]?.id ?? null) : null;
    const members = record.members.map((m) => (back.has(m.id) ? { ...m, state: "present" as const } : m));
    const about = {
      kind: "member-moved-in" as const,
      happenedOn: today,
      why: why ?? null,
      memberId,
      importId,
    };
    return [{ before, after: { ...record, members }, about }];
  });
  await writeChanges(w, asker, entries);
}

async function changesOf(
  w: Writer,
  importId: string,
  codes: readonly string[],
): Promise<Map<string, FieldChange[]>> {
  const found = new Map<string, FieldChange[]>();
  for (let i = 0; i < codes.length; i += 500) {
    const rows = await w
      .select({
        id: householdChanges.id,
        code: householdChanges.householdCode,
        sealed: householdChanges.changesSealed,
      })
      .from(householdChanges)
      .where(
        and(
          eq(householdChanges.importId, importId),
          eq(householdChanges.kind, "imported"),
          inArray(householdChanges.householdCode, codes.slice(i, i + 500)),
        ),
      );
    for (const { id, code, sealed } of rows) found.set(code, unsealChanges(id, sealed));
  }
  return found;
}

/** @param came numbers of people who came from other households, and go back there. */
function reversed(
  { record }: Stored,
  { version, code }: HouseholdWrite,
  changes: readonly FieldChange[],
  came: ReadonlySet<string>,
) {
  // The household was not there before: it stays on record, off the register.
  if (version === null)
    return {
      ...record,
      household: { ...record.household, register: "struck-off" as const },
      members: record.members.map((m) => (came.has(m.idNumber) ? { ...m, state: "moved-out" as const } : m)),
    };
  const arrived = new Set(
    changes.filter((c) => c.subject === "member" && c.field === "name" && c.before === null).map((c) => c.id),
  );
  // Who is in another household of the file comes back once that has let go of them: `returned`.
  const back = changes
    .filter((c) => !(c.subject === "member" && (arrived.has(c.id) || hasGone(c))))
    .map((c) => ({ ...c, before: c.after, after: c.before }));
  const before = applyChanges(record, code, back);
  return {
    ...before,
    members: before.members.map((m) => (arrived.has(m.id) ? { ...m, state: "moved-out" as const } : m)),
  };
}
