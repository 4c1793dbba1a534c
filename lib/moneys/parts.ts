import { and, asc, eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { dues } from "@/db/schema";
import type { AuditNote } from "@/lib/audit/commands";

export type Part = { agreementId: string; householdCode: string; amountFen: number };

/** What each agreement is owed of a declared profit. */
export const partsOwed = (w: Writer, declarationId: string): Promise<Part[]> =>
  w
    .select({
      agreementId: dues.agreementId,
      householdCode: dues.householdCode,
      amountFen: dues.amountFen,
    })
    .from(dues)
    .where(and(eq(dues.sourceId, declarationId), eq(dues.state, "open")))
    .orderBy(asc(dues.agreementId));

/**
 * A row for each agreement that is now owed more or less, or that hears of the year for the first time: by it
 * the household finds out. @param said what else the row holds: the year, whose profit it is.
 */
export function partNotes(
  { action, why, ...said }: { action: string; why: string; year: number; enterprise?: string },
  before: readonly Part[],
  after: readonly Part[],
): AuditNote[] {
  const fenOf = (parts: readonly Part[]) => new Map(parts.map((one) => [one.agreementId, one.amountFen]));
  const was = fenOf(before);
  const is = fenOf(after);
  const all = new Map([...before, ...after].map((one) => [one.agreementId, one.householdCode]));
  return [...all]
    .filter(([id]) => was.get(id) !== (is.get(id) ?? 0))
    .map(([id, householdCode]) => ({
      ...{ action, subject: "agreement", subjectId: id, householdCode, why },
      before: { year: said.year, amountFen: was.get(id) ?? 0 },
      after: { ...said, amountFen: is.get(id) ?? 0 },
    }));
}
