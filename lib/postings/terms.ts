import { monthsToBits, type PostingInput } from "@/lib/postings/input";
import type { Posting } from "@/lib/postings/queries";

/**
 * Whether a change leaves the terms as they are on which households are matched already: pay and months of a
 * job, rent and years of land, allotment, dividends and link of shares. Title, places and last day are no terms.
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
  if (posting.kind !== "equity" || input.kind !== "equity") return false;
  const { fenPerPerson, guaranteedBp, secondBp, bindingLink } = posting.equity;
  return (
    fenPerPerson === input.fenPerPerson &&
    guaranteedBp === input.guaranteedBp &&
    secondBp === input.secondBp &&
    bindingLink === input.bindingLink
  );
}
