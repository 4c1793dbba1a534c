import type { CountyPosting } from "@/lib/matching/county";
import { type Fit, offeredMu100 } from "@/lib/matching/eligibility";
import { bestWorker } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** What a household brings to a posting: who would work, which land, how many persons; and what that takes. */
export type Bring = {
  memberId: string | null;
  parcels: { parcelId: string; mu100: number }[];
  /** In the posting's unit: positions, hundredths of a mu, persons. */
  size: number;
};

type Wish = { member?: string; parcels?: readonly string[]; persons?: number };

/**
 * Fills in what was left out: the best worker, all wanted land on offer, all persons without allotted shares;
 * never more than the posting has left.
 * @throws Refusal input when the wish is not something the household can bring, full when nothing is left.
 */
export function bringOf(fit: Fit, posting: CountyPosting, policy: Policy, wish: Wish): Bring {
  const left = posting.capacity - posting.taken;
  if (left < 1) refuse("full");
  if (fit.kind === "job" && posting.kind === "job") {
    const worker = wish.member
      ? fit.workers.find((m) => m.id === wish.member)
      : bestWorker(fit.workers, posting, policy);
    if (!worker) return refuseFields({ member: { code: "not-in-list" } });
    return { memberId: worker.id, parcels: [], size: 1 };
  }
  if (fit.kind === "land" && posting.kind === "land") {
    const chosen = wish.parcels ? fit.parcels.filter((p) => wish.parcels?.includes(p.id)) : fit.parcels;
    if (wish.parcels && chosen.length < new Set(wish.parcels).size)
      refuseFields({ parcels: { code: "not-in-list" } });
    let room = left;
    const parcels = chosen.flatMap((p) => {
      const mu100 = Math.min(room, offeredMu100(p));
      room -= mu100;
      return mu100 > 0 ? [{ parcelId: p.id, mu100 }] : [];
    });
    const size = left - room;
    if (size < posting.minMu100) refuse(room === 0 ? "full" : "not-eligible", { rule: "too-little-land" });
    return { memberId: null, parcels, size };
  }
  if (fit.kind !== "equity") return refuse("not-eligible");
  const persons = wish.persons ?? Math.min(fit.unallotted, left);
  if (persons > fit.unallotted) refuseFields({ persons: { code: "too-big", max: fit.unallotted } });
  if (persons > left) refuse("full", { left });
  return { memberId: null, parcels: [], size: persons };
}
