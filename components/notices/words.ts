import type { ObjectionState } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** Why an objection was decided as it was, or why there is nothing left to decide. */
export function whyDecided(t: Dictionary, state: ObjectionState, reason: string | null): string {
  const { lapsed } = t.cases.objection;
  return state === "lapsed" ? lapsed[reason === "reopen" ? "reopen" : "withdraw"] : (reason ?? "");
}
