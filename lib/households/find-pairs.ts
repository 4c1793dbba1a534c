import { aliasedTable, and, eq, inArray, ne } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { duplicatePairs, members } from "@/db/schema";

const one = aliasedTable(members, "one");
const other = aliasedTable(members, "other");
const chunk = 500;

/**
 * Lists people present on the register who may be one person: the same name and the same birth. A phone they
 * share says nothing, since families share one. A pair once decided is not asked again.
 * @param ids members whose name or birth is new or changed.
 */
export async function findPairs(w: Writer, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += chunk) {
    const found = await w
      .select({ a: one.id, b: other.id })
      .from(one)
      .innerJoin(other, and(eq(other.name, one.name), eq(other.birth, one.birth), ne(other.id, one.id)))
      .where(
        and(inArray(one.id, ids.slice(i, i + chunk)), eq(one.state, "present"), eq(other.state, "present")),
      );
    const pairs = new Map(
      found.map(({ a, b }) => {
        const [memberA, memberB] = a < b ? [a, b] : [b, a];
        return [`${memberA} ${memberB}`, { memberA, memberB }];
      }),
    );
    const all = [...pairs.values()];
    for (let j = 0; j < all.length; j += chunk)
      await w
        .insert(duplicatePairs)
        .values(all.slice(j, j + chunk))
        .onConflictDoNothing();
  }
}
