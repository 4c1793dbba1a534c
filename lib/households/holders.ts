import { aliasedTable, and, count, eq, inArray, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { divisions, householdChanges, households, members } from "@/db/schema";
import type { MemberState, RegisterState } from "@/db/words";
import type { Source } from "@/lib/access/scope";
import { loadWhole } from "@/lib/households/load";
import type { Entry } from "@/lib/households/write";
import { refuse } from "@/lib/refusal/refusal";
import { blindIndexes } from "@/lib/sealing/sealing";

/** Who on the register has an ID number: whoever moved out of a household has left it to the next. */
export type Holder = {
  id: string;
  state: MemberState;
  household: string;
  register: RegisterState;
  village: string;
  /** Town and village, by name. */
  place: string;
};

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");
/** As the unique index says it, word for word, so that the index answers. */
const notMovedOut = sql`${members.state} <> 'moved-out'`;

/** ID number → its holder; numbers nobody has, or only people who moved out, are left out. */
export async function holdersOf(from: Source, numbers: readonly string[]): Promise<Map<string, Holder>> {
  // While keys are being rotated a row may still have an older key's index.
  const byIndex = new Map(
    numbers.flatMap((number) => blindIndexes(number, "id-number").map((index) => [index, number] as const)),
  );
  const indexes = [...byIndex.keys()];
  const found = new Map<string, Holder>();
  for (let i = 0; i < indexes.length; i += 500) {
    const rows = await from
      .select({
        index: members.idNumberIndex,
        id: members.id,
        state: members.state,
        household: members.householdCode,
        register: households.register,
        village: village.code,
        villageName: village.name,
        townName: town.name,
      })
      .from(members)
      .innerJoin(households, eq(households.code, members.householdCode))
      .innerJoin(village, eq(village.code, households.villageCode))
      .innerJoin(town, eq(town.code, village.parentCode))
      .where(and(inArray(members.idNumberIndex, indexes.slice(i, i + 500)), notMovedOut));
    for (const row of rows) {
      const { id, state, household, register, village } = row;
      const place = `${row.townName} ${row.villageName}`;
      found.set(byIndex.get(row.index) ?? "", { id, state, household, register, village, place });
    }
  }
  return found;
}

/** Whoever is recorded in a household that moved away or was struck off may come back in another. */
export const hasLeft = ({ register, state }: Holder): boolean =>
  state === "present" && (register === "moved-away" || register === "struck-off");

/** Where a number is held: the household only for whoever has it within reach. @param scope division prefix. */
export const heldAt = (holder: Holder, scope: string | null): { place: string; household?: string } =>
  scope !== null && holder.village.startsWith(scope)
    ? { place: holder.place, household: holder.household }
    : { place: holder.place };

/**
 * What must be written when people of households off the register come to another: there they moved out, and
 * their history says so.
 * @param importId the file they come by: a household that the same file brought back may be left as well.
 * @throws Refusal changed when one of those households is back on the register.
 */
export async function leavings(
  w: Writer,
  holders: readonly Pick<Holder, "id" | "household">[],
  today: string,
  importId: string | null = null,
) {
  const codes = [...new Set(holders.map((holder) => holder.household))];
  const stored = await loadWhole(w, codes);
  const isListed = (code: string) => stored.get(code)?.record.household.register === "listed";
  const back = codes.filter(isListed);
  if (back.length > 0 && importId !== null) {
    const own = await changesOfImport(w, importId, back);
    if (back.some((code) => !own.has(code))) refuse("changed");
  } else if (back.length > 0) refuse("changed");
  return codes.map((code): Entry => {
    const before = stored.get(code) ?? refuse("changed");
    const gone = new Set(holders.filter((one) => one.household === code).map((one) => one.id));
    const members = before.record.members.map((m) =>
      gone.has(m.id) ? { ...m, state: "moved-out" as const } : m,
    );
    const [memberId = null] = gone.size === 1 ? [...gone] : [];
    // Where to is the other household's business.
    const about = { kind: "member-moved-out" as const, happenedOn: today, why: null, memberId, importId };
    return { before, after: { ...before.record, members }, about };
  });
}

/** How many changes of each of these households a file made so far; those it made none of are left out. */
export async function changesOfImport(
  from: Source,
  importId: string,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let i = 0; i < codes.length; i += 500) {
    const rows = await from
      .select({ code: householdChanges.householdCode, n: count() })
      .from(householdChanges)
      .where(
        and(
          eq(householdChanges.importId, importId),
          inArray(householdChanges.householdCode, codes.slice(i, i + 500)),
        ),
      )
      .groupBy(householdChanges.householdCode);
    for (const { code, n } of rows) found.set(code, n);
  }
  return found;
}
