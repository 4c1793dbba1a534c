import { and, eq, inArray } from "drizzle-orm";
import { applicationParcels } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import type { CountyParcel, RefusalRule } from "@/lib/matching/county";
import { type Fit, offeredMu100 } from "@/lib/matching/eligibility";
import type { MatchNow } from "@/lib/matching/match-now";
import { tillableMu100 } from "@/lib/matching/order";

/** What an application said it would bring. */
export type Promised = { id: string; memberId: string | null; size: number };
export type PromisedLand = { applicationId: string; parcelId: string; mu100: number };

/** Why a match could not stand as the household is now: the rule, or that it brings less than it applied with. */
export type Missing = { rule: RefusalRule | "brings-less" };

/**
 * Whether what was applied with is still there, by the same rules as the ranking.
 * @param land the parcels of at least this application. @returns null when it stands.
 */
export function standing(
  answer: MatchNow["answer"],
  promised: Promised,
  land: readonly PromisedLand[],
): Missing | null {
  if ("leftOut" in answer) return { rule: answer.leftOut.rule };
  const own = land.filter((p) => p.applicationId === promised.id);
  return brings(answer.fit, promised, own) ? null : { rule: "brings-less" };
}

function brings(fit: Fit, { memberId, size }: Promised, land: readonly PromisedLand[]): boolean {
  switch (fit.kind) {
    case "job":
    case "contract":
      return fit.workers.some((m) => m.id === memberId);
    case "equity":
      return size <= fit.unallotted;
    case "land":
      return has(fit.parcels, offeredMu100, land);
    case "order":
      return size <= fit.jin && has(fit.parcels, tillableMu100, land);
    case "membership":
      return true;
  }
}

const has = (
  parcels: readonly CountyParcel[],
  offers: (parcel: CountyParcel) => number,
  land: readonly PromisedLand[],
): boolean =>
  land.every(({ parcelId, mu100 }) => {
    const parcel = parcels.find((p) => p.id === parcelId);
    return parcel !== undefined && mu100 <= offers(parcel);
  });

/** The land some applications offer. @param booked only what counts in the parcels' agreed area. */
export const parcelsOf = (
  from: Source,
  applicationIds: readonly string[],
  booked = false,
): Promise<PromisedLand[]> =>
  from
    .select({
      applicationId: applicationParcels.applicationId,
      parcelId: applicationParcels.parcelId,
      mu100: applicationParcels.mu100,
    })
    .from(applicationParcels)
    .where(
      and(
        inArray(applicationParcels.applicationId, [...applicationIds]),
        booked ? eq(applicationParcels.booked, true) : undefined,
      ),
    );
