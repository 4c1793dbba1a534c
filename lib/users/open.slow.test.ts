import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { audit } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { isRefusal } from "@/lib/refusal/refusal";
import { suspend } from "@/lib/users/administer";
import { signIn } from "@/lib/users/commands";
import { openUser, startAccount } from "@/lib/users/open";
import { askerOfSession } from "@/lib/users/queries";
import { aUser, twoCounties } from "@/lib/users/testing";
import { startCodeInGroups, startDays } from "@/lib/users/users";

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
const anAdmin = () => aUser({ role: "admin", divisionScope: "610724" });
let made = 0;
const form = (given: object = {}) => ({
  username: `new-${++made}`,
  name: "测试",
  role: "county",
  scope: "610724",
  why: "新到岗",
  ...given,
});
const passwords = { fresh: "tea and rain 9", again: "tea and rain 9" };

describe("opening an account", () => {
  test("its owner sets the password with the code, once; the code itself opens nothing", async () => {
    const admin = await anAdmin();
    const { username, code, userId } = await openUser(admin, form());
    expect(await codeOf(signIn(username, code, null))).toBe("start-code");
    const typed = startCodeInGroups(code).toLowerCase();
    expect(await codeOf(signIn(username, typed, null))).toBe("start-code");
    expect(await startAccount({ username, code: typed, ...passwords }, null)).toBe(username);
    const ticket = await signIn(username, passwords.fresh, null);
    expect(await askerOfSession(ticket, null)).toMatchObject({ role: "county", divisionScope: "610724" });
    expect(await codeOf(startAccount({ username, code, ...passwords }, null))).toEqual({
      code: { code: "wrong" },
    });
    expect(await codeOf(signIn(username, code, null))).toBe("wrong-password");
    const rows = await db.select().from(audit).where(eq(audit.subjectId, userId));
    expect(rows.map((row) => row.action)).toEqual(["user.open", "user.start", "user.sign-in", "user.try"]);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(rows[0]).toMatchObject({ userId: admin.userId, why: "新到岗" });
  });

  test("an old code, a wrong one, a stranger and a suspended account get the same answer", async () => {
    const admin = await anAdmin();
    const wrong = { code: { code: "wrong" } };
    const { username, code, userId, until } = await openUser(admin, form());
    expect(until.getTime() - Date.now()).toBeGreaterThan((startDays - 1) * 86_400_000);
    const start = (given: object, now = new Date()) =>
      codeOf(startAccount({ username, code, ...passwords, ...given }, null, now));
    expect(await start({ code: "AAAA-AAAA-AAAA" })).toEqual(wrong);
    expect(await start({ username: "nobody-at-all" })).toEqual(wrong);
    expect(await start({}, new Date(until.getTime() + 1))).toEqual(wrong);
    await suspend(admin, userId, { why: "开错了" });
    expect(await start({})).toEqual(wrong);
  });

  test("guesses cost a wait", async () => {
    const { username, code } = await openUser(await anAdmin(), form());
    for (let n = 0; n < 5; n++)
      await codeOf(startAccount({ username, code: `WRONG${n}`, ...passwords }, null));
    expect(await codeOf(startAccount({ username, code, ...passwords }, null))).toBe("too-many-tries");
  });

  test("a weak password and a slip of the finger are told apart from a wrong code", async () => {
    const { username, code } = await openUser(await anAdmin(), form());
    const start = (given: object) => codeOf(startAccount({ username, code, ...passwords, ...given }, null));
    expect(await start({ fresh: "12345678", again: "12345678" })).toHaveProperty("fresh");
    expect(await start({ again: "tea and rain 8" })).toEqual({ again: { code: "not-same" } });
    expect(await start({})).toBe("done");
  });

  test("only an administrator, only within the area, and each user name once", async () => {
    const admin = await anAdmin();
    const input = form();
    await openUser(admin, input);
    expect(await codeOf(openUser(admin, input))).toEqual({ username: { code: "taken" } });
    expect(await codeOf(openUser(admin, form({ scope: "610725" })))).toEqual({ scope: { code: "unknown" } });
    expect(await codeOf(openUser(admin, form({ scope: "6107241" })))).toEqual({ scope: { code: "wrong" } });
    expect(await codeOf(openUser(admin, form({ username: "张三" })))).toHaveProperty("username");
    expect(await codeOf(openUser(admin, form({ why: " " })))).toHaveProperty("why");
    for (const role of roles.filter((one) => one !== "admin" && one !== "household" && one !== "enterprise"))
      expect(await codeOf(openUser(await aUser({ role }), form())), role).toBe("forbidden");
  });

  test("of an enterprise or a household, known by its code", async () => {
    const admin = await anAdmin();
    expect(await codeOf(openUser(admin, form({ role: "household", scope: "none" })))).toEqual({
      scope: { code: "unknown" },
    });
    expect(await codeOf(openUser(admin, form({ role: "enterprise", scope: "none" })))).toEqual({
      scope: { code: "unknown" },
    });
  });
});
