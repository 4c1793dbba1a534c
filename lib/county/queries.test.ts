import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, testDay } from "@/lib/applications/testing";
import { band } from "@/lib/county/overview";
import { countyOverview } from "@/lib/county/queries";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

it("counts people in bands of ten, downward", () => {
  expect([0, 9, 10, 14_167].map(band)).toEqual([0, 0, 10, 14_160]);
});

it("adds up what is open and who is reached, and keeps it a minute", async () => {
  const enterprise = await anEnterprise();
  const { village } = enterprise;
  await tx((w) =>
    w.insert(s.projectVillages).values({ projectId: enterprise.projectId, villageCode: village }),
  );
  await aPosting({ enterprise, capacity: 10, taken: 4 });
  await aPosting({ enterprise, kind: "land", capacity: 5000, taken: 1250 });
  await aPosting({ enterprise, kind: "equity", capacity: 30, closesOn: "2026-11-22" });
  await aPosting({ enterprise, kind: "order", taken: 400 });
  await aPosting({ enterprise, kind: "membership" });
  await aPosting({ enterprise, kind: "contract", taken: 3 });
  const suspended = await anEnterprise({ state: "suspended" });
  await aPosting({ enterprise: suspended });

  // Twelve households of one worker in a final match, three without a project.
  const full = await aPosting({ enterprise, capacity: 12 });
  for (let i = 0; i < 12; i++) {
    const household = await aHousehold({ village, members: 1 });
    await aCase({ state: "final", posting: full, household });
  }
  for (let i = 0; i < 3; i++) await aHousehold({ village, members: 1 });

  const overview = await countyOverview(testDay);
  expect(overview.needs).toEqual({
    job: { postings: 1, left: 6 },
    land: { postings: 1, left: 3750 },
    equity: { postings: 0, left: 0 },
    order: { postings: 1, left: 9_600 },
    membership: { postings: 1, left: 10 },
    contract: { postings: 1, left: 7 },
  });
  expect(overview.villages.find((v) => v.code === village)).toMatchObject({ hasProject: true, postings: 5 });
  expect(overview.withProject).toBe(1);
  expect(overview.enterprises).toBe(1);
  expect(overview.households).toEqual({ all: 15, covered: 10 });
  expect(overview.workers).toEqual({ all: 10, working: 10 });
  expect(overview.towns.find((town) => village.startsWith(town.code.slice(0, 9)))).toMatchObject({
    villages: 1,
    withProject: 1,
    needs: { job: { postings: 1, left: 6 } },
  });
  expect(JSON.stringify(overview)).not.toContain(full.id);

  await tx((w) => w.update(s.postings).set({ state: "closed" }).where(eq(s.postings.kind, "job")));
  expect((await countyOverview(testDay)).needs.job.postings).toBe(1);
  expect((await countyOverview("2026-11-24")).needs.job.postings).toBe(0);
});
