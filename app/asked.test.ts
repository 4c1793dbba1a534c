import { expect, it } from "vitest";
import { asked, askedCount } from "@/app/asked";

type Query = { q?: string; cursor?: string };
const from = (address: string) => {
  const params: Record<string, string | string[]> = {};
  const search = new URL(address, "http://own").searchParams;
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    params[name] = values.length > 1 ? values : values[0]!;
  }
  return asked(params as Query);
};

it("keeps what is asked once", () => expect(from("/x?q=王&cursor=01A")).toEqual({ q: "王", cursor: "01A" }));
it("takes the first of two", () => expect(from("/x?q=a&q=b")).toEqual({ q: "a" }));
it("leaves out what no database can hold", () => expect(from("/x?q=%00&cursor=a")).toEqual({ cursor: "a" }));
it("reads no books", () => expect(from(`/x?q=${"x".repeat(5000)}`).q).toHaveLength(200));

it("counts in whole numbers only", () => {
  expect(["7", "0", "050"].map(askedCount)).toEqual([7, 0, 50]);
  for (const text of ["1.5", "-1", "1e9", "Infinity", "0x10", "9".repeat(10), "", " 1", undefined])
    expect(askedCount(text), String(text)).toBe(0);
});
