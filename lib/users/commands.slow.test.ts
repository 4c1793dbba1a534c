import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { audit, sessions, users } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemAsker } from "@/lib/access/asker";
import { isRefusal } from "@/lib/refusal/refusal";
import { changePassword, endSession, signIn, signOutEverywhere } from "@/lib/users/commands";
import { askerOfSession, askerOfToken } from "@/lib/users/queries";
import { aUser, testPassword } from "@/lib/users/testing";
import { issueToken } from "@/lib/users/tokens";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error.code === "input" ? error.fields : { code: error.code, ...error.data };
    },
  );
const actionsOf = async (userId: string) =>
  (await db.select({ action: audit.action }).from(audit).where(eq(audit.subjectId, userId))).map(
    (r) => r.action,
  );

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23) + seconds * 1000);

test("signing in opens a session that knows who asks; signing out ends it", async () => {
  const user = await aUser();
  const ticket = await signIn(user.username, testPassword, "r1");
  expect(await askerOfSession(ticket, null)).toMatchObject({
    userId: user.userId,
    role: "county",
    divisionScope: "610724",
  });
  expect(await askerOfSession({ ...ticket, sessionVersion: ticket.sessionVersion + 1 }, null)).toBeNull();
  expect(await askerOfSession({ ...ticket, sid: "01ABC" }, null)).toBeNull();
  await endSession(await aUser(), ticket.sid);
  expect(await askerOfSession(ticket, null), "someone else cannot end it").not.toBeNull();
  await endSession(user, ticket.sid);
  expect(await askerOfSession(ticket, null)).toBeNull();
  expect(await actionsOf(user.userId)).toEqual(["user.sign-in", "user.sign-out"]);
});

test("a session is over after a week", async () => {
  const user = await aUser();
  const ticket = await signIn(user.username, testPassword, null, at(0));
  expect(await askerOfSession(ticket, null, at(6.9 * 86_400))).not.toBeNull();
  expect(await askerOfSession(ticket, null, at(7.1 * 86_400))).toBeNull();
});

test("a wrong password, an unknown name and a suspended user are told the same, also while they wait", async () => {
  const user = await aUser();
  const suspended = await aUser({ state: "suspended" });
  const tries: [string, string][] = [
    [user.username, "not it"],
    [`nobody-${user.username}`, "not it"],
    [suspended.username, testPassword],
  ];
  const answers: unknown[][] = [];
  for (const [name, password] of tries) {
    const row: unknown[] = [];
    for (let i = 0; i < 5; i++) row.push(await refusalOf(signIn(name, password, null, at(i))));
    row.push(await refusalOf(signIn(name, testPassword, null, at(5))));
    row.push(await refusalOf(signIn(name, "not it", null, at(34.5))));
    answers.push(row);
  }
  expect(answers[0]).toEqual([
    ...Array(5).fill({ code: "wrong-password" }),
    { code: "too-many-tries", seconds: 29 },
    { code: "wrong-password" },
  ]);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  // The sixth wrong try costs a minute; afterwards the right password opens and clears the count.
  expect(await refusalOf(signIn(user.username, testPassword, null, at(94)))).toMatchObject({ seconds: 1 });
  await signIn(user.username, testPassword, null, at(95));
  const [row] = await db.select().from(users).where(eq(users.id, user.userId));
  expect(row).toMatchObject({ failedTries: 0, lockedUntil: null });
  expect(await actionsOf(user.userId)).toEqual([...Array(6).fill("user.try"), "user.sign-in"]);
});

test.each(["", "x\u0000y", "a".repeat(1_000_000), "' or 1=1 --", "\ud800"])(
  "%# is nobody's name",
  async (name) => {
    expect(await refusalOf(signIn(name, testPassword, null, at(0)))).toEqual({ code: "wrong-password" });
    expect(await refusalOf(signIn("nobody", name, null, at(1000)))).toEqual({ code: "wrong-password" });
  },
);

test("many guesses at once are worth no more than five", async () => {
  const user = await aUser();
  const guesses = Array.from({ length: 12 }, (_, i) => signIn(user.username, `guess ${i}`, null, at(0)));
  const right = signIn(user.username, testPassword, null, at(0));
  const answers = await Promise.all([...guesses, right].map(refusalOf));
  const codes = answers.map((a) => (typeof a === "string" ? a : (a as { code: string }).code));
  expect(codes.filter((c) => c === "wrong-password").length).toBeLessThanOrEqual(5);
  const [row] = await db.select().from(users).where(eq(users.id, user.userId));
  expect(row?.failedTries).toBeLessThanOrEqual(5);
});

