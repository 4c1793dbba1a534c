import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db, tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { sessions, tokens, users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { mode } from "@/lib/sealing/keys";
import { hashPassword } from "@/lib/users/password";
import { prove, refuseLocked } from "@/lib/users/prove";
import { tryStranger } from "@/lib/users/strangers";
import { askerOf, isUsername, passwordProblem, startCodeOf, type Ticket } from "@/lib/users/users";

/**
 * Opens a session. Unknown names, wrong passwords and suspended users get the same answer after the same
 * work; from the fifth wrong try on, each costs a longer wait.
 * @throws Refusal `wrong-password`, `too-many-tries` (data: seconds), `start-code` (a password must be set first).
 */
export async function signIn(
  username: string,
  password: string,
  requestId: string | null,
  now = new Date(),
): Promise<Ticket> {
  const [user] = await db
    .select({
      id: users.id,
      role: users.role,
      name: users.name,
      divisionScope: users.divisionScope,
      enterpriseId: users.enterpriseId,
      householdCode: users.householdCode,
      passwordHash: users.passwordHash,
      lockedUntil: users.lockedUntil,
      startUntil: users.startUntil,
    })
    .from(users)
    .where(isUsername(username) ? eq(users.username, username) : sql`1 = 0`);
  if (!user) {
    await tryStranger(username, password, now);
    return refuse("wrong-password");
  }
  refuseLocked(user.lockedUntil, now);
  const typed = user.startUntil ? startCodeOf(password) : password;
  const ticket = await prove(user, typed, requestId, now, async (w, { sessionVersion }) => {
    if (user.startUntil) return refuse("start-code");
    const sid = newId();
    await w.insert(sessions).values({ id: sid, userId: user.id, createdAt: now });
    const asker = askerOf({ ...user, userId: user.id }, requestId);
    await record(w, asker, { action: "user.sign-in", subject: "user", subjectId: user.id }, now);
    return { sid, sessionVersion };
  });
  return ticket ?? refuse("wrong-password");
}

/** Ends one's own session; nothing happens if it has ended already. */
export async function endSession(asker: Asker, sid: string, now = new Date()): Promise<void> {
  const { userId } = asker;
  if (!userId) return;
  await tx(async (w) => {
    const ended = await w
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, sid), eq(sessions.userId, userId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id });
    if (ended.length > 0)
      await record(w, asker, { action: "user.sign-out", subject: "user", subjectId: userId }, now);
  });
}

/** Makes every session and token of a user worthless. */
async function endEverything(w: Writer, userId: string, now: Date): Promise<void> {
  await w
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, userId));
  await w
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)));
  await w
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.userId, userId), isNull(tokens.revokedAt)));
}

/** Signs the asker out on every device, this one too, and revokes their tokens. */
export async function signOutEverywhere(asker: Asker, now = new Date()): Promise<void> {
  const { userId } = asker;
  if (!userId) return refuse("sign-in-needed");
  await tx(async (w) => {
    await endEverything(w, userId, now);
    await record(w, asker, { action: "user.sign-out-everywhere", subject: "user", subjectId: userId }, now);
  });
}

const passwordChange = z.strictObject({
  old: z.string().min(1).max(1000),
  fresh: z.string(),
  again: z.string(),
});

/**
 * Sets the asker's own password and ends all their sessions and tokens; the door signs this browser in anew.
 * @returns the username.
 * @throws Refusal `input` by field (old wrong; fresh weak; again not the same), `too-many-tries`.
 */
export async function changePassword(asker: Asker, input: unknown, now = new Date()): Promise<string> {
  const { userId } = asker;
  if (!userId) return refuse("sign-in-needed");
  const { old, fresh, again } = parse(passwordChange, input);
  const [user] = await db
    .select({
      id: users.id,
      username: users.username,
      passwordHash: users.passwordHash,
      lockedUntil: users.lockedUntil,
    })
    .from(users)
    .where(eq(users.id, userId));
  if (!user) return refuse("not-found");
  const problem = passwordProblem(fresh, user.username, mode() === "live");
  if (problem) return refuseFields({ fresh: problem });
  if (fresh !== again) return refuseFields({ again: { code: "not-same" } });
  refuseLocked(user.lockedUntil, now);
  const passwordHash = await hashPassword(fresh);
  const done = await prove(user, old, asker.requestId, now, async (w) => {
    await w.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await endEverything(w, userId, now);
    await record(w, asker, { action: "user.change-password", subject: "user", subjectId: userId }, now);
    return { username: user.username };
  });
  return done ? done.username : refuseFields({ old: { code: "wrong" } });
}
