import { aliasedTable, and, desc, eq, inArray } from "drizzle-orm";
import { tx } from "@/db/client";
import { householdChanges, households, members, users } from "@/db/schema";
import type { ChangeKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { unsealChanges } from "@/lib/households/changes";
import { isInCase, logReading, viewsOf } from "@/lib/households/form";
import { type ShownChange, shownChange } from "@/lib/households/masking";
import { maskName } from "@/lib/households/names";
import { readableHouseholds } from "@/lib/households/queries";
import { refuse } from "@/lib/refusal/refusal";

const writer = aliasedTable(users, "writer");

export type PastChange = {
  id: string;
  kind: ChangeKind;
  happenedOn: string;
  createdAt: Date;
  why: string | null;
  /** Who wrote it down; null for the system and whoever is no more. */
  by: string | null;
  /** The other household of a split or a merge. */
  otherCode: string | null;
  changes: ShownChange[];
};
export type History = {
  items: PastChange[];
  /** Names of members by id, for the sentences. */
  names: Record<string, string>;
  /** Whether there is more than these. */
  more: boolean;
};

/**
 * What happened to a household, newest first, with before and after as far as the asker may read them. Staff's
 * reading is logged.
 * @throws Refusal not-found when there is no such household within the asker's scope.
 */
export async function getHistory(asker: Asker, code: string, limit = 50): Promise<History> {
  if (!grantOf(asker.role, "household", "read")) refuse("not-found");
  return tx(async (w) => {
    const [own] = await w
      .select({ code: households.code })
      .from(households)
      .where(and(eq(households.code, code), readableHouseholds(asker)));
    if (!own) return refuse("not-found");
    const rows = await w
      .select({ change: householdChanges, by: writer.name })
      .from(householdChanges)
      .leftJoin(writer, eq(writer.id, householdChanges.changedBy))
      .where(eq(householdChanges.householdCode, code))
      .orderBy(desc(householdChanges.version))
      .limit(limit + 1);
    const viewOf = viewsOf(asker, await isInCase(w, code));
    const opened = rows.slice(0, limit).map(({ change, by }) => ({
      ...{ id: change.id, kind: change.kind, happenedOn: change.happenedOn, createdAt: change.createdAt },
      ...{ why: change.why, by, otherCode: change.otherCode },
      changes: unsealChanges(change.id, change.changesSealed).map((one) => shownChange(one, viewOf)),
    }));
    if (asker.role !== "household") await logReading(w, asker, code, viewOf("health") === "full");
    const ids = [
      ...new Set(
        opened.flatMap(({ changes }) =>
          changes.flatMap((c) => (c.subject === "member" && c.id ? [c.id] : [])),
        ),
      ),
    ];
    const people =
      ids.length === 0
        ? []
        : await w
            .select({ id: members.id, name: members.name })
            .from(members)
            .where(inArray(members.id, ids));
    const mask = viewOf("identity") === "masked" ? maskName : (name: string) => name;
    return {
      items: opened,
      names: Object.fromEntries(people.map(({ id, name }) => [id, mask(name)])),
      more: rows.length > limit,
    };
  });
}
