import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { profileOf, userFor, usersFor } from "@/lib/users/queries";
import { aUser, twoCounties } from "@/lib/users/testing";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  await twoCounties();
});
afterAll(() => close());

const anAdmin = (divisionScope = "610724") => aUser({ role: "admin", divisionScope });

test("the list holds what lies inside the area, without the names of households' accounts", async () => {
  const admin = await anAdmin("610725");
  const mine = [
    await aUser({ divisionScope: "610725" }),
    await aUser({ role: "enterprise", enterpriseId: "firm-there" }),
    await aUser({ role: "household", householdCode: "H-THERE", name: "不可见" }),
  ];
  const { items, total } = await usersFor(admin, { limit: 200 });
  const names = items.map((u) => u.username);
  for (const user of mine) expect(names).toContain(user.username);
  expect(total).toBe(items.length);
  expect(items.every((u) => u.divisionScope?.startsWith("610725") ?? u.divisionScope === null)).toBe(true);
  expect(items.find((u) => u.role === "household")?.name).toBeNull();
  expect(JSON.stringify(items)).not.toContain("不可见");
  expect(JSON.stringify(items)).not.toContain("scrypt");
});

test("the list pages by cursor, filters, and takes signs as letters", async () => {
  const admin = await anAdmin();
  const all = await usersFor(admin, { limit: 200 });
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await usersFor(admin, { limit: 3, cursor });
    seen.push(...page.items.map((u) => u.username));
    if (!page.next) break;
    cursor = page.next;
  }
  expect(seen).toEqual(all.items.map((u) => u.username));
  expect((await usersFor(admin, { q: admin.username })).items.map((u) => u.id)).toEqual([admin.userId]);
  expect((await usersFor(admin, { q: "%" })).total).toBe(0);
  expect((await usersFor(admin, { state: "suspended" })).items.every((u) => u.state === "suspended")).toBe(
    true,
  );
});

test("an account says where someone is", async () => {
  const admin = await anAdmin();
  const town = await aUser({ role: "town", divisionScope: "610724100" });
  expect((await userFor(admin, town.userId)).placeName).toBe("此镇");
  const own = await profileOf(await aUser({ role: "household", householdCode: "H-HERE", name: "张大山" }));
  expect(own).toMatchObject({ name: "张大山", place: "此村 H-HERE", sessions: [], tokens: 0 });
});
