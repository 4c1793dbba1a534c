import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { raceForBudgets } from "@/lib/approvals/budget-race.testing";
import { verifyAudit } from "@/lib/audit/queries";

/** The short form; scripts/budget-race.ts is the campaign of 500. */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

it("8 writers, 12 rounds: no budget is overdrawn, and matching sees what is booked", async () => {
  const { done, refused } = await raceForBudgets(12, 8);
  expect(done).toBeGreaterThan(50);
  // It is a race only if somebody comes too late, and for what another holds.
  expect(refused["already-bound"] ?? 0).toBeGreaterThan(3);
  expect((await verifyAudit()).firstBad).toBeNull();
}, 120_000);
