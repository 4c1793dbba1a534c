import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { users } from "@/db/schema";
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
