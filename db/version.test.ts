import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, db, tx } from "@/db/client";
import { industries } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { dataVersion, untilChanged } from "@/db/version";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const rename = (nameEn: string) =>
  tx((w) => w.update(industries).set({ nameEn }).where(eq(industries.code, "tea")));
const read = async () => {
  const [tea] = await db
    .select({ name: industries.nameEn })
    .from(industries)
    .where(eq(industries.code, "tea"));
  return tea?.name;
};

it("is another text after each commit, and the same while nothing is committed", async () => {
  const seen = [await dataVersion()];
  for (const name of ["a", "b", "c"]) {
    await rename(name);
    seen.push(await dataVersion());
    expect(await dataVersion()).toBe(seen.at(-1));
  }
  expect(new Set(seen).size).toBe(4);
});

it("sees a commit whose transaction began before another's", async () => {
  let release = () => {};
  const held = new Promise<void>((go) => {
    release = go;
  });
  const slow = tx(async (w) => {
    await w.update(industries).set({ nameEn: "slow" }).where(eq(industries.code, "tea"));
    await held;
  });
  // On SQLite writers queue; on PostgreSQL this one ends while the other is under way.
  const other = tx((w) => w.update(industries).set({ nameEn: "other" }).where(eq(industries.code, "nuts")));
  const before = await dataVersion();
  release();
  await Promise.all([slow, other]);
  expect(await dataVersion()).not.toBe(before);
});

it("keeps what was read until then, reads it once for all who ask, and forgets what failed", async () => {
  let times = 0;
  const kept = untilChanged("test", async () => {
    times += 1;
    return read();
  });
  await rename("first");
  expect(await Promise.all([kept(), kept(), kept()])).toEqual(["first", "first", "first"]);
  const before = times;
  expect(await kept()).toBe("first");
  expect(times).toBe(before);
  await rename("second");
  expect(await kept()).toBe("second");
  const failing = untilChanged("fails", async () => {
    times += 1;
    throw new Error("no");
  });
  await expect(failing()).rejects.toThrow("no");
  const failed = times;
  await expect(failing()).rejects.toThrow("no");
  expect(times).toBe(failed + 1);
});

it("remembers nothing of another opening of the database", async () => {
  let times = 0;
  const kept = untilChanged("reopened", async () => {
    times += 1;
    return read();
  });
  await kept();
  await closeDatabase();
  await kept();
  expect(times).toBe(2);
});

it("asks again on another day, though nothing was committed", async () => {
  let asked = 0;
  const on = (day: string) => untilChanged("a day's figure", async () => ++asked, day)();
  expect([await on("2026-11-23"), await on("2026-11-23"), await on("2026-11-24")]).toEqual([1, 1, 2]);
});
