import { and, eq, or } from "drizzle-orm";
import { divisionDistances } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import type { Roads } from "@/lib/matching/distance";

/** The county's own table of distances; empty while none was brought in. */
export async function loadRoads(from: Source): Promise<Roads> {
  const rows = await from.select().from(divisionDistances);
  return new Map(rows.map((row) => [`${row.fromCode}>${row.toCode}`, row.km]));
}

/** As much of it as one pair needs. */
export async function roadsBetween(from: Source, a: string, b: string): Promise<Roads> {
  const one = (start: string, end: string) =>
    and(eq(divisionDistances.fromCode, start), eq(divisionDistances.toCode, end));
  const rows = await from
    .select()
    .from(divisionDistances)
    .where(or(one(a, b), one(b, a)));
  return new Map(rows.map((row) => [`${row.fromCode}>${row.toCode}`, row.km]));
}
