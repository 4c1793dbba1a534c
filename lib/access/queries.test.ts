import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tx } from "@/db/client";
import { industries } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { untilChangedFor } from "@/lib/access/queries";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

it("remembers for whoever sees the same and for nobody else, until something is committed", async () => {
  let asked = 0;
  const figure = (asker: Partial<typeof publicAsker>, day = "2026-11-23") =>
    untilChangedFor({ ...publicAsker, ...asker }, "a figure", day, async () => ++asked);
  const officer = { role: "county", divisionScope: "610724", userId: "one" } as const;
  expect([await figure(officer), await figure({ ...officer, userId: "two" })]).toEqual([1, 1]);
  const others = [
    { ...officer, role: "town", divisionScope: "610724100" },
    { ...officer, role: "auditor" },
    { role: "enterprise", enterpriseId: "A" },
    { role: "enterprise", enterpriseId: "B" },
    { role: "household", householdCode: "H1" },
    { role: "household", householdCode: "H2" },
  ] as const;
  for (const [i, other] of others.entries()) expect(await figure(other)).toBe(i + 2);
  expect(await figure(officer)).toBe(1);
  expect(await figure(officer, "2026-11-24")).toBe(others.length + 2);
  await tx((w) => w.update(industries).set({ nameEn: "changed" }).where(eq(industries.code, "tea")));
  expect(await figure(officer, "2026-11-24")).toBe(others.length + 3);
});
