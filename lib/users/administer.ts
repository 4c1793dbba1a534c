import { and, eq, gte, isNull, like } from "drizzle-orm";
import { z } from "zod";
import { tx, type Writer } from "@/db/client";
import { divisions, enterprises, households, sessions, users } from "@/db/schema";
import { roles, type UserState } from "@/db/words";
import { type Asker, isInside } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { usersWithin } from "@/lib/users/queries";

/** The account to change, within the asker's area and never their own. */
async function load(w: Writer, asker: Asker, userId: string) {
  const [user] = await w
    .select({
      id: users.id,
      role: users.role,
      state: users.state,
      divisionScope: users.divisionScope,
      enterpriseId: users.enterpriseId,
      householdCode: users.householdCode,
      version: users.sessionVersion,
    })
    .from(users)
    .where(and(usersWithin(asker, "write"), eq(users.id, userId)));
  if (!user) return refuse("not-found");
  if (user.id === asker.userId) return refuse("own-case");
  return user;
}

/** Changes the row only if it is still as read, and ends the user's sessions: they sign in as what they now are. */
async function change(
  w: Writer,
  user: { id: string; version: number },
  set: Partial<typeof users.$inferInsert>,
  now: Date,
): Promise<void> {
  const changed = await w
    .update(users)
    .set({ ...set, sessionVersion: user.version + 1 })
    .where(and(eq(users.id, user.id), eq(users.sessionVersion, user.version)))
    .returning({ id: users.id });
  if (changed.length === 0) refuse("changed");
  await w
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, user.id), isNull(sessions.endedAt)));
}

const standing = z.strictObject({ why: z.string().trim().min(1).max(500) });

async function setState(
  asker: Asker,
  userId: string,
  input: unknown,
  to: UserState,
  now: Date,
): Promise<void> {
  permit(asker, "user", "write");
  const { why } = parse(standing, input);
  await tx(async (w) => {
    const user = await load(w, asker, userId);
    if (user.state === to) refuse("not-open", { state: user.state });
    await change(w, user, { state: to, failedTries: 0, lockedUntil: null }, now);
    const action = to === "suspended" ? "user.suspend" : "user.restore";
    const states = { before: { state: user.state }, after: { state: to } };
    await record(w, asker, { action, subject: "user", subjectId: user.id, ...states, why }, now);
  });
}

/**
 * Puts a user out at their next request and keeps them out, tokens too, until restored.
 * @throws Refusal `forbidden`, `not-found` (outside the area), `own-case`, `not-open`, `input` (why).
 */
export const suspend = (asker: Asker, userId: string, input: unknown, now = new Date()) =>
  setState(asker, userId, input, "suspended", now);

/** Lets a suspended user sign in again; see `suspend`. */
export const restore = (asker: Asker, userId: string, input: unknown, now = new Date()) =>
  setState(asker, userId, input, "active", now);

const grantForm = z.strictObject({
  role: z.enum(roles),
  /** Division prefix, enterprise credit code or household code, as the role needs. */
  scope: z.string().trim().min(1).max(40),
  why: z.string().trim().min(1).max(500),
  /** The version the form was made from. */
  version: z.coerce.number().int(),
});

/** Digits of a division scope each role may have. */
export const scopeDigits = {
  village: [12],
  town: [9],
  county: [6],
  admin: [2, 4, 6, 9, 12],
  auditor: [2, 4, 6, 9, 12],
} as const;

type Scope = { divisionScope: string | null; enterpriseId: string | null; householdCode: string | null };
const noScope: Scope = { divisionScope: null, enterpriseId: null, householdCode: null };

/** What a typed scope means for a role, if it exists within the administrator's own area. */
export async function scopeOf(
  w: Writer,
  asker: Asker,
  role: (typeof roles)[number],
  text: string,
): Promise<Scope> {
  const unknown = () => refuseFields({ scope: { code: "unknown" } });
  if (role === "enterprise") {
    const [found] = await w
      .select({ id: enterprises.id, village: enterprises.villageCode })
      .from(enterprises)
      .where(eq(enterprises.creditCode, text));
    if (!found || !isInside(asker.divisionScope, found.village)) return unknown();
    return { ...noScope, enterpriseId: found.id };
  }
  if (role === "household") {
    const [found] = await w
      .select({ code: households.code, village: households.villageCode })
      .from(households)
      .where(eq(households.code, text));
    if (!found || !isInside(asker.divisionScope, found.village)) return unknown();
    return { ...noScope, householdCode: found.code };
  }
  const digits: readonly number[] = scopeDigits[role];
  if (!/^\d+$/.test(text) || !digits.includes(text.length)) return refuseFields({ scope: { code: "wrong" } });
  if (!isInside(asker.divisionScope, text)) return unknown();
  const [inside] = await w
    .select({ code: divisions.code })
    .from(divisions)
    .where(and(gte(divisions.code, text), like(divisions.code, `${text}%`)))
    .limit(1);
  return inside ? { ...noScope, divisionScope: text } : unknown();
}

/**
 * Gives a user another role and scope and ends their sessions. Nobody grants to themselves, nor more than
 * their own area.
 * @throws Refusal `forbidden`, `not-found` (outside the area), `own-case`, `changed`, `input` (role, scope, why).
 */
export async function grant(asker: Asker, userId: string, input: unknown, now = new Date()): Promise<void> {
  // An enterprise's people may shut each other's accounts, not make somebody something else.
  if (permit(asker, "user", "write").reach !== "division") refuse("forbidden");
  const { role, scope: text, why, version } = parse(grantForm, input);
  await tx(async (w) => {
    const user = await load(w, asker, userId);
    if (user.version !== version) refuse("changed");
    const scope = await scopeOf(w, asker, role, text);
    await change(w, user, { role, ...scope }, now);
    const { divisionScope, enterpriseId, householdCode } = user;
    const before = { role: user.role, divisionScope, enterpriseId, householdCode };
    const after = { role, ...scope };
    await record(
      w,
      asker,
      { action: "user.grant", subject: "user", subjectId: user.id, before, after, why },
      now,
    );
  });
}
