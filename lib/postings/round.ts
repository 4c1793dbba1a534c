import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import { allotmentRounds } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import { refuseFields } from "@/lib/refusal/refusal";

const left = sql<number>`${allotmentRounds.fundFen} - ${allotmentRounds.spentFen}`.mapWith(Number);

/** Rounds that give on a day, the one with most left first. */
export const roundsOn = (from: Source, today: string) =>
  from
    .select({ id: allotmentRounds.id, name: allotmentRounds.name, leftFen: left })
    .from(allotmentRounds)
    .where(
      and(
        eq(allotmentRounds.state, "open"),
        lte(allotmentRounds.startsOn, today),
        gte(allotmentRounds.closesOn, today),
      ),
    )
    .orderBy(desc(left), desc(allotmentRounds.id));

type Shares = { roundId: string | null; persons: number; fenPerPerson: number };

/**
 * The round whose fund pays for a posting's shares: the one that was named, else the one it has, else the one
 * with most left.
 * @param has what the posting names already; it may stay there when its round has closed meanwhile
 * @throws Refusal input: no round is open, not an open one, or more persons than its fund has left for.
 */
export async function roundFor(
  from: Source,
  { roundId, persons, fenPerPerson }: Shares,
  today: string,
  has: string | null,
): Promise<string> {
  const wanted = roundId ?? has;
  if (wanted !== null && wanted === has) return has;
  const open = await roundsOn(from, today);
  const round = wanted === null ? open[0] : open.find(({ id }) => id === wanted);
  if (!round) return refuseFields({ roundId: { code: wanted === null ? "no-round" : "unknown" } });
  const most = Math.floor(round.leftFen / fenPerPerson);
  if (persons > most) refuseFields({ persons: { code: "over-fund", max: most } });
  return round.id;
}
