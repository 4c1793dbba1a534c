/** What the demo's live matches hold of people and plots, by the rule of lib/applications/budget.ts. */
import { boundStates } from "@/db/words";
import type { DemoCounty } from "@/lib/demo/county";
import type { Application } from "@/lib/demo/matches";
import { askedWork } from "@/lib/matching/county";

/** Whether a match holds what it takes: bound, and its agreement has not ended. */
export const isLive = (a: Application, { fates }: Pick<DemoCounty, "fates">) =>
  (boundStates as readonly string[]).includes(a.state) && fates.get(a)?.kind !== "ended";
const months = Array.from({ length: 12 }, (_, i) => i + 1);

export type Booking = { memberId: string; slot: number; applicationId: string };

/** A month goes to the first match that wants it; shares go to the head first, then to the eldest. */
export function bookingsOf(county: DemoCounty): Booking[] {
  const taken = new Set<string>();
  const rows: Booking[] = [];
  const book = (memberId: string, slot: number, applicationId: string) => {
    const key = `${memberId}:${slot}`;
    if (taken.has(key)) return false;
    taken.add(key);
    rows.push({ memberId, slot, applicationId });
    return true;
  };
  for (const { id, bring, posting, household } of county.applications.filter((a) => isLive(a, county))) {
    const need = posting.county;
    const work = askedWork(need);
    if (work) for (const m of months) if (work.months & (1 << (m - 1))) book(bring.memberId ?? "", m, id);
    if (need.kind !== "equity") continue;
    let left = bring.size;
    const order = [...household.people].sort((a, b) =>
      a.relation === "head" ? -1 : b.relation === "head" ? 1 : a.birth < b.birth ? -1 : 1,
    );
    for (const person of order) if (left > 0 && book(person.id, 0, id)) left -= 1;
  }
  return rows;
}

/** Parcel → hundredths of a mu agreed in live matches. */
export function agreedOf(county: DemoCounty): Map<string, number> {
  const agreed = new Map<string, number>();
  for (const { bring } of county.applications.filter((a) => isLive(a, county)))
    for (const { parcelId, mu100 } of bring.parcels)
      agreed.set(parcelId, (agreed.get(parcelId) ?? 0) + mu100);
  return agreed;
}
