import { eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { applicationParcels, applications, type FrozenMatch } from "@/db/schema";
import type { Bring } from "@/lib/applications/size";
import { cardBands } from "@/lib/matching/bands";
import type { MatchNow } from "@/lib/matching/match-now";
import { reasonsOf } from "@/lib/matching/reasons";
import type { Scored } from "@/lib/matching/score";
import { tierOf } from "@/lib/matching/tier";

/** Score, parts, reasons and the card's bands as they stand now: what an officer later defends. */
export const frozen = (
  { household, posting, policy }: MatchNow,
  scored: Scored,
  today: string,
): FrozenMatch => ({
  score: scored.score,
  parts: scored.parts,
  reasons: reasonsOf(household, posting, scored, policy, today),
  tier: tierOf(scored.score, policy),
  bands: cardBands(household, scored.distanceKm, policy, today),
  policyOn: today,
});

type Row = Omit<typeof applications.$inferInsert, "cardToken">;

/** Inserts an application under a card token of its own. */
export async function insertApplication(w: Writer, row: Row & { id: string }): Promise<void> {
  // The token's random part only: two cards of one household have nothing in common.
  await w.insert(applications).values({ ...row, cardToken: newId().slice(10) });
}

/** Which land an application offers, replacing what it offered before. */
export async function bringParcels(w: Writer, applicationId: string, bring: Bring): Promise<void> {
  await w.delete(applicationParcels).where(eq(applicationParcels.applicationId, applicationId));
  if (bring.parcels.length > 0)
    await w.insert(applicationParcels).values(bring.parcels.map((p) => ({ ...p, applicationId })));
}
