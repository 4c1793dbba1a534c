import { expect, test } from "vitest";
import { hashPassword, nobodysHash, verifyPassword } from "@/lib/users/password";

test("a password is known again and another is not", async () => {
  const hash = await hashPassword("茶山-sanjin 2026");
  expect(hash).toMatch(/^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword("茶山-sanjin 2026", hash)).toBe(true);
  expect(await verifyPassword("茶山-sanjin 2027", hash)).toBe(false);
  expect(await verifyPassword("", hash)).toBe(false);
});

test("the same password hashes differently each time, and full-width letters are the same letters", async () => {
  const [one, two] = await Promise.all([hashPassword("abc12345"), hashPassword("abc12345")]);
  expect(one).not.toBe(two);
  expect(await verifyPassword("abc12345", one)).toBe(true);
});

test("what is not a hash equals nothing, nor does a hash that asks for too much", async () => {
  const hash = await hashPassword("abc12345");
  for (const bad of ["", "abc12345", hash.slice(0, -1), hash.replace("$15$", "$30$"), `x${hash}`])
    expect(await verifyPassword("abc12345", bad)).toBe(false);
  expect(await verifyPassword("", nobodysHash)).toBe(false);
});
