import { z } from "zod";
import { roles } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { ident } from "@/lib/api/list";
import { refuse } from "@/lib/refusal/refusal";
import { profileOf } from "@/lib/users/queries";

/** Exactly one of division, enterprise and household is set, by role. */
export const meAnswer = z.strictObject({
  user: z.string(),
  name: z.string(),
  role: z.enum(roles),
  scope: z.strictObject({
    /** Prefix of 2, 4, 6, 9 or 12 digits. */
    division: z.string().nullable(),
    enterprise: ident.nullable(),
    household: ident.nullable(),
    place: z.string().nullable(),
  }),
});

/** @throws Refusal sign-in-needed. */
export async function me(asker: Asker): Promise<z.input<typeof meAnswer>> {
  if (asker.role === "public" || asker.role === "system") return refuse("sign-in-needed");
  const { username, name, role, place } = await profileOf(asker);
  const { divisionScope: division, enterpriseId: enterprise, householdCode: household } = asker;
  return { user: username, name, role, scope: { division, enterprise, household, place } };
}
