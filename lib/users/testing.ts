import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import { users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { hashPassword } from "@/lib/users/password";
import { askerOf } from "@/lib/users/users";

type NewUser = typeof users.$inferInsert;

export const testPassword = "a password for tests";
let testHash: Promise<string> | undefined;

/** Puts a user into the test database: a county officer unless told otherwise, with `testPassword`. */
export async function aUser(
  given: Partial<NewUser> = {},
): Promise<Asker & { userId: string; username: string }> {
  testHash ??= hashPassword(testPassword);
  const id = newId();
  const placed = given.enterpriseId || given.householdCode;
  const row = {
    id,
    username: `user-${id.slice(-8).toLowerCase()}`,
    name: "测试",
    role: "county" as const,
    divisionScope: placed ? null : "610724",
    passwordHash: await testHash,
    ...given,
  };
  await tx((w) => w.insert(users).values(row));
  const scopes = { enterpriseId: row.enterpriseId ?? null, householdCode: row.householdCode ?? null };
  const who = { userId: row.id, role: row.role, name: row.name, divisionScope: row.divisionScope, ...scopes };
  return { ...askerOf(who, null), userId: row.id, username: row.username };
}
