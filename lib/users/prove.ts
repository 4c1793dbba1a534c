import { eq, sql } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { users } from "@/db/schema";
import { publicAsker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import { refuse } from "@/lib/refusal/refusal";
import { verifyPassword } from "@/lib/users/password";
import { lockSeconds } from "@/lib/users/users";

export type Provable = { id: string; passwordHash: string };

const waitOf = (lockedUntil: Date | null, now: Date) =>
  Math.ceil(Math.max(0, (lockedUntil?.getTime() ?? 0) - now.getTime()) / 1000);

/** @throws Refusal `too-many-tries` while nobody may try. */
export function refuseLocked(lockedUntil: Date | null, now: Date): void {
  const seconds = waitOf(lockedUntil, now);
  if (seconds > 0) refuse("too-many-tries", { seconds });
}

/**
 * Checks a password and, if it is right, does `then` in the same transaction. A wrong one is counted. The
 * lock is read again after the slow check, so that many guesses sent at once are worth no more than five.
 * @returns what `then` returns, or null for a wrong password or a suspended user.
 * @throws Refusal `too-many-tries` (data: seconds).
 */
export async function prove<T extends object>(
  user: Provable,
  plain: string,
  requestId: string | null,
  now: Date,
  then: (w: Writer, user: { sessionVersion: number }) => Promise<T>,
): Promise<T | null> {
  const right = await verifyPassword(plain, user.passwordHash);
  return tx(async (w) => {
    const [present] = await w
      .select({
        state: users.state,
        passwordHash: users.passwordHash,
        sessionVersion: users.sessionVersion,
        failedTries: users.failedTries,
        lockedUntil: users.lockedUntil,
      })
      .from(users)
      .where(eq(users.id, user.id));
    if (!present) return null;
    refuseLocked(present.lockedUntil, now);
    if (right && present.state === "active" && present.passwordHash === user.passwordHash) {
      if (present.failedTries > 0)
        await w.update(users).set({ failedTries: 0, lockedUntil: null }).where(eq(users.id, user.id));
      return then(w, present);
    }
    const tries = present.failedTries + 1;
    const seconds = lockSeconds(tries);
    const lockedUntil = seconds > 0 ? new Date(now.getTime() + seconds * 1000) : null;
    await w
      .update(users)
      .set({ failedTries: sql`${users.failedTries} + 1`, lockedUntil })
      .where(eq(users.id, user.id));
    const failed = { action: "user.try", subject: "user", subjectId: user.id, after: { tries } };
    await record(w, { ...publicAsker, requestId }, failed, now);
    return null;
  });
}