test("many who sign in at once with the right password all get in", async () => {
  const user = await aUser();
  const tickets = await Promise.all(
    Array.from({ length: 8 }, () => signIn(user.username, testPassword, null)),
  );
  expect(new Set(tickets.map((t) => t.sid)).size).toBe(8);
});

test("a new password ends every session and token, and only it opens again", async () => {
  const user = await aUser();
  const ticket = await signIn(user.username, testPassword, null);
  const token = await issueToken(user, { username: user.username, days: 1 });
  const form = { old: testPassword, fresh: "another long password", again: "another long password" };
  expect(await changePassword(user, form)).toBe(user.username);
  expect(await askerOfSession(ticket, null)).toBeNull();
  expect(await askerOfToken(token)).toBeNull();
  expect(await refusalOf(signIn(user.username, testPassword, null))).toEqual({ code: "wrong-password" });
  const renewed = await signIn(user.username, form.fresh, null);
  expect(await askerOfSession(renewed, null)).toMatchObject({ userId: user.userId });
  expect(await actionsOf(user.userId)).toContain("user.change-password");
});

test("a password is not changed without the old one, nor to a weak one, and guesses are counted", async () => {
  const user = await aUser();
  const form = { old: testPassword, fresh: "another long password", again: "another long password" };
  const refused = (changed: object) => refusalOf(changePassword(user, { ...form, ...changed }));
  expect(await refused({ old: "" })).toEqual({ old: { code: "missing" } });
  expect(await refused({ fresh: "12345678" })).toMatchObject({ fresh: { code: "weak-password" } });
  expect(await refused({ again: "another" })).toEqual({ again: { code: "not-same" } });
  expect(await refused({ more: 1 })).toEqual({ more: { code: "unknown-field" } });
  for (let i = 0; i < 5; i++) expect(await refused({ old: "not it" })).toEqual({ old: { code: "wrong" } });
  expect(await refused({})).toMatchObject({ code: "too-many-tries" });
});

test("signing out everywhere ends all sessions, and no one else's", async () => {
  const [user, other] = [await aUser(), await aUser()];
  const tickets = [
    await signIn(user.username, testPassword, null),
    await signIn(user.username, testPassword, null),
  ];
  const others = await signIn(other.username, testPassword, null);
  await signOutEverywhere(user);
  for (const ticket of tickets) expect(await askerOfSession(ticket, null)).toBeNull();
  expect(await askerOfSession(others, null)).not.toBeNull();
  expect(await db.$count(sessions, eq(sessions.userId, user.userId))).toBe(2);
});

test("a token is its user's role and scope until it is over, and only its hash is kept", async () => {
  const user = await aUser({ role: "village", divisionScope: "610724100200" });
  const token = await issueToken(systemAsker, { username: user.username, days: "2" }, at(0));
  expect(token).toMatch(/^sanjin_[\w-]{43}$/);
  expect(await askerOfToken(token, "r9", at(86_400))).toMatchObject({
    role: "village",
    divisionScope: "610724100200",
    requestId: "r9",
  });
  expect(await askerOfToken(token, null, at(2 * 86_400 + 1))).toBeNull();
  for (const other of ["", token.slice(0, -1), `${token}x`]) expect(await askerOfToken(other)).toBeNull();
  const rows = JSON.stringify(await db.select().from(audit));
  expect(rows).not.toContain(token);
});

test("tokens are for oneself, or from the command line for anyone who is active", async () => {
  const [user, other] = [await aUser({ role: "admin" }), await aUser({ state: "suspended" })];
  expect(await refusalOf(issueToken(user, { username: other.username, days: 1 }))).toEqual({
    code: "forbidden",
  });
  expect(await refusalOf(issueToken(user, { username: "nobody", days: 1 }))).toEqual({ code: "forbidden" });
  expect(await refusalOf(issueToken(systemAsker, { username: "nobody", days: 1 }))).toEqual({
    code: "not-found",
  });
  expect(await refusalOf(issueToken(systemAsker, { username: other.username, days: 1 }))).toEqual({
    code: "forbidden",
  });
  expect(await refusalOf(issueToken(user, { username: user.username, days: 0 }))).toMatchObject({
    days: { code: "too-small" },
  });
});
