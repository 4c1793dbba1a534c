import type { Role } from "@/db/words";

/** Who is asking. Every query takes one first. A public asker has seen no sign-in page. */
export type Asker = {
  role: Role | "public" | "system";
  userId: string | null;
  name: string;
  /** Division prefix (2, 4, 6, 9 or 12 digits) of village, town, county, admin, auditor. */
  divisionScope: string | null;
  enterpriseId: string | null;
  householdCode: string | null;
  /**
   * Only in a session opened with a sign-in slip: who handed it out. Whoever did held the code as well, so what
   * is done in such a session is no proof that the household itself was there.
   */
  slipBy?: string | null;
  requestId: string | null;
};

const nobody = {
  userId: null,
  name: "",
  divisionScope: null,
  enterpriseId: null,
  householdCode: null,
  requestId: null,
};

/** Someone who has not signed in. */
export const publicAsker: Asker = { ...nobody, role: "public" };

/** The server itself: the clock that ends notices, the seed. Never made from a request. */
export const systemAsker: Asker = { ...nobody, role: "system" };

/**
 * The lowest and highest 12-digit code in a scope, so that "inside" is a range an index can serve.
 * @throws RangeError for a scope that is not of 2, 4, 6, 9 or 12 digits: never widened by stripping zeros.
 */
export function divisionRange(scope: string): { from: string; to: string } {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(scope)) throw new RangeError("not a division scope");
  return { from: scope.padEnd(12, "0"), to: scope.padEnd(12, "9") };
}

/** Whether a division lies inside a scope. */
export function isInside(scope: string | null, divisionCode: string): boolean {
  return scope !== null && divisionCode.startsWith(scope);
}
