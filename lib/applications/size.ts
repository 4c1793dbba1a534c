import type { PostingKind } from "@/db/words";
import type { CountyParcel, CountyPosting } from "@/lib/matching/county";
import { type Fit, offeredMu100 } from "@/lib/matching/eligibility";
import { couldDeliverJin, needsLand, tillableMu100 } from "@/lib/matching/order";
import { bestWorker } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** What a household brings to a posting: who would work, which land, how much of it; and what that takes. */
export type Bring = {
  memberId: string | null;
  parcels: { parcelId: string; mu100: number }[];
  /** In the posting's unit: positions, hundredths of a mu, persons, jin of the product, households, plots. */
  size: number;
};

export type Wish = {
  member?: string | undefined;
  parcels?: readonly string[] | undefined;
  persons?: number | undefined;
  jin?: number | undefined;
  plots?: number | undefined;
};

type Ask<K extends PostingKind> = {
  fit: Extract<Fit, { kind: K }>;
  posting: Extract<CountyPosting, { kind: K }>;
  policy: Policy;
  wish: Wish;
  /** What the posting has left: 1 or more. */
  left: number;
};

const nothing = { memberId: null, parcels: [] };

const brings: { [K in PostingKind]: (ask: Ask<K>) => Bring } = {
  job: ({ fit, posting, policy, wish }) => ({
    ...nothing,
    memberId: workerOf(fit, posting, policy, wish),
    size: 1,
  }),

  land({ fit, posting, wish, left }) {
    const { parcels, mu100 } = filled(chosen(fit.parcels, wish), offeredMu100, left);
    if (mu100 < posting.minMu100)
      refuse(mu100 === left ? "full" : "not-eligible", { rule: "too-little-land" });
    return { ...nothing, parcels, size: mu100 };
  },

  equity({ fit, wish, left }) {
    const size = wish.persons ?? Math.min(fit.unallotted, left);
    if (size > fit.unallotted) refuseFields({ persons: { code: "too-big", max: fit.unallotted } });
    if (size > left) refuse("full", { left });
    return { ...nothing, size };
  },

  /** What is wished of the product, at most what it could deliver; the land it grows on is then spoken for. */
  order({ fit, posting, wish, left }) {
    const from = chosen(fit.parcels, wish);
    const mu100 = from.reduce((sum, p) => sum + tillableMu100(p), 0);
    const could = needsLand(posting) ? Math.min(fit.jin, couldDeliverJin(posting, mu100, 0)) : fit.jin;
    const size = wish.jin ?? Math.min(could, left);
    if (size > could) refuseFields({ jin: { code: "too-big", max: could } });
    if (size > left || left < posting.minJin) refuse("full", { left });
    if (size < posting.minJin) refuseFields({ jin: { code: "too-small", min: posting.minJin } });
    const wanted = needsLand(posting) ? Math.ceil((size * 100) / posting.yieldJin) : 0;
    return { ...nothing, parcels: filled(from, tillableMu100, wanted).parcels, size };
  },

  membership: () => ({ ...nothing, size: 1 }),

  contract({ fit, posting, policy, wish, left }) {
    const size = wish.plots ?? 1;
    if (size > posting.maxPlots) refuseFields({ plots: { code: "too-big", max: posting.maxPlots } });
    if (size > left) refuse("full", { left });
    return { ...nothing, memberId: workerOf(fit, posting, policy, wish), size };
  },
};

/**
 * Fills in what was left out: the best worker, all wanted land on offer, all persons without allotted shares,
 * all it could deliver, one plot; never more than the posting has left.
 * @throws Refusal input when the wish is not something the household can bring, full when nothing is left.
 */
export function bringOf(fit: Fit, posting: CountyPosting, policy: Policy, wish: Wish): Bring {
  const left = posting.capacity - posting.taken;
  if (left < 1) refuse("full");
  if (fit.kind !== posting.kind) return refuse("not-eligible");
  // The kinds agree, so the entry is the one for both.
  const bring = brings[posting.kind] as (ask: unknown) => Bring;
  return bring({ fit, posting, policy, wish, left });
}

/** How much a household may take of what it says itself: jin of an order, plots of a contract. */
export type AskedAmount = { name: "jin" | "plots"; least: number; most: number; usual: number };

/** @returns null for kinds whose size nobody is asked. `usual` is what is taken when nothing is said. */
export function askedAmount(fit: Fit, posting: CountyPosting): AskedAmount | null {
  const left = posting.capacity - posting.taken;
  if (fit.kind === "order" && posting.kind === "order") {
    const most = Math.min(fit.jin, left);
    return { name: "jin", least: posting.minJin, most, usual: most };
  }
  if (posting.kind !== "contract") return null;
  return { name: "plots", least: 1, most: Math.min(posting.maxPlots, left), usual: 1 };
}

function workerOf(
  { workers }: Ask<"job" | "contract">["fit"],
  posting: Ask<"job" | "contract">["posting"],
  policy: Policy,
  wish: Wish,
): string {
  const worker = wish.member
    ? workers.find((m) => m.id === wish.member)
    : bestWorker(workers, posting, policy);
  return worker?.id ?? refuseFields({ member: { code: "not-in-list" } });
}

function chosen(parcels: readonly CountyParcel[], wish: Wish): readonly CountyParcel[] {
  if (!wish.parcels) return parcels;
  const found = parcels.filter((p) => wish.parcels?.includes(p.id));
  if (found.length < new Set(wish.parcels).size) refuseFields({ parcels: { code: "not-in-list" } });
  return found;
}

/** Parcels in their order, each as far as it goes, until `room` hundredths of a mu are filled. */
function filled(parcels: readonly CountyParcel[], offers: (p: CountyParcel) => number, room: number) {
  let rest = room;
  const taken = parcels.flatMap((p) => {
    const mu100 = Math.min(rest, offers(p));
    rest -= mu100;
    return mu100 > 0 ? [{ parcelId: p.id, mu100 }] : [];
  });
  return { parcels: taken, mu100: room - rest };
}
