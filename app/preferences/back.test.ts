import { expect, it } from "vitest";
import { backTo } from "@/app/preferences/back";

const from = (referer?: string) =>
  backTo(
    new Request("http://127.0.0.1:3000/preferences", {
      method: "POST",
      headers: { host: "127.0.0.1:3000", ...(referer && { referer }) },
    }),
  );

it.each([
  ["http://127.0.0.1:3000/directory?q=%E8%8C%B6&kind=park", "/directory?q=%E8%8C%B6&kind=park"],
  ["http://127.0.0.1:3000//evil.example/x", "/evil.example/x"],
  ["http://evil.example/directory", "/"],
  ["http://127.0.0.1:3000/preferences", "/"],
  ["not an address", "/"],
  [undefined, "/"],
])("comes back from %s to %s", (referer, path) => expect(from(referer)).toBe(path));
