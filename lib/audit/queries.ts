import { asc, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { audit } from "@/db/schema";
import { chainHash, firstHash } from "@/lib/audit/chain";

export type AuditVerdict = { rows: number; firstBad: number | null };

/** Walks the whole chain. @returns how many rows were read and the sequence of the first that does not fit. */
export async function verifyAudit(): Promise<AuditVerdict> {
  let previousHash = firstHash;
  let rows = 0;
  for (;;) {
    const page = await db.select().from(audit).where(gt(audit.seq, rows)).orderBy(asc(audit.seq)).limit(2000);
    if (page.length === 0) return { rows, firstBad: null };
    for (const { previousHash: claimed, hash, ...entry } of page) {
      const inOrder = entry.seq === rows + 1 && claimed === previousHash;
      if (!inOrder || hash !== chainHash(previousHash, entry)) return { rows, firstBad: entry.seq };
      previousHash = hash;
      rows += 1;
    }
  }
}
