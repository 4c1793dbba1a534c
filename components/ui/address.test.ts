import { expect, it } from "vitest";
import { addressOf } from "@/components/ui/address";

it("writes an address back", () => {
  expect(addressOf("/directory", {})).toBe("/directory");
  expect(addressOf("/directory", { q: "a b&c", town: undefined, term: "long" })).toBe(
    "/directory?q=a+b%26c&term=long",
  );
});
