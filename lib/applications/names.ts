import type { Asker } from "@/lib/access/asker";
import { addDays, today } from "@/lib/clock/clock";
import type { Policy } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";

/** Whether an enterprise no longer reads whom a match was with: so many days after its end (design/access.md). */
export const namesGone = (asker: Asker, endedOn: string | null, policy: Policy, day: string): boolean =>
  asker.role === "enterprise" && endedOn !== null && addDays(endedOn, policy["agreement.namesDays"]) < day;

/** The same as a question, for lists. */
export type NamesGone = (endedOn: string | null) => boolean;
export async function namesGoneFor(asker: Asker): Promise<NamesGone> {
  const day = today();
  const policy = await policyFor(day);
  return (endedOn) => namesGone(asker, endedOn, policy, day);
}
