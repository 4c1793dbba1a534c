import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { enterprises } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";

/**
 * Default freezes: enterprises whose dividends are red may post nothing new until all is paid. Set and lifted
 * from what is owed on the day, so that it does not matter when somebody looked last.
 * @param defaulting ids of the enterprises in default (lib/moneys)
 * @returns how many were frozen or released now.
 */
export async function freezeDefaulting(today: string, defaulting: ReadonlySet<string>): Promise<number> {
  const frozen = await db
    .select({ id: enterprises.id })
    .from(enterprises)
    .where(isNotNull(enterprises.frozenOn));
  const known = new Set(frozen.map(({ id }) => id));
  let changed = 0;
  for (const id of defaulting) if (!known.has(id)) changed += await set(id, today);
  for (const id of known) if (!defaulting.has(id)) changed += await set(id, null);
  return changed;
}

const set = (id: string, frozenOn: string | null): Promise<number> =>
  tx(async (w) => {
    const isFrozen = frozenOn === null ? isNotNull(enterprises.frozenOn) : isNull(enterprises.frozenOn);
    const rows = await w
      .update(enterprises)
      .set({ frozenOn, frozenFor: frozenOn === null ? null : "dividend-unpaid" })
      .where(and(eq(enterprises.id, id), isFrozen))
      .returning({ id: enterprises.id });
    if (rows.length === 0) return 0;
    await record(w, systemAsker, {
      action: frozenOn === null ? "enterprise.release" : "enterprise.freeze",
      subject: "enterprise",
      subjectId: id,
      after: { frozenOn, frozenFor: frozenOn === null ? null : "dividend-unpaid" },
    });
    return 1;
  });
