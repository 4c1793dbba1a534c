import { aliasedTable, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { divisions, type PlanSummary, postings } from "@/db/schema";
import type { PostingKind } from "@/db/words";

export type PostingOutcome = PlanSummary["postings"][number] & {
  title: string;
  kind: PostingKind;
  townName: string;
};

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");

/** The postings of a plan with their names: the oversubscribed first, then those with most places left. */
export async function outcomesOf(summary: PlanSummary): Promise<PostingOutcome[]> {
  const ids = summary.postings.map((p) => p.id);
  if (ids.length === 0) return [];
  const named = await db
    .select({ id: postings.id, title: postings.title, kind: postings.kind, townName: town.name })
    .from(postings)
    .innerJoin(village, eq(village.code, postings.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(inArray(postings.id, ids));
  const byId = new Map(named.map((row) => [row.id, row]));
  const rows = summary.postings.flatMap((p) => {
    const name = byId.get(p.id);
    return name ? [{ ...p, ...name }] : [];
  });
  const free = (row: PostingOutcome) => (row.capacity - row.filled) / row.capacity;
  return rows.sort(
    (a, b) =>
      (b.price > 0 ? b.turnedAway : 0) - (a.price > 0 ? a.turnedAway : 0) ||
      free(b) - free(a) ||
      (a.id < b.id ? -1 : 1),
  );
}
