import Database from "better-sqlite3";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, db, sqlitePath, tx } from "@/db/client";
import { audit } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemAsker } from "@/lib/access/asker";
import { type AuditEntry, chainHash, firstHash } from "@/lib/audit/chain";
import { record, recordAll } from "@/lib/audit/commands";
import { verifyAudit } from "@/lib/audit/queries";

const officer = { ...systemAsker, role: "county" as const, userId: "U1", requestId: "Q1" };
const note = (i: number) => ({
  action: "posting.publish",
  subject: "posting",
  subjectId: `P${i}`,
  before: { state: "submitted", z: 1, a: [1, { b: null }] },
  after: { state: "published", name: "𫖯 '\"\\", rate: 1 / 3, at: new Date(0), gone: undefined },
  why: "因为",
});

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
beforeEach(() => tamper("DELETE FROM audit"));

/** Does what only someone with the file in hands can do: drops the guards and edits. */
async function tamper(...statements: string[]) {
  await closeDatabase();
  const file = new Database(sqlitePath());
  file.exec("DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete");
  for (const statement of statements) file.exec(statement);
  file.close();
}
const write = (count: number) =>
  tx((w) =>
    recordAll(
      w,
      officer,
      Array.from({ length: count }, (_, i) => note(i + 1)),
    ),
  );

describe("the audit", () => {
  it("keeps who, what, before, after, why and the request", async () => {
    const at = new Date("2026-11-23T01:02:03.004Z");
    await tx((w) => record(w, officer, { ...note(1), householdCode: "H1" }, at));
    expect(await db.select().from(audit)).toMatchObject([
      {
        seq: 1,
        at,
        userId: "U1",
        role: "county",
        action: "posting.publish",
        subjectId: "P1",
        householdCode: "H1",
        before: { state: "submitted" },
        after: { state: "published" },
        why: "因为",
        requestId: "Q1",
        previousHash: firstHash,
      },
    ]);
  });

  it("stands, in one piece or many, from many writers at once", async () => {
    expect(await verifyAudit()).toEqual({ rows: 0, firstBad: null });
    await write(1200);
    await Promise.all(Array.from({ length: 20 }, (_, i) => tx((w) => record(w, officer, note(i)))));
    expect(await verifyAudit()).toEqual({ rows: 1220, firstBad: null });
    const numbers = await db.select({ seq: audit.seq }).from(audit).orderBy(asc(audit.seq));
    expect(numbers.map((row) => row.seq)).toEqual(Array.from({ length: 1220 }, (_, i) => i + 1));
  });

  it("takes its row back with the transaction it belongs to", async () => {
    await write(2);
    const undone = tx(async (w) => {
      await record(w, officer, note(3));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await tx((w) => record(w, officer, note(4)));
    expect(await verifyAudit()).toEqual({ rows: 3, firstBad: null });
  });

  const edits: [string, string, number][] = [
    ["a changed reason", "UPDATE audit SET why = 'x' WHERE seq = 5", 5],
    ["a changed person", "UPDATE audit SET user_id = NULL WHERE seq = 5", 5],
    ["a changed time", "UPDATE audit SET at = at + 1 WHERE seq = 5", 5],
    [
      "a change inside the JSON",
      "UPDATE audit SET after = replace(after, 'published', 'returned') WHERE seq = 5",
      5,
    ],
    ["a changed hash", "UPDATE audit SET hash = 'f' WHERE seq = 5", 5],
    ["a row taken out", "DELETE FROM audit WHERE seq = 5", 6],
    ["the first row taken out", "DELETE FROM audit WHERE seq = 1", 2],
    [
      "two rows exchanged",
      "UPDATE audit SET seq = CASE seq WHEN 5 THEN 6 ELSE 5 END + 100 WHERE seq IN (5, 6); UPDATE audit SET seq = seq - 100 WHERE seq > 100",
      5,
    ],
    [
      "a row put in",
      "INSERT INTO audit SELECT 11, at, user_id, role, action, subject, subject_id, household_code, before, after, why, request_id, previous_hash, hash FROM audit WHERE seq = 10",
      11,
    ],
  ];
  for (const [what, statement, firstBad] of edits)
    it(`shows ${what}`, async () => {
      await write(10);
      await tamper(statement);
      expect((await verifyAudit()).firstBad).toBe(firstBad);
    });
});

describe("the chain's hash", () => {
  const entry: AuditEntry = {
    seq: 1,
    at: new Date(0),
    userId: null,
    role: "system",
    action: "a",
    subject: "s",
    subjectId: "1",
    householdCode: null,
    before: { b: 1, a: { d: 2, c: [1, 2] } },
    after: null,
    why: null,
    requestId: null,
  };

  it("does not depend on the order an engine keeps keys in, but on everything else", () => {
    const hash = chainHash(firstHash, entry);
    expect(chainHash(firstHash, { ...entry, before: { a: { c: [1, 2], d: 2 }, b: 1 } })).toBe(hash);
    const changes: Partial<AuditEntry>[] = [
      { seq: 2 },
      { at: new Date(1) },
      { userId: "null" },
      { before: { b: 1, a: { d: 2, c: [2, 1] } } },
      { before: { b: "1", a: { d: 2, c: [1, 2] } } },
      { after: {} },
      { why: "" },
    ];
    for (const change of changes) expect(chainHash(firstHash, { ...entry, ...change })).not.toBe(hash);
    expect(chainHash("1".repeat(64), entry)).not.toBe(hash);
  });

  it("is fixed: the hash of a known row, so that an old chain stays true", () => {
    expect(chainHash(firstHash, entry)).toMatchInlineSnapshot(
      `"796818b90ac151e03065ef499a2f10c34f55255c8ebc3a012956f38144792905"`,
    );
  });
});
