import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { isConstraintError } from "@/db/errors";
import { idempotency } from "@/db/schema";
import { refuse } from "@/lib/refusal/refusal";

/** What a POST answered: kept without personal data, ids and states only. */
export type Done = { status: number; body: unknown; location?: string };

const dayMs = 86_400_000;
/** A try this old that never ended was cut off by a crash; the next one with its key does the work. */
const cutOffMs = 60_000;
const underWay = 0;

/** Method, address and body, so that a key given to another request is noticed. */
export const requestHash = (request: Request, bytes: Uint8Array): string =>
  createHash("sha256")
    .update(`${request.method} ${new URL(request.url).pathname}\n`)
    .update(bytes)
    .digest("hex");

const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/**
 * Does the work once per user and key: a repeat gets the stored answer, one that comes while the first is
 * under way waits for it. Refusals are not stored: they had no effect, and the repeat may fare better.
 * @throws Refusal `key-reused` when the key came with another request, or its first try does not end.
 */
export async function once(
  userId: string,
  key: string,
  hash: string,
  work: () => Promise<Done>,
): Promise<Done> {
  const mine = and(eq(idempotency.userId, userId), eq(idempotency.key, key));
  for (let tries = 0; tries < 200; tries++) {
    if (await reserve(userId, key, hash)) {
      try {
        const done = await work();
        const body = { body: done.body, location: done.location };
        await tx((w) => w.update(idempotency).set({ status: done.status, body }).where(mine));
        return done;
      } catch (error) {
        await tx((w) => w.delete(idempotency).where(mine));
        throw error;
      }
    }
    const [row] = await db.select().from(idempotency).where(mine);
    if (!row) continue;
    if (row.requestHash !== hash) refuse("key-reused");
    if (row.status !== underWay)
      return { status: row.status, ...(row.body as { body: unknown; location?: string }) };
    await wait(50);
  }
  return refuse("key-reused");
}

/** Writes the key down before the work, after clearing what is a day old or was cut off. @returns whether it was free. */
async function reserve(userId: string, key: string, hash: string): Promise<boolean> {
  const mine = and(eq(idempotency.userId, userId), eq(idempotency.key, key));
  const ago = (ms: number) => lt(idempotency.createdAt, new Date(Date.now() - ms));
  try {
    await tx(async (w) => {
      await w.delete(idempotency).where(and(mine, ago(dayMs)));
      await w.delete(idempotency).where(and(mine, eq(idempotency.status, underWay), ago(cutOffMs)));
      await w.insert(idempotency).values({ userId, key, requestHash: hash, status: underWay, body: null });
    });
    return true;
  } catch (error) {
    if (isConstraintError(error) && error.kind === "unique") return false;
    throw error;
  }
}
