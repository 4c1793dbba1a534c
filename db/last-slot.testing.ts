import { eq, sql } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { awkward, fullRows } from "@/db/samples.testing";
import { postings } from "@/db/schema";

/** Two ways to take a slot; both must have exactly one winner. */
export type Way =
  /** Read what is taken, think, write one more: right only if nobody else gets in between. */
  | "read-then-write"
  /** Write at once and let the CHECK on `taken` say no. */
  | "constraint";

/** One attempt at the last slot of a posting. @returns whether it was won; throws for anything unexpected. */
export async function takeSlot(id: string, way: Way): Promise<boolean> {
  try {
    return await tx(async (w) => {
      if (way === "read-then-write") {
        const [seen] = await w.select().from(postings).where(eq(postings.id, id));
        if (!seen || seen.taken >= seen.capacity) return false;
        await w
          .update(postings)
          .set({ taken: seen.taken + 1 })
          .where(eq(postings.id, id));
      } else await w.update(postings).set({ taken: sql`taken + 1` }).where(eq(postings.id, id));
      return true;
    });
  } catch (error) {
    if (isConstraintError(error) && error.constraint === "postings_taken") return false;
    throw error;
  }
}

/** Postings with one slot left, one for each round; their project must exist. */
export async function addPostings(ids: string[]): Promise<void> {
  const sample = fullRows.find(([table]) => table === postings)![1] as typeof postings.$inferInsert;
  await tx((w) =>
    w.insert(postings).values(ids.map((id) => ({ ...sample, id, title: awkward, capacity: 3, taken: 2 }))),
  );
}

/** How many slots are taken beyond or short of capacity, over these postings. */
export async function misses(ids: string[]): Promise<number> {
  const rows = await db
    .select({ id: postings.id, capacity: postings.capacity, taken: postings.taken })
    .from(postings);
  return rows.filter((row) => ids.includes(row.id) && row.taken !== row.capacity).length;
}
