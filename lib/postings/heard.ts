import { eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { postings } from "@/db/schema";
import { today } from "@/lib/clock/clock";

/** What a posting's row is given when its enterprise has said a word on it; an earlier warning is over. */
export const heardNow = () => ({ heardOn: today(), warnedOn: null });

/** The enterprise has answered somebody on this posting. In the caller's transaction. */
export async function heardOf(w: Writer, postingId: string): Promise<void> {
  await w.update(postings).set(heardNow()).where(eq(postings.id, postingId));
}
