import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { agreements, applications, notices } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, aVillage, people } from "@/lib/applications/testing";
import { verifyAudit } from "@/lib/audit/queries";

/**
 * Time runs by itself, through restarts and moved clocks: a server killed in the middle of a notice, or in the
 * middle of ending many, leaves nothing out and does nothing twice.
 */

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** A server's clock on a day, on the same database. */
async function clockOn(day: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, "minute-process.testing.ts");
  const child = fork(script, { execArgv: ["--import", "tsx"], env: { ...process.env, SANJIN_TODAY: day } });
  running.push(child);
  await once(child, "message");
  return child;
}
async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}
const count = (state: "approved" | "final") => db.$count(applications, eq(applications.state, state));
/** Waits until something holds; a machine under load takes its time. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await holds()) return;
    await wait(50);
  }
  throw new Error("waited in vain");
}

it("a notice goes on through a restart, ends on its day, and stays ended when the clock is set back", async () => {
  const { id } = await aCase({ state: "approved", noticeEndsOn: "2026-12-03" });
  const stateOf = async () => (await db.select().from(applications).where(eq(applications.id, id)))[0]?.state;
  await killed(await clockOn("2026-11-28"));
  const sameDay = await clockOn("2026-12-03");
  await wait(1500);
  expect(await stateOf()).toBe("approved");
  await killed(sameDay);
  const after = await clockOn("2026-12-04");
  await until(async () => (await stateOf()) === "final");
  await killed(after);
  const [row] = await db.select().from(agreements).where(eq(agreements.applicationId, id));
  const back = await clockOn("2026-11-20");
  await wait(1500);
  expect(await stateOf()).toBe("final");
  expect(await db.select().from(agreements).where(eq(agreements.applicationId, id))).toEqual([row]);
  await killed(back);
}, 90_000);

it("killed while it ends many notices, the next start ends the rest, each once", async () => {
  const village = await aVillage();
  const enterprise = await anEnterprise({ villageCode: village });
  const posting = await aPosting({ enterprise, capacity: 100 });
  const who = await people(await aHousehold({ village }));
  const many = 60;
  for (let i = 0; i < many; i++)
    await aCase({ state: "approved", posting, who, household: await aHousehold({ village, members: 1 }) });
  const before = await count("final");
  const first = await clockOn("2027-01-04");
  await until(async () => (await count("final")) > before);
  await killed(first);
  const left = await count("approved");
  expect(left).toBeGreaterThan(0);
  await clockOn("2027-01-05");
  await until(async () => (await count("final")) === before + many);
  expect(await count("approved")).toBe(0);
  expect(await db.$count(notices, eq(notices.state, "open"))).toBe(0);
  const numbers = (await db.select({ number: agreements.number }).from(agreements)).map((a) => a.number);
  expect(new Set(numbers).size).toBe(before + many);
  expect((await verifyAudit()).firstBad).toBeNull();
}, 120_000);
