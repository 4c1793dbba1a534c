import { setTimeout as wait } from "node:timers/promises";
import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, db, tx, type Writer } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { idempotency as t } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
beforeEach(() => tx((w) => w.delete(t)));

const put = (w: Writer, key: string, status = 0) =>
  w.insert(t).values({ userId: "U", key, requestHash: "h", status });
const count = () => db.$count(t);
const statusOf = async (from: Pick<Writer, "select">, key: string) =>
  (await from.select({ status: t.status }).from(t).where(eq(t.key, key)))[0]?.status;

describe("tx", () => {
  it("returns what its work returns, committed", async () => {
    expect(await tx((w) => put(w, "a", 5).then(() => statusOf(w, "a")))).toBe(5);
    expect(await statusOf(db, "a")).toBe(5);
  });

  it("leaves nothing behind when its work throws, at once or after an await, and passes the error on", async () => {
    class Own extends Error {}
    const fails = tx(async (w) => {
      await put(w, "a");
      await wait(5);
      await put(w, "b");
      throw new Own("no");
    });
    await expect(fails).rejects.toBeInstanceOf(Own);
    await expect(
      tx(() => {
        throw new Own("at once");
      }),
    ).rejects.toBeInstanceOf(Own);
    expect(await count()).toBe(0);
  });

  it("leaves nothing behind when a constraint refuses, and the next one works", async () => {
    await tx((w) => put(w, "a"));
    const error = await tx((w) => put(w, "b").then(() => put(w, "a"))).catch((e: unknown) => e);
    expect(isConstraintError(error)).toBe(true);
    await tx((w) => put(w, "c"));
    expect((await db.select({ key: t.key }).from(t).orderBy(t.key)).map((r) => r.key)).toEqual(["a", "c"]);
  });

  it("shows nobody a write before its commit, across an await", async () => {
    await tx((w) => put(w, "a", 1));
    let half = () => {};
    let go = () => {};
    const written = new Promise<void>((resolve) => {
      half = resolve;
    });
    const released = new Promise<void>((resolve) => {
      go = resolve;
    });
    const writing = tx(async (w) => {
      await w.update(t).set({ status: 2 }).where(eq(t.key, "a"));
      await put(w, "b");
      half();
      await released;
      expect(await statusOf(w, "a")).toBe(2);
    });
    await written;
    expect(await statusOf(db, "a")).toBe(1);
    expect(await count()).toBe(1);
    go();
    await writing;
    expect(await statusOf(db, "a")).toBe(2);
    expect(await count()).toBe(2);
  });

  it("never mixes with another that runs at the same time: read, wait, write adds up", async () => {
    await tx((w) => put(w, "sum", 0));
    const add = () =>
      tx(async (w) => {
        const seen = (await statusOf(w, "sum"))!;
        await wait(Math.random() * 3);
        await w
          .update(t)
          .set({ status: seen + 1 })
          .where(eq(t.key, "sum"));
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await statusOf(db, "sum")).toBe(20);
  });

  it("is refused inside itself, also after an await or through a read", async () => {
    const inner = () => tx((w) => put(w, "inner"));
    await expect(tx(inner)).rejects.toThrow(/inside/);
    await expect(tx(() => wait(2).then(inner))).rejects.toThrow(/inside/);
    await expect(tx((w) => w.select().from(t).then(inner))).rejects.toThrow(/inside/);
    await Promise.all([inner(), tx((w) => put(w, "other"))]);
    expect(await count()).toBe(2);
  });

  it("may be started by many at once, one of which fails", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        tx(async (w) => {
          await put(w, `k${i}`);
          if (i === 4) throw new Error("no");
        }),
      ),
    );
    expect(all.map((r) => r.status).filter((s) => s === "rejected")).toHaveLength(1);
    expect(await count()).toBe(9);
  });
});

describe("db", () => {
  it("cannot write, whatever the types say", async () => {
    const writer = db as unknown as Writer;
    await expect((async () => put(writer, "x"))()).rejects.toThrow();
    await expect((async () => writer.delete(t))()).rejects.toThrow();
    expect(await count()).toBe(0);
  });

  it("closes after the writes that wait, and opens again by itself", async () => {
    const writes = Array.from({ length: 5 }, (_, i) => tx((w) => put(w, `w${i}`)));
    await closeDatabase();
    await Promise.all(writes);
    expect(await count()).toBe(5);
    expect((await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(t))[0]?.n).toBe(5);
  });
});

describe("an error", () => {
  it("says which query the database refused, and none of its values", async () => {
    const no = { status: sql<number>`nonesuch` };
    const errors = await Promise.all(
      [
        (async () => db.select(no).from(t).where(eq(t.key, "SECRET")))(),
        tx((w) => w.select(no).from(t).where(eq(t.key, "SECRET"))),
        tx((w) => w.update(t).set({ status: sql`nonesuch`, key: "SECRET" })),
      ].map((failing) => failing.catch((error: unknown) => error)),
    );
    for (const error of errors) {
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 9 })).toContain("nonesuch");
      expect(inspect(error, { depth: 9 })).not.toContain("SECRET");
    }
  });
});
