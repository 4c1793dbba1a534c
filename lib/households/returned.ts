import type { MemberPart } from "@/lib/households/whole";

/** Whoever moved out of a household and comes back to it is the one who left: one row, with its history. */

/**
 * A member's fields with what is said of them put over what was known. Of two fields of which one is filled, what
 * is said of the one empties the other: whoever has finished school has an education and is at none.
 */
export function saidOver(known: MemberPart, said: Partial<MemberPart>): MemberPart {
  const after = { ...known, ...said };
  if (said.education && !("schooling" in said)) after.schooling = null;
  if (said.schooling && !("education" in said)) after.education = null;
  if (said.workPlace === null && !("workMonths" in said)) after.workMonths = null;
  return after;
}

/** Who left the household with this ID number and is not back: the last time, should there be several. */
export const leftWith = (members: readonly MemberPart[], idNumber: string): MemberPart | undefined =>
  members.some((m) => m.idNumber === idNumber && m.state !== "moved-out")
    ? undefined
    : members.findLast((m) => m.idNumber === idNumber);

/**
 * Everyone once. Somebody may have two rows: the one of when they left, and one that came with a household that
 * was merged in, or was made before a return went to the first. What the earlier rows hold is in the history.
 * @param members in the order of their ids.
 */
export function everyoneOnce<M extends Pick<MemberPart, "id" | "idNumber" | "state">>(
  members: readonly M[],
): M[] {
  const shown = new Map<string, string>();
  for (const { idNumber, id } of members) shown.set(idNumber, id);
  for (const { idNumber, id, state } of members) if (state !== "moved-out") shown.set(idNumber, id);
  return members.filter(({ idNumber, id, state }) => state !== "moved-out" || shown.get(idNumber) === id);
}
