import { isDeepStrictEqual } from "node:util";
import { monthsToBits, type PostingInput, toMu100 } from "@/lib/postings/input";
import type { Posting } from "@/lib/postings/queries";

/**
 * Whether a change leaves the terms as they are on which households are matched already: pay and months of a
 * job, rent and years of land, allotment, dividends and link of shares, everything an order, a membership or a
 * plot is about. Title, places and last day are no terms.
 */
export function sameTerms(posting: Posting, input: PostingInput): boolean {
  if (posting.kind === "job" && input.kind === "job") {
    const { months, work, wageFen, wageUnit, lodging } = posting.job;
    return (
      months === monthsToBits(input.months) &&
      work === input.work &&
      wageFen === input.wageFen &&
      wageUnit === input.wageUnit &&
      lodging === input.lodging
    );
  }
  if (posting.kind === "land" && input.kind === "land")
    return posting.land.rentFenPerMuYear === input.rentFenPerMuYear && posting.land.years === input.years;
  if (posting.kind === "order" && input.kind === "order") {
    const { product, grade, parcelKinds, yieldJin, minJin, fullJin } = input;
    const { floorFenPerJin, payWithinDays, years } = input;
    const deliveryMonths = monthsToBits(input.deliveryMonths);
    const lot = { product, grade, parcelKinds, yieldJin, minJin, fullJin };
    return isDeepStrictEqual(posting.order, { ...lot, floorFenPerJin, deliveryMonths, payWithinDays, years });
  }
  if (posting.kind === "membership" && input.kind === "membership") {
    const { shareFen, surplusBp, services, ownVillages } = input;
    return isDeepStrictEqual(posting.membership, { shareFen, surplusBp, services, ownVillages });
  }
  if (posting.kind === "contract" && input.kind === "contract") {
    const { product, maxPlots, skills, yieldJinPerPlot, floorFenPerJin, payWithinDays, years } = input;
    const { feeFenPerPlotYear, inputsFenPerPlotYear } = input;
    const plot = { product, plotMu100: toMu100(input.plotMu), maxPlots, months: monthsToBits(input.months) };
    const fees = { feeFenPerPlotYear, inputsFenPerPlotYear, yieldJinPerPlot, floorFenPerJin };
    return isDeepStrictEqual(posting.contract, { ...plot, skills, ...fees, payWithinDays, years });
  }
  if (posting.kind !== "equity" || input.kind !== "equity") return false;
  const { fenPerPerson, guaranteedBp, secondBp, bindingLink } = posting.equity;
  return (
    fenPerPerson === input.fenPerPerson &&
    guaranteedBp === input.guaranteedBp &&
    secondBp === input.secondBp &&
    bindingLink === input.bindingLink
  );
}
