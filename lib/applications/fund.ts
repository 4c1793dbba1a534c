import { and, eq, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { allotmentRounds, equityDetails } from "@/db/schema";
import { refuse } from "@/lib/refusal/refusal";

/**
 * The fund of an allotment round follows the matches it pays for: more when one is approved, less when it is
 * taken back before it is final. The WHERE and the CHECK both keep what is spent within the fund.
 * @param persons more (positive) or fewer (negative) @throws Refusal fund-spent.
 */
export async function moveFund(w: Writer, postingId: string, persons: number): Promise<void> {
  const [shares] = await w
    .select({ roundId: equityDetails.roundId, fenPerPerson: equityDetails.fenPerPerson })
    .from(equityDetails)
    .where(eq(equityDetails.postingId, postingId));
  if (!shares?.roundId) return;
  const spentFen = sql`${allotmentRounds.spentFen} + ${persons * shares.fenPerPerson}`;
  const changed = await w
    .update(allotmentRounds)
    .set({ spentFen })
    .where(
      and(
        eq(allotmentRounds.id, shares.roundId),
        sql`${allotmentRounds.spentFen} + ${persons * shares.fenPerPerson} between 0 and ${allotmentRounds.fundFen}`,
      ),
    )
    .returning({ id: allotmentRounds.id });
  if (changed.length === 0) refuse("fund-spent");
}
