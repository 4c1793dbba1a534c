import { expect, it } from "vitest";
import { chipsOf, listHref } from "@/app/admin/address";

it("keeps the filters and begins anew at the first page", () => {
  const address = { q: "村 1", role: "village", cursor: "village9" };
  expect(listHref(address, { state: "suspended" })).toBe("/admin?q=%E6%9D%91+1&role=village&state=suspended");
  expect(listHref(address, { cursor: "x&y" })).toBe("/admin?q=%E6%9D%91+1&role=village&cursor=x%26y");
  expect(listHref({}, {})).toBe("/admin");
});

it("marks the chip that is on, and all when none is", () => {
  const words = { active: "a", suspended: "s" };
  expect(chipsOf({}, "state", "all", words).map((c) => c.active)).toEqual([true, false, false]);
  expect(chipsOf({ state: "suspended" }, "state", "all", words).map((c) => c.active)).toEqual([
    false,
    false,
    true,
  ]);
});
