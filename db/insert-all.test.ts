import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { audit, users } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";

it("writes rows in batches, also where some lack an instant", async () => {
  const close = await openTestDatabase();
  const lockedUntil = new Date("2026-11-24T00:00:00Z");
  const rows = Array.from({ length: 223 }, (_, i) => ({
    username: `user-${String(i).padStart(3, "0")}`,
    name: "测试",
    role: "county" as const,
    divisionScope: "610724",
    passwordHash: "none",
    // Whole batches with one, without any, and mixed.
    lockedUntil: i < 60 || (i > 150 && i % 2 === 0) ? lockedUntil : null,
  }));
  await tx((w) => insertAll(w, users, rows));
  const read = await db
    .select({ username: users.username, lockedUntil: users.lockedUntil })
    .from(users)
    .orderBy(asc(users.username));
  expect(read).toEqual(rows.map((row) => ({ username: row.username, lockedUntil: row.lockedUntil })));
  await close();
});

it("keeps what a column makes of a value in whole batches and in the rest: instants, trees, nothing", async () => {
  const close = await openTestDatabase();
  const at = new Date("2026-11-24T01:02:03.004Z");
  const rows = Array.from({ length: 107 }, (_, i) => ({
    seq: i + 1,
    at,
    role: "system",
    action: "test",
    subject: "row",
    subjectId: String(i),
    before: null,
    after: i % 3 === 0 ? null : { i, list: ["一", null], yes: true, text: "12" },
    previousHash: String(i),
    hash: String(i + 1),
  }));
  await tx((w) => insertAll(w, audit, rows));
  const read = await db
    .select({ at: audit.at, before: audit.before, after: audit.after })
    .from(audit)
    .orderBy(asc(audit.seq));
  expect(read).toEqual(rows.map(({ before, after }) => ({ at, before, after })));
  await close();
});
