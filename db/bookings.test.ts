import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db, tx } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { fullRows, insertFullRows } from "@/db/samples.testing";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";

/** What a household has only once, on both engines: the keys and CHECKS alone keep it, whatever the code does. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await tx(insertFullRows);
});
afterAll(() => close());

const writers = 8;
const row = <T extends (typeof fullRows)[number][0]>(table: T) =>
  fullRows.find(([t]) => t === table)![1] as never as T["$inferInsert"];
const sample = row(s.applications);

/** As many at once as there are writers. @returns how many came through; the others hit the named constraint. */
async function race(write: (i: number) => Promise<unknown>, isRefused: (error: unknown) => boolean) {
  const results = await Promise.allSettled(Array.from({ length: writers }, (_, i) => write(i)));
  for (const r of results) if (r.status === "rejected" && !isRefused(r.reason)) throw r.reason;
  return results.filter((r) => r.status === "fulfilled").length;
}

it("a month, or a share, of a person is booked once: 8 writers, 20 rounds", async () => {
  await tx((w) =>
    w.insert(s.applications).values(
      Array.from({ length: writers }, (_, i) => ({
        ...sample,
        id: `B${i}`,
        cardToken: `b${i}`,
        postingId: "P1",
        state: "rejected" as const,
        overOn: null,
      })),
    ),
  );
  for (let round = 0; round < 20; round++) {
    await tx((w) => w.delete(s.bookings));
    const slot = round % 13;
    const book = (i: number) =>
      tx((w) => w.insert(s.bookings).values({ memberId: "M1", slot, applicationId: `B${i}` }));
    const won = await race(
      book,
      (e) => isConstraintError(e) && e.kind === "unique" && e.table === "bookings",
    );
    expect(won, `round ${round}`).toBe(1);
  }
  const outside = tx((w) => w.insert(s.bookings).values({ memberId: "M1", slot: 13, applicationId: "B0" }));
  await expect(outside).rejects.toMatchObject({ constraint: "bookings_slot" });
});

it("a plot is never agreed beyond its area, nor below nothing: 8 writers, 20 rounds", async () => {
  const plot = eq(s.parcels.id, "L1");
  const move = (mu100: number) =>
    tx((w) =>
      w
        .update(s.parcels)
        .set({ agreedMu100: sql`${s.parcels.agreedMu100} + ${mu100}` })
        .where(plot),
    );
  const isAgreed = (e: unknown) => isConstraintError(e) && e.constraint === "parcels_agreed";
  for (let round = 0; round < 20; round++) {
    await tx((w) => w.update(s.parcels).set({ areaMu100: 300, agreedMu100: 0 }).where(plot));
    // Three times a hundred fit; then as many may be given back, and not one more.
    expect(await race(() => move(100), isAgreed), `round ${round}`).toBe(3);
    expect(await race(() => move(-100), isAgreed), `round ${round}`).toBe(3);
    const [left] = await db.select().from(s.parcels).where(plot);
    expect(left?.agreedMu100).toBe(0);
  }
  const shrink = tx((w) => w.update(s.parcels).set({ agreedMu100: 200, areaMu100: 199 }).where(plot));
  await expect(shrink).rejects.toMatchObject({ constraint: "parcels_agreed" });
});

it("a code made for the household's word is not typed in by who had it made", async () => {
  const own = tx((w) => w.update(s.oneTimeCodes).set({ createdBy: "U3", usedBy: "U3" }));
  await expect(own).rejects.toMatchObject({ constraint: "one_time_codes_duties" });
});

it("an application has one notice that is not withdrawn, and any number that are", async () => {
  const notice = row(s.notices);
  const again = (id: string, state: "open" | "withdrawn") =>
    tx((w) => w.insert(s.notices).values({ ...notice, id, number: id, state }));
  await again("N8", "withdrawn");
  await again("N9", "withdrawn");
  await expect(again("N10", "open")).rejects.toMatchObject({ kind: "unique", table: "notices" });
});
