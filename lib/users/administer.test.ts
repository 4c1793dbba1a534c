import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { audit, users } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { type Role, roles } from "@/db/words";
import { publicAsker } from "@/lib/access/asker";
import { isRefusal } from "@/lib/refusal/refusal";
import { grant, restore, suspend } from "@/lib/users/administer";
import { signIn } from "@/lib/users/commands";
import { askerOfSession, askerOfToken, profileOf, userFor, usersFor } from "@/lib/users/queries";
import { aUser, here, testPassword, twoCounties } from "@/lib/users/testing";
import { issueToken } from "@/lib/users/tokens";

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestDatabase();
  await twoCounties();
});
afterAll(() => close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error.code === "input" ? error.fields : error.code;
    },
  );
const anAdmin = (divisionScope = "610724") => aUser({ role: "admin", divisionScope });
const why = { why: "调离岗位" };

describe("suspending", () => {
  test("puts out at the next request, tokens too, until restored; each is written down", async () => {
    const [admin, user] = [await anAdmin(), await aUser()];
    const ticket = await signIn(user.username, testPassword, null);
    const token = await issueToken(user, { username: user.username, days: 1 });
    await suspend(admin, user.userId, why);
    expect(await askerOfSession(ticket, null)).toBeNull();
    expect(await askerOfToken(token)).toBeNull();
    expect(await codeOf(signIn(user.username, testPassword, null))).toBe("wrong-password");
    expect(await codeOf(suspend(admin, user.userId, why))).toBe("not-open");
    await restore(admin, user.userId, why);
    expect(await askerOfSession(ticket, null), "the old session stays over").toBeNull();
    expect(await askerOfToken(token)).not.toBeNull();
    const rows = await db.select().from(audit).where(eq(audit.subjectId, user.userId));
    const change = rows.find((r) => r.action === "user.suspend");
    expect(change).toMatchObject({
      userId: admin.userId,
      before: { state: "active" },
      after: { state: "suspended" },
      ...why,
    });
    expect(rows.map((r) => r.action)).toContain("user.restore");
  });

  test("needs a reason", async () => {
    const [admin, user] = [await anAdmin(), await aUser()];
    expect(await codeOf(suspend(admin, user.userId, { why: "  " }))).toEqual({ why: { code: "missing" } });
  });
});

describe("who may change whom", () => {
  test("nobody themselves", async () => {
    const admin = await anAdmin();
    const form = { role: "county", scope: "610724", version: 1, ...why };
    expect(await codeOf(suspend(admin, admin.userId, why))).toBe("own-case");
    expect(await codeOf(grant(admin, admin.userId, form))).toBe("own-case");
  });

  test("outside the area it is as if there were nobody", async () => {
    const [admin, stranger] = [await anAdmin(), await aUser({ divisionScope: "610725" })];
    const wider = await aUser({ role: "county", divisionScope: "6107" });
    const theirs = [
      stranger,
      wider,
      await aUser({ role: "enterprise", enterpriseId: "firm-there" }),
      await aUser({ role: "household", householdCode: "H-THERE" }),
    ];
    const form = { role: "county", scope: "610724", version: 1, ...why };
    for (const id of [...theirs.map((u) => u.userId), "01MISSING"]) {
      expect(await codeOf(suspend(admin, id, why))).toBe("not-found");
      expect(await codeOf(grant(admin, id, form))).toBe("not-found");
      expect(await codeOf(userFor(admin, id))).toBe("not-found");
    }
  });

  test.each(roles.filter((r) => r !== "admin"))("%s changes nobody", async (role: Role) => {
    const scope =
      role === "enterprise"
        ? { enterpriseId: "firm-here" }
        : role === "household"
          ? { householdCode: "H-HERE" }
          : {};
    const [asker, user] = [await aUser({ role, ...scope }), await aUser()];
    // An enterprise's people may shut each other's accounts (lib/enterprises); anyone else is not there for them.
    const refused = role === "enterprise" ? "not-found" : "forbidden";
    expect(await codeOf(suspend(asker, user.userId, why))).toBe(refused);
    expect(await codeOf(restore(asker, user.userId, why))).toBe(refused);
    expect(await codeOf(grant(asker, user.userId, {}))).toBe("forbidden");
    if (role !== "auditor") expect(await codeOf(userFor(asker, user.userId))).toBe("not-found");
    expect((await userFor(asker, asker.userId)).username).toBe(asker.username);
  });

  test("the public is asked to sign in", async () => {
    expect(await codeOf(suspend(publicAsker, "x", why))).toBe("sign-in-needed");
    expect(await codeOf(usersFor(publicAsker, {}))).toBe("sign-in-needed");
    expect(await codeOf(profileOf(publicAsker))).toBe("sign-in-needed");
  });
});

describe("granting", () => {
  test.each([
    ["village", here, { divisionScope: here }],
    ["town", "610724100", { divisionScope: "610724100" }],
    ["county", "610724", { divisionScope: "610724" }],
    ["auditor", "610724", { divisionScope: "610724" }],
    ["enterprise", "91610724MA00000001", { enterpriseId: "firm-here", divisionScope: null }],
    ["household", "H-HERE", { householdCode: "H-HERE", divisionScope: null }],
  ])("%s over %s ends the sessions of before", async (role, scope, expected) => {
    const [admin, user] = [await anAdmin(), await aUser()];
    const ticket = await signIn(user.username, testPassword, null);
    await grant(admin, user.userId, { role, scope, version: 1, ...why });
    expect(await askerOfSession(ticket, null)).toBeNull();
    const renewed = await signIn(user.username, testPassword, null);
    expect(await askerOfSession(renewed, null)).toMatchObject({ role, ...expected });
    const [row] = await db.select().from(users).where(eq(users.id, user.userId));
    expect(row).toMatchObject({ role, sessionVersion: 2, ...expected });
  });

  test.each([
    ["village", "610724100", "wrong"],
    ["village", "610724100299", "unknown"],
    ["town", "610724", "wrong"],
    ["county", "610725", "unknown"],
    ["admin", "61", "unknown"],
    ["admin", "610", "wrong"],
    ["enterprise", "91610725MA00000002", "unknown"],
    ["enterprise", "firm-here", "unknown"],
    ["household", "H-THERE", "unknown"],
    ["household", "' or 1=1 --", "unknown"],
  ])("%s over %s is refused", async (role, scope, code) => {
    const [admin, user] = [await anAdmin(), await aUser()];
    const refused = await codeOf(grant(admin, user.userId, { role, scope, version: 1, ...why }));
    expect(refused).toEqual({ scope: { code } });
  });

  test("of two administrators at once one wins, the other is told", async () => {
    const [one, two, user] = [await anAdmin(), await anAdmin("6107"), await aUser()];
    const form = { role: "town", scope: "610724100", version: 1, ...why };
    const answers = await Promise.all([
      codeOf(grant(one, user.userId, form)),
      codeOf(grant(two, user.userId, form)),
    ]);
    expect(answers.sort()).toEqual(["changed", "done"]);
  });
});
