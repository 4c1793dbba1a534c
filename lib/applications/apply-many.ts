import { z } from "zod";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { applyTo } from "@/lib/applications/apply";
import { consentInput } from "@/lib/applications/input";
import { parse } from "@/lib/refusal/parse";
import { isRefusal, type Refusal } from "@/lib/refusal/refusal";

const ident = z.string().min(1).max(40);
export const applyManyInput = z.strictObject({
  posting: ident,
  applications: z
    .array(z.strictObject({ household: ident, consent: consentInput }))
    .min(1)
    .max(100),
});

export type ApplyManyResult = {
  household: string;
  id: string | null;
  refusal: Pick<Refusal, "code" | "data" | "fields"> | null;
};

/**
 * A village's list: several households apply to one posting, each with its own word, each as if alone; what
 * one is refused keeps no other waiting. @throws Refusal forbidden, input.
 */
export async function applyMany(asker: Asker, raw: unknown, today: string): Promise<ApplyManyResult[]> {
  permit(asker, "application", "write");
  const { posting, applications } = parse(applyManyInput, raw);
  const results: ApplyManyResult[] = [];
  for (const { household, consent } of applications)
    try {
      const { id } = await applyTo(asker, { posting, household, consent }, today);
      results.push({ household, id, refusal: null });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { code, data, fields } = error;
      results.push({ household, id: null, refusal: { code, data, fields } });
    }
  return results;
}
