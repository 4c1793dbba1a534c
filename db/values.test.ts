import { eq, getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { exclusive, fullRows, insertFullRows } from "@/db/samples.testing";
import * as schema from "@/db/schema";
import { openTestDatabase } from "@/db/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await tx(insertFullRows);
});
afterAll(() => close());

describe("values in = values out", () => {
  const tables = Object.values<unknown>(schema).filter((value): value is Table => is(value, Table));

  it("covers every table and every column", () => {
    expect(fullRows.map(([table]) => getTableName(table)).sort()).toEqual(tables.map(getTableName).sort());
    const empty = fullRows.flatMap(([table, row]) =>
      Object.keys(getTableColumns(table))
        .filter((column) => ((row as Record<string, unknown>)[column] ?? null) === null)
        .map((column) => `${getTableName(table)}.${column}`),
    );
    expect(empty).toEqual(exclusive);
  });

  for (const [table, row] of fullRows)
    it(`of ${getTableName(table)}`, async () => {
      const rows: unknown[] = await db.select().from(table);
      // Triggers write the first, the migrations bring the first rows of the second.
      const isOthersToo = table === schema.countyChanges || table === schema.industries;
      const match = isOthersToo ? rows.slice(-1) : rows;
      expect(match).toEqual([row]);
    });

  it("keeps what JSON can say: text that looks like a number, numbers, lists, nothing", async () => {
    for (const value of [
      "12",
      "true",
      "null",
      '{"a":1}',
      "",
      "𫖯",
      0,
      -1.5e-7,
      true,
      [],
      [null],
      { a: [{}] },
      null,
    ]) {
      await tx((w) =>
        w
          .insert(schema.idempotency)
          .values({ userId: "U1", key: "json", requestHash: "h", status: 1, body: value }),
      );
      const [row] = await db.select().from(schema.idempotency).where(eq(schema.idempotency.key, "json"));
      expect(row?.body).toEqual(value);
      await tx((w) => w.delete(schema.idempotency).where(eq(schema.idempotency.key, "json")));
    }
  });

  it("fills defaults and leaves the rest null", async () => {
    const before = Date.now();
    await tx((w) =>
      w
        .insert(schema.users)
        .values({ username: "u", name: "n", role: "admin", divisionScope: "610724", passwordHash: "x" }),
    );
    const [user] = await db.select().from(schema.users).where(eq(schema.users.username, "u"));
    expect(user).toMatchObject({
      state: "active",
      sessionVersion: 1,
      failedTries: 0,
      lockedUntil: null,
      enterpriseId: null,
    });
    expect(user?.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(user?.createdAt.getTime()).toBeGreaterThanOrEqual(before);
    expect(user?.createdAt.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it("compares and counts alike: instants, days, text by code point, $count as a number", async () => {
    const { audit, postings, idempotency } = schema;
    expect(await db.$count(audit, eq(audit.at, new Date("2026-02-28T15:59:59.987Z")))).toBe(1);
    expect(await db.$count(audit, eq(audit.at, new Date("2026-02-28T15:59:59.986Z")))).toBe(0);
    expect(await db.$count(postings, eq(postings.closesOn, "2026-12-31"))).toBe(1);
    const keys = ["b", "B", "a", "𫖯", "阿", "-"];
    for (const key of keys)
      await tx((w) => w.insert(idempotency).values({ userId: "sort", key, requestHash: "h", status: 1 }));
    const sorted = await db
      .select({ key: idempotency.key })
      .from(idempotency)
      .where(eq(idempotency.userId, "sort"))
      .orderBy(idempotency.key);
    expect(sorted.map((row) => row.key)).toEqual(["-", "B", "a", "b", "阿", "𫖯"]);
  });
});
