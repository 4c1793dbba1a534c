import { describe, expect, test } from "vitest";
import { roles } from "@/db/words";
import { homes, lockSeconds, ownPath, passwordProblem } from "@/lib/users/users";

test("four wrong tries cost nothing, the fifth half a minute, then twice as long up to a quarter of an hour", () => {
  expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 500].map(lockSeconds)).toEqual([
    0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
  ]);
});

describe("a new password", () => {
  test.each([
    ["", "missing"],
    ["short 7", "too-short"],
    ["茶山茶山茶山茶", "too-short"],
    ["x".repeat(201), "too-long"],
    ["12345678", "weak-password"],
    ["PassWord", "weak-password"],
    ["aaaaaaaa", "weak-password"],
    ["abababab", "weak-password"],
    ["my-village2-x", "weak-password"],
    ["sanjin-demo", "weak-password"],
  ])("%j is refused", (plain, code) => {
    expect(passwordProblem(plain, "village2", true)?.code).toBe(code);
  });
  test.each(["今年的茶比去年好", "tea on the hill", "𫖯仰之间皆是茶山"])("%j is fine", (plain) => {
    expect(passwordProblem(plain, "village2", true)).toBeNull();
  });
  test("the demonstration may keep its own", () => {
    expect(passwordProblem("sanjin-demo", "county", false)).toBeNull();
  });
});

describe("where to go after signing in", () => {
  test.each(["/officer", "/officer/postings/1?tab=list&x=%2F", "/"])("%s is ours", (next) => {
    expect(ownPath(next)).toBe(next);
  });
  test.each([
    null,
    "",
    "officer",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/sign-in?next=/sign-in",
    "\t//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/./\\evil.example",
  ])("%j is not", (next) => {
    const path = ownPath(next);
    expect(path === null || new URL(path, "http://own").origin === "http://own").toBe(true);
    if (path !== null) expect(path).not.toMatch(/^\/[/\\]/);
  });
});

test("a very long one is not", () => expect(ownPath(`/${"x".repeat(600)}`)).toBeNull());

test("every role has a home of its own kind", () => {
  expect(Object.keys(homes).sort()).toEqual([...roles].sort());
});
