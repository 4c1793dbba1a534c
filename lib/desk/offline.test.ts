import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, aPosting, aVillage, people, testDay } from "@/lib/applications/testing";
import { offlineList } from "@/lib/desk/offline";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

it("holds a village's own households for a day, and offers none what it has applied for already", async () => {
  const village = await aVillage();
  const [home, neighbour] = [await aHousehold({ village }), await aHousehold({ village })];
  await aHousehold();
  const [first, second] = [await aPosting(), await aPosting()];
  await aCase({ household: home, posting: first, state: "applied" });
  await aCase({ household: neighbour, posting: second, state: "invited" });
  await aCase({ household: neighbour, posting: first, state: "declined" });
  const { village: worker, county } = await people(home);
  const now = new Date("2026-11-23T08:00:00Z");
  const list = await offlineList(worker, testDay, now);
  expect(list).toMatchObject({ owner: worker.userId, goodUntil: "2026-11-24T08:00:00.000Z" });
  expect(list.postings.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
  const offered = new Map(list.households.map(({ code, fits }) => [code, fits.map((f) => f.posting).sort()]));
  expect([...offered.keys()].sort()).toEqual([home.code, neighbour.code].sort());
  expect(offered.get(home.code)).toEqual([second.id]);
  // Invited, or declined once: it may still apply.
  expect(offered.get(neighbour.code)).toEqual([first.id, second.id].sort());
  await expect(offlineList(county, testDay)).rejects.toMatchObject({ code: "forbidden" });
});
