import type { DeclineReason, ReasonCode } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";

type Why = {
  declineReason: DeclineReason | null;
  reasonCode: ReasonCode | null;
  stateReason: string | null;
};

/** Why an application came back or came to nothing, as its household is told: the coded reason and the words. */
export function whyOf({ words, cases }: Dictionary, a: Why): string | null {
  if (a.declineReason && a.declineReason !== "other" && a.stateReason)
    return cases.reason(words.declineReason[a.declineReason], a.stateReason);
  if (a.declineReason) return a.stateReason ?? words.declineReason[a.declineReason];
  if (!a.reasonCode) return a.stateReason;
  const coded = words.reasonCode[a.reasonCode];
  if (!a.stateReason) return coded;
  // What took its place stands beside it as a posting's title, not as somebody's words.
  if (a.reasonCode === "placed-elsewhere") return cases.placedWith(coded, a.stateReason);
  const isOther = a.reasonCode === "return-other" || a.reasonCode === "reject-other";
  return isOther ? a.stateReason : cases.reason(coded, a.stateReason);
}
