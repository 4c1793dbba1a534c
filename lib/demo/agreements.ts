/** The agreements of the demo's final matches: terms by the same rule as real ones, and who signed when. */
import type { agreements } from "@/db/schema";
import { lastDayOf, type MatchedTerms, termsOf } from "@/lib/agreements/terms";
import { addDays } from "@/lib/clock/clock";
import type { Booking } from "@/lib/demo/bookings";
import type { DemoCounty } from "@/lib/demo/county";
import { demoId, officeHour } from "@/lib/demo/ids";
import type { Application } from "@/lib/demo/matches";
import { defaultPolicy } from "@/lib/policy/policy";

type Row = typeof agreements.$inferInsert;

/** What was matched, from the posting, the household and what the match holds. */
function matchedOf({ posting, bring, household }: Application, held: readonly Booking[]): MatchedTerms {
  const { county, pay } = posting;
  const booked = held.reduce((bits, { slot }) => (slot > 0 ? bits | (1 << (slot - 1)) : bits), 0);
  // What ended holds no month any more; its terms are what they were.
  const months = booked || ("months" in county ? county.months : 0);
  switch (pay.kind) {
    case "job": {
      const lodging = county.kind === "job" && county.lodging;
      return { memberId: bring.memberId ?? "", months, lodging, ...pay };
    }
    case "land": {
      const kinds = new Map(household.parcels.map((p) => [p.id, p.kind]));
      const parcels = bring.parcels.map((p) => ({ ...p, kind: kinds.get(p.parcelId) ?? "dry" }));
      return { parcels, ...pay };
    }
    case "equity": {
      const memberIds = held.filter(({ slot }) => slot === 0).map(({ memberId }) => memberId);
      return { memberIds, ...pay };
    }
    case "order": {
      const { floorFenPerJin: floorPriceFen, ...rest } = pay;
      return { ...rest, floorPriceFen, unit: "jin", quantity: bring.size };
    }
    case "membership": {
      const { shareFen, surplusBp: returnBp, services } = pay;
      return { kind: "membership", shareFen, returnBp, services };
    }
    case "contract": {
      const { floorFenPerJin: floorPriceFen, yieldJinPerPlot: _, ...rest } = pay;
      const plots = { memberId: bring.memberId, plots: bring.size, months };
      return { ...rest, ...plots, floorPriceFen, unit: "jin" };
    }
  }
}

/** Who has signed some days after it was made: the enterprise on its account, the household on paper. */
function signatures(
  one: Application,
  signedOn: string,
  signed: "both" | "nobody" | "household" | "enterprise",
) {
  const [enterprise, household] = ["enterprise", "household"].map(
    (side) => signed === "both" || signed === side,
  );
  return {
    state: signed === "both" ? ("live" as const) : ("unsigned" as const),
    enterpriseSignedBy: enterprise ? one.posting.project.enterprise.userId : null,
    enterpriseSignedHow: enterprise ? ("screen" as const) : null,
    enterpriseSignedAt: enterprise ? officeHour(signedOn, 60) : null,
    householdSignedBy: household ? one.appliedBy : null,
    householdSignedHow: household ? ("paper" as const) : null,
    householdSignedAt: household ? officeHour(signedOn, 240) : null,
  };
}

/** Shares whose only link has ended are amber from the day after. */
function bindingOf(one: Application, startsOn: string, { fates }: DemoCounty) {
  if (one.posting.county.kind !== "equity") return { bindingState: null, bindingSince: null };
  const enterprise = one.posting.project.enterprise;
  for (const [link, fate] of fates)
    if (
      fate.kind === "ended" &&
      link.household === one.household &&
      link.posting.project.enterprise === enterprise
    )
      return { bindingState: "amber" as const, bindingSince: addDays(fate.on, 1) };
  return { bindingState: "bound" as const, bindingSince: startsOn };
}

/**
 * @param finals final matches with their numbers, in the order of the days
 * @param booked what matches hold of people
 */
export function agreementRows(
  finals: readonly { one: Application; number: string }[],
  booked: readonly Booking[],
  county: DemoCounty,
): Row[] {
  const held = new Map<string, Booking[]>();
  for (const row of booked) held.set(row.applicationId, [...(held.get(row.applicationId) ?? []), row]);
  return finals.map(({ one, number }, i) => {
    const startsOn = one.finalOn ?? "";
    const terms = termsOf(matchedOf(one, held.get(one.id) ?? []), defaultPolicy);
    const fate = county.fates.get(one);
    const agreedEndsOn = fate?.kind === "ending" ? fate.on : lastDayOf(terms, startsOn, defaultPolicy);
    const ended = fate?.kind === "ended" ? fate : null;
    return {
      id: demoId("K", i + 1, officeHour(startsOn, 0)),
      number,
      applicationId: one.id,
      kind: one.posting.county.kind,
      enterpriseId: one.posting.project.enterprise.id,
      householdCode: one.household.code,
      title: one.posting.title,
      terms,
      startsOn,
      agreedEndsOn,
      ...signatures(one, addDays(startsOn, 1 + (i % 6)), fate?.kind === "unsigned" ? fate.signed : "both"),
      ...(ended && { state: "ended" as const }),
      endsOn: ended?.on ?? agreedEndsOn,
      endedOn: ended?.on ?? null,
      endCause: ended?.cause ?? null,
      endReason: ended?.reason ?? null,
      endedBy: ended && one.appliedBy,
      ...bindingOf(one, startsOn, county),
      createdAt: officeHour(startsOn, 0),
    };
  });
}
