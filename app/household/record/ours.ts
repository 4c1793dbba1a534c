import { type OpenRecord, openRecord } from "@/app/record/open";
import { requireAsker } from "@/lib/users/session";

/** Our own record. */
export async function openOurs(): Promise<OpenRecord> {
  const asker = await requireAsker("household");
  return openRecord(asker.householdCode ?? "", "household");
}
