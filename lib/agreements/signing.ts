import type { AgreementSide, AgreementState } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import type { Policy } from "@/lib/policy/policy";

/** The last day on which both should have signed an agreement that was made on a day. */
export const signBy = (startsOn: string, policy: Pick<Policy, "agreement.signWithinDays">): string =>
  addDays(startsOn, policy["agreement.signWithinDays"]);

/** Whether a signature is missing past that day: then the county may release the household. */
export const isSigningLate = (
  { state, startsOn }: { state: AgreementState; startsOn: string },
  policy: Pick<Policy, "agreement.signWithinDays">,
  today: string,
): boolean => state === "unsigned" && today > signBy(startsOn, policy);

/** Whose signature is missing. */
export const unsignedSides = (a: {
  enterpriseSignedHow: string | null;
  householdSignedHow: string | null;
}): AgreementSide[] => [
  ...(a.enterpriseSignedHow === null ? (["enterprise"] as const) : []),
  ...(a.householdSignedHow === null ? (["household"] as const) : []),
];
