import { and, eq, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { dues } from "@/db/schema";
import { refuse } from "@/lib/refusal/refusal";

/**
 * Moves what a line has received. The WHERE and the CHECK both keep 0 ≤ confirmed ≤ paid ≤ amount, whoever
 * writes at the same time.
 * @throws Refusal more-than-due when the line has no room for it.
 */
export async function countOn(
  w: Writer,
  dueId: string,
  { paidFen, confirmedFen }: { paidFen: number; confirmedFen: number },
): Promise<void> {
  const paid = sql`${dues.paidFen} + ${paidFen}`;
  const confirmed = sql`${dues.confirmedFen} + ${confirmedFen}`;
  const changed = await w
    .update(dues)
    .set({ paidFen: paid, confirmedFen: confirmed })
    .where(
      and(
        eq(dues.id, dueId),
        eq(dues.state, "open"),
        sql`${paid} between 0 and ${dues.amountFen}`,
        sql`${confirmed} between 0 and ${paid}`,
      ),
    )
    .returning({ id: dues.id });
  if (changed.length === 0) refuse("more-than-due");
}
