import { bitsToMonths } from "@/lib/postings/input";
import type { Posting } from "@/lib/postings/queries";

const text = (value: number | string | null): string[] => (value === null ? [] : [String(value)]);
const hundredths = (value: number | null): string[] => text(value === null ? null : value / 100);

function own(posting: Posting): Record<string, string[]> {
  if (posting.kind === "job") {
    const { job } = posting;
    return {
      positions: text(posting.capacity),
      months: bitsToMonths(job.months).map(String),
      work: [job.work],
      wage: hundredths(job.wageFen),
      wageUnit: [job.wageUnit],
      ageMin: text(job.ageMin),
      ageMax: text(job.ageMax),
      skills: [...job.skills],
      ...(job.skillsRequired && { skillsRequired: ["yes"] }),
      ...(job.lodging && { lodging: ["yes"] }),
    };
  }
  if (posting.kind === "land") {
    const { land } = posting;
    return {
      totalMu: hundredths(posting.capacity),
      parcelKinds: [...land.parcelKinds],
      minMu: hundredths(land.minMu100),
      fullMu: hundredths(land.fullMu100),
      rent: hundredths(land.rentFenPerMuYear),
      years: text(land.years),
    };
  }
  const { equity } = posting;
  return {
    persons: text(posting.capacity),
    guaranteed: hundredths(equity.guaranteedBp),
    second: hundredths(equity.secondBp),
    bindingLink: [equity.bindingLink],
  };
}

/** A posting as it would have been typed: what its form starts from. */
export const asWritten = (posting: Posting): Record<string, string[]> => ({
  projectId: [posting.projectId],
  title: [posting.title],
  summary: [posting.summary],
  villageCode: [posting.villageCode],
  radiusKm: text(posting.radiusKm),
  closesOn: [posting.closesOn],
  ...own(posting),
});
