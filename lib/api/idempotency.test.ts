import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { idempotency } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type Done, once } from "@/lib/api/idempotency";
import { refuse } from "@/lib/refusal/refusal";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

/** Work that counts how often it was done, slow enough to overlap. */
function counted(answer: Done = { status: 201, body: { id: "A1" }, location: "/a/1" }) {
  const work = async () => {
    work.times += 1;
    await new Promise((wake) => setTimeout(wake, 30));
    return answer;
  };
  work.times = 0;
  return work;
}

it("a repeat gets the first answer and does nothing", async () => {
  const work = counted();
  const first = await once("U1", "a", "hash", work);
  expect(await once("U1", "a", "hash", work)).toEqual(first);
  expect(work.times).toBe(1);
});

it("ten at once do it once, and all hear the same", async () => {
  const work = counted();
  const answers = await Promise.all(Array.from({ length: 10 }, () => once("U1", "b", "hash", work)));
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
  expect(work.times).toBe(1);
});

it("the same key on another request is refused; another user's key is another key", async () => {
  const work = counted();
  await once("U1", "c", "hash", work);
  await expect(once("U1", "c", "other", work)).rejects.toMatchObject({ code: "key-reused" });
  await once("U2", "c", "other", work);
  expect(work.times).toBe(2);
});

it("what was refused may be tried again", async () => {
  await expect(once("U1", "d", "hash", async () => refuse("full"))).rejects.toMatchObject({ code: "full" });
  expect((await once("U1", "d", "hash", counted())).status).toBe(201);
});

it("a try that a crash cut off is taken over after a minute, a day-old answer is forgotten", async () => {
  const put = (key: string, status: number, ago: number) =>
    tx((w) =>
      w.insert(idempotency).values({
        userId: "U1",
        key,
        requestHash: "hash",
        status,
        body: { body: "old" },
        createdAt: new Date(Date.now() - ago),
      }),
    );
  await put("e", 0, 61_000);
  await put("f", 201, 25 * 3_600_000);
  await put("g", 201, 3_600_000);
  const work = counted();
  for (const key of ["e", "f"]) expect((await once("U1", key, "hash", work)).body).toEqual({ id: "A1" });
  expect((await once("U1", "g", "hash", work)).body).toBe("old");
  expect(work.times).toBe(2);
  expect(await db.$count(idempotency, eq(idempotency.status, 0))).toBe(0);
});
