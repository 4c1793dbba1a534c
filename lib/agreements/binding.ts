import type { BindingState, PostingKind } from "@/db/words";
import { addDays } from "@/lib/clock/clock";

/**
 * The binding rule of share allotments (the report, 经验三): shares count only while the same enterprise has a
 * live land, order or labor link with that same household. Without one they are amber from the day after the
 * last link ended, and red once the days of grace are over. Everything follows from when the links ran, not
 * from when somebody looked.
 */
export const bindingKinds = ["land", "order", "job"] as const satisfies readonly PostingKind[];

/** A link of the household with the enterprise: first day, last day (both counted), null while it runs. */
export type Link = { from: string; to: string | null };

export type Binding = { state: BindingState; since: string };

/**
 * How shares stand on a day.
 * @param startsOn the first day of the shares' agreement: nothing is said of the time before
 * @param graceDays days without a link before the shares are red
 */
export function bindingOn(
  links: readonly Link[],
  startsOn: string,
  today: string,
  graceDays: number,
): Binding {
  const begun = links
    .filter((link) => link.from <= today && (link.to === null || link.to >= link.from))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const later = (a: string, b: string) => (a > b ? a : b);
  /** The first day of the stretch without a gap that the links seen so far end with, and its last. */
  let from = "";
  let to: string | null = "";
  for (const link of begun) {
    if (to !== null && link.from > (to === "" ? "" : addDays(to, 1))) from = link.from;
    if (to !== null) to = link.to === null ? null : later(to, link.to);
  }
  if (to === null || to >= today) return { state: "bound", since: later(from, startsOn) };
  const gapFrom = later(to === "" ? startsOn : addDays(to, 1), startsOn);
  const redFrom = addDays(gapFrom, graceDays);
  return today >= redFrom ? { state: "red", since: redFrom } : { state: "amber", since: gapFrom };
}
