import { eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { applications, postings } from "@/db/schema";
import { releaseBudget } from "@/lib/applications/budget";
import { moveFund } from "@/lib/applications/fund";
import { takePlaces } from "@/lib/applications/step";

/**
 * The agreement of a match is over: what it held of the household is free, its place stands open to others,
 * and the household may apply to the same posting anew. Shares that ran keep their place: their part of the
 * round's fund was paid out and does not come back.
 * @param on its last day @param ran whether both had signed
 */
export async function endMatch(
  w: Writer,
  applicationId: string,
  { on, ran }: { on: string; ran: boolean },
): Promise<void> {
  await releaseBudget(w, applicationId);
  const [match] = await w
    .update(applications)
    .set({ overOn: on })
    .where(eq(applications.id, applicationId))
    .returning({ postingId: applications.postingId, size: applications.size });
  if (!match) return;
  const { postingId, size } = match;
  const [posting] = await w.select({ kind: postings.kind }).from(postings).where(eq(postings.id, postingId));
  const isEquity = posting?.kind === "equity";
  if (isEquity && ran) return;
  await takePlaces(w, postingId, -size);
  if (isEquity) await moveFund(w, postingId, -size);
}
