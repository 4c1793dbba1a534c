import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { db, tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { users } from "@/db/schema";
import { roles } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { mode } from "@/lib/sealing/keys";
import { scopeOf } from "@/lib/users/administer";
import { hashPassword } from "@/lib/users/password";
import { prove, refuseLocked } from "@/lib/users/prove";
import { tryStranger } from "@/lib/users/strangers";
import {
  askerOf,
  isUsername,
  passwordProblem,
  startCodeOf,
  startDays,
  usernameInput,
} from "@/lib/users/users";

const openForm = z.strictObject({
  username: usernameInput,
  name: z.string().trim().min(1).max(30),
  role: z.enum(roles),
  /** Division prefix, enterprise credit code or household code, as the role needs. */
  scope: z.string().trim().min(1).max(40),
  why: z.string().trim().min(1).max(500),
});

/** @throws Refusal `input` when somebody has the username. */
export async function refuseTaken(w: Writer, username: string): Promise<void> {
  const [taken] = await w.select({ id: users.id }).from(users).where(eq(users.username, username));
  if (taken) refuseFields({ username: { code: "taken" } });
}

/** Without what is taken for another: 0 and O, 1, I and L. */
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const draw = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");

/**
 * Opens an account within the administrator's area. Nobody but its owner ever has its password: what the
 * administrator hands over is a starting code, which opens no session but lets a password be set, once.
 * @returns the starting code, said this once, and until when it holds.
 * @throws Refusal `forbidden`, `input` (username, name, role, scope, why).
 */
export async function openUser(
  asker: Asker,
  input: unknown,
  now = new Date(),
): Promise<{ userId: string; username: string; code: string; until: Date }> {
  // An enterprise's people open accounts of their own: lib/enterprises/people.ts.
  if (!["division", "everything"].includes(permit(asker, "user", "write").reach)) refuse("forbidden");
  const { username, name, role, scope: text, why } = parse(openForm, input);
  const [userId, code] = [newId(), draw()];
  const until = new Date(now.getTime() + startDays * 86_400_000);
  const passwordHash = await hashPassword(code);
  await tx(async (w) => {
    const scope = await scopeOf(w, asker, role, text);
    await refuseTaken(w, username);
    const row = {
      id: userId,
      username,
      name,
      role,
      ...scope,
      passwordHash,
      startUntil: until,
      createdAt: now,
    };
    await w.insert(users).values(row);
    const about = { action: "user.open", subject: "user", subjectId: userId };
    await record(w, asker, { ...about, after: { username, role, ...scope }, why }, now);
  });
  return { userId, username, code, until };
}

const startForm = z.strictObject({
  username: z.string().trim().min(1).max(64),
  code: z.string().trim().min(1).max(100),
  fresh: z.string(),
  again: z.string(),
});

/**
 * Sets the first password of an account with its starting code. A name that is nobody's, an account that has
 * a password and a wrong or old code get the same answer after the same work.
 * @returns the username, to sign in with.
 * @throws Refusal `input` by field (code wrong; fresh weak; again not the same), `too-many-tries`.
 */
export async function startAccount(
  input: unknown,
  requestId: string | null,
  now = new Date(),
): Promise<string> {
  const { username, code: typed, fresh, again } = parse(startForm, input);
  const problem = passwordProblem(fresh, username, mode() === "live");
  if (problem) return refuseFields({ fresh: problem });
  if (fresh !== again) return refuseFields({ again: { code: "not-same" } });
  const code = startCodeOf(typed);
  const wrong = () => refuseFields({ code: { code: "wrong" } });
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
    .where(eq(users.username, isUsername(username) ? username : ""));
  if (!user?.startUntil || user.startUntil <= now) {
    await tryStranger(username, code, now);
    return wrong();
  }
  refuseLocked(user.lockedUntil, now);
  const passwordHash = await hashPassword(fresh);
  const done = await prove(user, code, requestId, now, async (w) => {
    await w.update(users).set({ passwordHash, startUntil: null }).where(eq(users.id, user.id));
    const asker = askerOf({ ...user, userId: user.id }, requestId);
    await record(w, asker, { action: "user.start", subject: "user", subjectId: user.id }, now);
    return { username };
  });
  return done ? done.username : wrong();
}
