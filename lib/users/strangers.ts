import { createHash } from "node:crypto";
import { refuse } from "@/lib/refusal/refusal";
import { nobodysHash, verifyPassword } from "@/lib/users/password";
import { lockSeconds } from "@/lib/users/users";

/**
 * Wrong tries for usernames that do not exist, kept in memory so that they are answered just as those of
 * existing users are, whose tries stand in the database. At most `most` are remembered, the oldest go first.
 */
const most = 5000;
const store = globalThis as { sanjinStrangers?: Map<string, { tries: number; until: number }> };
store.sanjinStrangers ??= new Map();
const seen = store.sanjinStrangers;

const keyOf = (username: string) => createHash("sha256").update(username).digest("base64url");

/** Seconds until this name may be tried again. */
export function strangerWait(username: string, now: Date): number {
  return Math.ceil(Math.max(0, (seen.get(keyOf(username))?.until ?? 0) - now.getTime()) / 1000);
}

export function countStranger(username: string, now: Date): void {
  const key = keyOf(username);
  const tries = (seen.get(key)?.tries ?? 0) + 1;
  seen.delete(key);
  seen.set(key, { tries, until: now.getTime() + lockSeconds(tries) * 1000 });
  const [oldest] = seen.keys();
  if (seen.size > most && oldest !== undefined) seen.delete(oldest);
}

/**
 * A try at a name there is nothing to try at: the same work, the same count, the same waits as for one there is.
 * The caller then refuses it as any wrong try. @throws Refusal `too-many-tries` (data: seconds).
 */
export async function tryStranger(username: string, secret: string, now: Date): Promise<void> {
  const seconds = strangerWait(username, now);
  if (seconds > 0) refuse("too-many-tries", { seconds });
  await verifyPassword(secret, nobodysHash);
  countStranger(username, now);
}
