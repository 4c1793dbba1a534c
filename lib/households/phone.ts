import { and, eq, gt } from "drizzle-orm";
import { householdChanges } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import { unsealChanges } from "@/lib/households/changes";

/** Whether somebody wrote a household's phone number since an instant: changed it, or registered it. */
export async function wrotePhone(
  from: Source,
  { userId, household, since }: { userId: string; household: string; since: Date },
): Promise<boolean> {
  const rows = await from
    .select({ id: householdChanges.id, sealed: householdChanges.changesSealed })
    .from(householdChanges)
    .where(
      and(
        eq(householdChanges.householdCode, household),
        eq(householdChanges.changedBy, userId),
        gt(householdChanges.createdAt, since),
      ),
    );
  return rows.some(({ id, sealed }) =>
    unsealChanges(id, sealed).some(({ subject, field }) => subject === "household" && field === "phone"),
  );
}
