import { tx } from "@/db/client";
import { newId } from "@/db/ids";
import { divisions, enterprises, households, users } from "@/db/schema";
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

/** A village of the county under test, and one of the county next to it. */
export const here = "610724100200";
export const elsewhere = "610725100200";

/** Divisions, an enterprise and a household on either side of the county's border. */
export async function twoCounties(): Promise<void> {
  const place = (code: string, name: string) => ({
    code,
    name,
    pinyin: "x",
    kind: "village" as const,
    lat: 33,
    lon: 107,
    coordSource: "test",
    accuracyKm: 1,
    officialName: name,
    edition: "test",
  });
  const firm = (id: string, creditCode: string, villageCode: string) => ({
    id,
    creditCode,
    name: id,
    pinyin: id,
    kind: "leading" as const,
    industry: "tea" as const,
    villageCode,
    legalPerson: "测试",
    contactName: "测试",
  });
  const home = (code: string, villageCode: string) => ({
    code,
    headName: "测试",
    pinyin: "ceshi",
    villageCode,
    type: "general" as const,
    status: "poor" as const,
    cause: "illness" as const,
    otherCauses: [],
  });
  await tx(async (w) => {
    await w
      .insert(divisions)
      .values([
        place(here, "此村"),
        place("610724100000", "此镇"),
        place("610724000000", "此县"),
        place(elsewhere, "别村"),
      ]);
    await w
      .insert(enterprises)
      .values([
        firm("firm-here", "91610724MA00000001", here),
        firm("firm-there", "91610725MA00000002", elsewhere),
      ]);
    await w.insert(households).values([home("H-HERE", here), home("H-THERE", elsewhere)]);
  });
}
