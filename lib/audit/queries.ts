import { and, asc, desc, eq, gt, gte, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { audit, users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { type AuditEntry, chainHash, firstHash } from "@/lib/audit/chain";
import { refuse } from "@/lib/refusal/refusal";

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

export type AuditFilter = {
  action?: string;
  subject?: string;
  subjectId?: string;
  username?: string;
  householdCode?: string;
  /** First and last day in the county, YYYY-MM-DD. */
  from?: string;
  to?: string;
  /** Rows before this sequence: the next page. */
  before?: number;
  limit?: number;
};

export type AuditRow = Pick<
  AuditEntry,
  "seq" | "at" | "role" | "action" | "subject" | "subjectId" | "householdCode" | "before" | "after" | "why"
> & { username: string | null };

/** An instant at the beginning of a day in the county, some days later. */
const dayStart = (day: string, later = 0) =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000);

/**
 * The rows of the audit the asker may read, newest first: all (auditor; administrator without what a row
 * holds or concerns), one's own doings, or what was done to one's household.
 * @throws Refusal `sign-in-needed`.
 */
export async function auditFor(
  asker: Asker,
  filter: AuditFilter,
): Promise<{ items: AuditRow[]; next: number | null }> {
  const grant = permit(asker, "audit", "read");
  const limit = Math.min(filter.limit ?? 50, 200);
  // Who is not shown whom a row concerns cannot ask for it either.
  if (grant.view === "counts" && (filter.householdCode || filter.subjectId)) return { items: [], next: null };
  const rows = await db
    .select({
      seq: audit.seq,
      at: audit.at,
      role: audit.role,
      action: audit.action,
      subject: audit.subject,
      subjectId: audit.subjectId,
      householdCode: audit.householdCode,
      before: audit.before,
      after: audit.after,
      why: audit.why,
      username: users.username,
    })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.userId))
    .where(
      and(
        within(asker, grant, { account: audit.userId, household: audit.householdCode }),
        filter.action ? eq(audit.action, filter.action) : undefined,
        filter.subject ? eq(audit.subject, filter.subject) : undefined,
        filter.subjectId ? eq(audit.subjectId, filter.subjectId) : undefined,
        filter.username ? eq(users.username, filter.username) : undefined,
        filter.householdCode ? eq(audit.householdCode, filter.householdCode) : undefined,
        filter.from ? gte(audit.at, dayStart(filter.from)) : undefined,
        filter.to ? lt(audit.at, dayStart(filter.to, 1)) : undefined,
        filter.before ? lt(audit.seq, filter.before) : undefined,
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(limit + 1);
  const hidden = { subjectId: "", householdCode: null, before: null, after: null, why: null };
  const items = rows.slice(0, limit).map((row) => (grant.view === "counts" ? { ...row, ...hidden } : row));
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}

/** The actions that occur, for a filter. */
export async function auditActions(asker: Asker): Promise<string[]> {
  const grant = permit(asker, "audit", "read");
  const rows = await db
    .selectDistinct({ action: audit.action })
    .from(audit)
    .where(within(asker, grant, { account: audit.userId, household: audit.householdCode }))
    .orderBy(asc(audit.action));
  return rows.map((row) => row.action);
}

/** `verifyAudit` for who may read all of it. @throws Refusal `forbidden`, `sign-in-needed`. */
export function verifyAuditFor(asker: Asker): Promise<AuditVerdict> {
  if (permit(asker, "audit", "read").reach !== "everything") return refuse("forbidden");
  return verifyAudit();
}
