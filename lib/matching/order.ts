import type { CountyHousehold, CountyParcel, OrderPosting } from "@/lib/matching/county";
import type { Policy } from "@/lib/policy/policy";

/** Land and what it yields: for orders, and for what a household brings into a co-op (docs/matching-kinds.md). */

/** What a household can still till of a parcel, in hundredths of a mu: not leased out, not agreed away. */
export const tillableMu100 = (parcel: CountyParcel): number =>
  parcel.use === "leased-out" ? 0 : Math.max(0, parcel.areaMu100 - parcel.agreedMu100);

/** All of a household's land it can still till, of any kind. */
export const ownMu100 = (household: CountyHousehold): number =>
  household.parcels.reduce((sum, parcel) => sum + tillableMu100(parcel), 0);

type Product = Pick<OrderPosting, "parcelKinds" | "yieldJin" | "fullJin">;

export const needsLand = (product: Pick<Product, "parcelKinds">): boolean => product.parcelKinds.length > 0;

/** Whole jin (斤, 500 g) a household could deliver in a year, from its land or, without land, from its free hands. */
export const couldDeliverJin = (product: Product, mu100: number, units: number): number =>
  Math.floor(needsLand(product) ? (mu100 * product.yieldJin) / 100 : units * product.yieldJin);

/** The labor units that a household's full lot takes: above 0. */
export function unitsInFull(product: Product, policy: Policy): number {
  const tended = product.fullJin / product.yieldJin;
  return needsLand(product) ? tended / policy["labor.orderMuPerWorker"] : tended;
}
