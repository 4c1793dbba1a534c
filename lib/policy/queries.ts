import { isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { policy as policyTable } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import { type Policy, policyOn } from "@/lib/policy/policy";

/** The policy that holds on a day, from the applied rows. */
export async function policyFor(today: string, from: Source = db): Promise<Policy> {
  const rows = await from
    .select({ key: policyTable.key, value: policyTable.value, startsOn: policyTable.startsOn })
    .from(policyTable)
    .where(isNotNull(policyTable.appliedAt))
    .orderBy(policyTable.appliedAt);
  return policyOn(rows, today);
}
