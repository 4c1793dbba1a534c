import { desc } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { audit } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { chainHash, firstHash } from "@/lib/audit/chain";

export type AuditNote = {
  /** The verb: "posting.publish", "household.reveal". */
  action: string;
  subject: string;
  subjectId: string;
  householdCode?: string | null;
  before?: unknown;
  after?: unknown;
  why?: string | null;
};

/**
 * Writes one row of the audit in the caller's transaction, chained to the row before. `before` and `after`
 * must not hold ID numbers, phones or health.
 */
export async function record(w: Writer, asker: Asker, note: AuditNote, at = new Date()): Promise<void> {
  await recordAll(w, asker, [note], at);
}

/** What is done in a session opened with somebody's sign-in slip says so for ever. */
const withSlip = ({ slipBy }: Asker, after: unknown): unknown =>
  slipBy && (after === null || typeof after === "object") ? { ...after, slipBy } : after;

/** The same for many rows at once: the seed, a batch. */
export async function recordAll(
  w: Writer,
  asker: Asker,
  notes: readonly AuditNote[],
  at = new Date(),
): Promise<void> {
  const [last] = await w
    .select({ seq: audit.seq, hash: audit.hash })
    .from(audit)
    .orderBy(desc(audit.seq))
    .limit(1);
  let seq = last?.seq ?? 0;
  let previousHash = last?.hash ?? firstHash;
  const rows = notes.map((note) => {
    seq += 1;
    const entry = {
      seq,
      at,
      userId: asker.userId,
      role: asker.role,
      action: note.action,
      subject: note.subject,
      subjectId: note.subjectId,
      householdCode: note.householdCode ?? null,
      before: note.before ?? null,
      after: withSlip(asker, note.after ?? null),
      why: note.why ?? null,
      requestId: asker.requestId,
    };
    const row = { ...entry, previousHash, hash: chainHash(previousHash, entry) };
    previousHash = row.hash;
    return row;
  });
  await insertAll(w, audit, rows);
}
