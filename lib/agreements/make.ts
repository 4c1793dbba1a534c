import { asc, eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { agreements, applicationParcels, bookings, parcels } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { lastDayOf, type MatchedTerms, termsOf } from "@/lib/agreements/terms";
import type { LoadedApplication } from "@/lib/applications/step";
import { record } from "@/lib/audit/commands";
import { nextNumber } from "@/lib/notices/number";
import { policyFor } from "@/lib/policy/queries";
import { getPosting, type Posting } from "@/lib/postings/queries";

/** What the match holds: months of its worker as bits, and whose shares these are (lib/applications/budget.ts). */
async function held(w: Writer, applicationId: string): Promise<{ months: number; memberIds: string[] }> {
  const rows = await w
    .select({ memberId: bookings.memberId, slot: bookings.slot })
    .from(bookings)
    .where(eq(bookings.applicationId, applicationId))
    .orderBy(asc(bookings.memberId));
  return {
    months: rows.reduce((bits, { slot }) => (slot > 0 ? bits | (1 << (slot - 1)) : bits), 0),
    memberIds: rows.filter(({ slot }) => slot === 0).map(({ memberId }) => memberId),
  };
}

/** What was matched, from the posting and the household as they stand now. */
async function matched(
  w: Writer,
  posting: Posting,
  { application }: LoadedApplication,
): Promise<MatchedTerms> {
  switch (posting.kind) {
    case "job": {
      const { wageFen, wageUnit, lodging } = posting.job;
      const { months } = await held(w, application.id);
      return { kind: "job", memberId: application.memberId ?? "", months, wageFen, wageUnit, lodging };
    }
    case "land": {
      const { rentFenPerMuYear, years } = posting.land;
      const rows = await w
        .select({ parcelId: parcels.id, kind: parcels.kind, mu100: applicationParcels.mu100 })
        .from(applicationParcels)
        .innerJoin(parcels, eq(parcels.id, applicationParcels.parcelId))
        .where(eq(applicationParcels.applicationId, application.id))
        .orderBy(asc(parcels.id));
      return { kind: "land", parcels: rows, rentFenPerMuYear, years };
    }
    case "equity": {
      const { fenPerPerson, guaranteedBp, secondBp } = posting.equity;
      const { memberIds } = await held(w, application.id);
      return { kind: "equity", memberIds, fenPerPerson, guaranteedBp, secondBp };
    }
    case "order": {
      const { product, grade, floorFenPerJin, deliveryMonths, payWithinDays, years } = posting.order;
      const lot = { product, grade, unit: "jin" as const, quantity: application.size };
      const price = { floorPriceFen: floorFenPerJin, deliveryMonths, payWithinDays };
      return { kind: "order", ...lot, ...price, years };
    }
    case "membership": {
      const { shareFen, surplusBp, services } = posting.membership;
      return { kind: "membership", shareFen, returnBp: surplusBp, services };
    }
    case "contract": {
      const { product, plotMu100, feeFenPerPlotYear, inputsFenPerPlotYear } = posting.contract;
      const { floorFenPerJin, payWithinDays, years } = posting.contract;
      const { months } = await held(w, application.id);
      const plot = { plots: application.size, plotMu100, product, unit: "jin" as const, months };
      const fees = { feeFenPerPlotYear, inputsFenPerPlotYear, floorPriceFen: floorFenPerJin };
      return { kind: "contract", memberId: application.memberId, ...plot, ...fees, payWithinDays, years };
    }
  }
}

/**
 * Makes the agreement of a match that became final just now: terms frozen, still to be signed by both. It
 * binds from this day on. @returns its number.
 */
export async function makeAgreement(w: Writer, loaded: LoadedApplication, today: string): Promise<string> {
  const { application, enterpriseId } = loaded;
  const policy = await policyFor(today, w);
  const posting = await getPosting(systemAsker, application.postingId, w);
  const terms = termsOf(await matched(w, posting, loaded), policy);
  const number = await nextNumber(w, agreements, today.slice(0, 4));
  const endsOn = lastDayOf(terms, today, policy);
  const id = newId();
  await w.insert(agreements).values({
    id,
    number,
    applicationId: application.id,
    kind: posting.kind,
    enterpriseId,
    householdCode: application.householdCode,
    title: posting.title,
    terms,
    startsOn: today,
    endsOn,
    agreedEndsOn: endsOn,
    ...(terms.kind === "equity" && { bindingState: "bound" as const, bindingSince: today }),
  });
  await record(w, systemAsker, {
    action: "agreement.create",
    subject: "agreement",
    subjectId: id,
    householdCode: application.householdCode,
    after: { number, applicationId: application.id, startsOn: today },
  });
  return number;
}
