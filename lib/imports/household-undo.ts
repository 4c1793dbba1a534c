import { and, eq, inArray } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { householdChanges } from "@/db/schema";
import { type Asker, systemAsker } from "@/lib/access/asker";
import { applyChanges, type FieldChange, unsealChanges } from "@/lib/households/changes";
import { changesOfImport } from "@/lib/households/holders";
import { loadWhole, type Stored } from "@/lib/households/load";
import { type Entry, writeChanges } from "@/lib/households/write";
import type { HouseholdWrite } from "@/lib/imports/household-rows";
import type { WriteContext } from "@/lib/imports/kind";
import { refuse } from "@/lib/refusal/refusal";

/**
 * Takes an import of households back: what it changed is as it was before. Nothing is deleted: households it
 * brought in are struck off, people it added to a household are moved out, and a later file brings them back.
 * @throws Refusal changed when one of them was changed since.
 */
export async function undoHouseholds(
  w: Writer,
  writes: readonly HouseholdWrite[],
  { importId, userId, today, why }: WriteContext,
): Promise<void> {
  const asker: Asker = { ...systemAsker, userId };
  const codes = writes.map((one) => one.code);
  const stored = await loadWhole(w, codes);
  const changes = await changesOf(w, importId, codes);
  // One each, and one more where somebody left it for another household of the file.
  const own = await changesOfImport(w, importId, codes);
  const entries = writes.map((one): Entry => {
    const before = stored.get(one.code) ?? refuse("changed");
    if (before.version !== (one.version ?? 0) + (own.get(one.code) ?? 0)) refuse("changed");
    return {
      before,
      after: reversed(before, one, changes.get(one.code) ?? []),
      about: { kind: "undone", happenedOn: today, why: why ?? null, importId },
    };
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

function reversed({ record }: Stored, { version, code }: HouseholdWrite, changes: readonly FieldChange[]) {
  // The household was not there before: it stays on record, off the register.
  if (version === null)
    return { ...record, household: { ...record.household, register: "struck-off" as const } };
  const arrived = new Set(
    changes.filter((c) => c.subject === "member" && c.field === "name" && c.before === null).map((c) => c.id),
  );
  // Who is in another household of the file stays gone from here, as whoever left one that the file does not name.
  const moved = ({ field, after }: FieldChange) => field === "state" && after === "moved-out";
  const back = changes
    .filter((c) => !(c.subject === "member" && (arrived.has(c.id) || moved(c))))
    .map((c) => ({ ...c, before: c.after, after: c.before }));
  const before = applyChanges(record, code, back);
  return {
    ...before,
    members: before.members.map((m) => (arrived.has(m.id) ? { ...m, state: "moved-out" as const } : m)),
  };
}
