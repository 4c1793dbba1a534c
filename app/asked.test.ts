import { expect, it } from "vitest";
import { asked } from "@/app/asked";

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
