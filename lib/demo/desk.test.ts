import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { applications, enterprises, households, postings, projects, users } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Asker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { applyTo } from "@/lib/applications/apply";
import { moveApplication } from "@/lib/approvals/move";
import { addDays } from "@/lib/clock/clock";
import { seedDemo } from "@/lib/demo/seed";
import { listHouseholds } from "@/lib/households/queries";
import { matchOf } from "@/lib/matching/match-now";
import { isRefusal } from "@/lib/refusal/refusal";

const today = "2026-11-23";
let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
  await seedDemo({ scale: 0.02, seed: 1, today });
}, 120_000);
afterAll(() => close());

async function as(username: string): Promise<Asker> {
  const [user] = await db.select().from(users).where(eq(users.username, username));
  if (!user) throw new Error(`no account ${username}`);
  const { id, role, name, divisionScope, enterpriseId, householdCode } = user;
  return { userId: id, role, name, divisionScope, enterpriseId, householdCode, requestId: null };
}

const inState = async (enterpriseId: string | null, state: "applied" | "accepted") =>
  (
    await db
      .select({ id: applications.id, state: applications.state })
      .from(applications)
      .innerJoin(postings, eq(postings.id, applications.postingId))
      .innerJoin(projects, eq(projects.id, postings.projectId))
      .where(eq(projects.enterpriseId, enterpriseId ?? ""))
  ).filter((row) => row.state === state);

const stateOf = async (id: string) =>
  (await db.select({ state: applications.state }).from(applications).where(eq(applications.id, id)))[0]
    ?.state;

it("every seeded application moves on as a real one would", async () => {
  for (const n of ["", "2"]) {
    const enterprise = await as(`enterprise${n}`);
    const waiting = await inState(enterprise.enterpriseId, "applied");
    expect(waiting.length).toBeGreaterThanOrEqual(2);
    for (const { id } of waiting) await moveApplication(enterprise, id, { move: "accept" }, today);
    for (const { id } of await inState(enterprise.enterpriseId, "accepted")) {
      await moveApplication(await as("county2"), id, { move: "approve" }, today);
      expect(await stateOf(id)).toBe("approved");
    }
  }
  // New numbers follow those of the seed.
  expect(await finishNotices(addDays(today, 40))).toBeGreaterThanOrEqual(10);
});

it("the household of the demo applies, is taken, approved, and becomes final", async () => {
  const household = await as("household");
  const enterprise = await as("enterprise");
  const open = await db
    .select({ id: postings.id })
    .from(postings)
    .innerJoin(projects, eq(projects.id, postings.projectId))
    .where(eq(projects.enterpriseId, enterprise.enterpriseId ?? ""));
  const fits = [];
  for (const { id } of open) {
    const { posting, answer } = await matchOf(id, household.householdCode ?? "", today);
    if (posting.open && posting.kind === "job" && "score" in answer) fits.push({ id, score: answer.score });
  }
  const best = fits.sort((a, b) => b.score - a.score)[0];
  expect(best?.score).toBeGreaterThan(40);
  const wish = { posting: best?.id, household: household.householdCode, consent: { how: "own-account" } };
  const { id } = await applyTo(household, wish, today);
  await moveApplication(enterprise, id, { move: "accept" }, today);
  const refused = await moveApplication(enterprise, id, { move: "approve" }, today).catch((error) => error);
  expect(isRefusal(refused) && refused.code).toBe("forbidden");
  await moveApplication(await as("county"), id, { move: "approve" }, today);
  await finishNotices(addDays(today, 60));
  expect(await stateOf(id)).toBe("final");
});

it("villages see their own households, and names with rare characters come back whole", async () => {
  const worker = await as("village");
  const { items } = await listHouseholds(worker, {});
  expect(items.length).toBeGreaterThanOrEqual(12);
  expect(items.every((h) => h.villageCode === worker.divisionScope)).toBe(true);
  const county = await as("county");
  const rare = (await db.select({ name: households.headName }).from(households)).filter(({ name }) =>
    [...name].some((c) => (c.codePointAt(0) ?? 0) > 0xffff),
  );
  expect(rare.length).toBeGreaterThan(0);
  const found = await listHouseholds(county, { q: rare[0]?.name });
  expect(found.items.map((h) => h.headName)).toContain(rare[0]?.name);
  expect(await db.$count(enterprises, eq(enterprises.state, "verified"))).toBe(7);
});
