import { createHash } from "node:crypto";

export type AuditEntry = {
  seq: number;
  at: Date;
  userId: string | null;
  role: string;
  action: string;
  subject: string;
  subjectId: string;
  householdCode: string | null;
  before: unknown;
  after: unknown;
  why: string | null;
  requestId: string | null;
};

export const firstHash = "0".repeat(64);

/** JSON with its keys sorted at every depth, so that a row hashes alike on every engine that stored it. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, v: unknown) =>
    v !== null && typeof v === "object" && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

/** SHA-256 (hex) over the previous row's hash and this row's content. */
export function chainHash(previousHash: string, entry: AuditEntry): string {
  const content = canonical({ ...entry, at: entry.at.toISOString() });
  return createHash("sha256").update(previousHash).update(content).digest("hex");
}
