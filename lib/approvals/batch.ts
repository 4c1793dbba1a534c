import { z } from "zod";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { moves } from "@/lib/applications/moves";
import { approveApplication } from "@/lib/approvals/decide";
import { parse } from "@/lib/refusal/parse";
import { isRefusal, type Refusal, refuse } from "@/lib/refusal/refusal";

export const batchInput = z.strictObject({
  applications: z
    .array(z.strictObject({ id: z.string().min(1).max(40), version: z.int().min(1) }))
    .min(1)
    .max(200),
});

export type BatchResult = { id: string; refusal: Pick<Refusal, "code" | "data"> | null };

/**
 * Approves many, each as if alone: in a transaction of its own, on the version that was seen, with its own
 * result. What one is refused keeps nobody else waiting, and nothing is ever half done.
 * @throws Refusal forbidden, input.
 */
export async function approveMany(asker: Asker, raw: unknown, today: string): Promise<BatchResult[]> {
  permit(asker, "application", "decide");
  // The enterprise's decision is another one.
  if (!(moves.approve.by as readonly string[]).includes(asker.role)) refuse("forbidden");
  const { applications } = parse(batchInput, raw);
  const results: BatchResult[] = [];
  for (const { id, version } of applications)
    results.push({ id, refusal: await refusalOf(() => approveApplication(asker, id, today, version)) });
  return results;
}

async function refusalOf(work: () => Promise<void>): Promise<BatchResult["refusal"]> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { code: error.code, data: error.data };
  }
}
