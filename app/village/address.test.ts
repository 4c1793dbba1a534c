import { describe, expect, it } from "vitest";
import { listAfter, listQuery } from "@/app/village/address";

describe("the way back to the village's list", () => {
  it("asks the same again: filter, words and page", () => {
    const at = { show: "able", q: "张 大&山", cursor: "c1" };
    const back = new URL(listAfter(at, "H-1"), "http://x");
    expect(back.pathname).toBe("/village");
    expect(Object.fromEntries(back.searchParams)).toEqual({ ...at, done: "saved", row: "H-1" });
    expect(back.hash).toBe("#H-1");
  });

  it("adds nothing where nothing was asked", () => {
    expect(listQuery({})).toBe("");
    expect(listQuery({ show: "", q: "", cursor: "" })).toBe("");
  });
});
