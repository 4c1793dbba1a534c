import { randomInt } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { oneTimeCodes } from "@/db/schema";
import type { CodePurpose } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { blindIndex } from "@/lib/sealing/sealing";

/** How long a code holds, how often it may be typed, and how many a household may be given in an hour. */
const minutes = 30;
const mostTries = 5;
const mostAnHour = 5;

/** A code is six digits: only a keyed hash is kept, bound to its row, so that a stolen table tells nothing. */
const hashOf = (id: string, code: string) => blindIndex(`${id}:${code}`, "one-time-code");

/**
 * Makes a code for a household; earlier ones for the same purpose stop counting. Whoever calls has checked that
 * the asker may have one made, and hands it to nobody but the household. `unseen`: it goes out by message, so that
 * the asker, who never reads it, may type in what is read back.
 * @returns the six digits and until when they hold. @throws Refusal too-many-tries after five in an hour.
 */
export async function issueCode(
  asker: Asker,
  given: { household: string; purpose: CodePurpose; unseen?: boolean },
  now = new Date(),
): Promise<{ code: string; expiresAt: Date }> {
  const { household, purpose, unseen = false } = given;
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const id = newId();
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await tx(async (w) => {
    const mine = and(eq(oneTimeCodes.householdCode, household), eq(oneTimeCodes.purpose, purpose));
    const hourAgo = new Date(now.getTime() - 3_600_000);
    if ((await w.$count(oneTimeCodes, and(mine, gt(oneTimeCodes.createdAt, hourAgo)))) >= mostAnHour)
      refuse("too-many-tries");
    await w
      .update(oneTimeCodes)
      .set({ expiresAt: now })
      .where(and(mine, isNull(oneTimeCodes.usedAt), gt(oneTimeCodes.expiresAt, now)));
    await w.insert(oneTimeCodes).values({
      id,
      householdCode: household,
      purpose,
      codeHash: hashOf(id, code),
      expiresAt,
      createdBy: unseen ? null : asker.userId,
      createdAt: now,
    });
    await record(w, asker, {
      action: "code.issue",
      subject: "household",
      subjectId: household,
      householdCode: household,
      after: { purpose, sent: unseen },
    });
  });
  return { code, expiresAt };
}

/**
 * Compares what was typed with the household's present code. Every try counts, also of a transaction that comes
 * to nothing, so this is one of its own; after five the code is dead.
 * @returns the code's id, to be used up by `spendCode` in the transaction it is for.
 * @throws Refusal input at `field` (wrong), too-many-tries.
 */
export async function checkCode(
  given: { household: string; purpose: CodePurpose; code: string; field: string },
  now = new Date(),
): Promise<string> {
  const outcome = await tx(async (w) => {
    const [open] = await w
      .select({ id: oneTimeCodes.id, hash: oneTimeCodes.codeHash, tries: oneTimeCodes.tries })
      .from(oneTimeCodes)
      .where(
        and(
          eq(oneTimeCodes.householdCode, given.household),
          eq(oneTimeCodes.purpose, given.purpose),
          isNull(oneTimeCodes.usedAt),
          gt(oneTimeCodes.expiresAt, now),
        ),
      )
      .limit(1);
    if (!open) return "wrong";
    const counted = await w
      .update(oneTimeCodes)
      .set({ tries: sql`${oneTimeCodes.tries} + 1` })
      .where(and(eq(oneTimeCodes.id, open.id), lt(oneTimeCodes.tries, mostTries)))
      .returning({ id: oneTimeCodes.id });
    if (counted.length === 0) return "dead";
    return open.hash === hashOf(open.id, given.code.replace(/\s/g, "")) ? { id: open.id } : "wrong";
  });
  if (outcome === "dead") return refuse("too-many-tries");
  if (outcome === "wrong") return refuseFields({ [given.field]: { code: "wrong-code" } });
  return outcome.id;
}

/** Uses a code up, once. @returns who had it made; null: it went out unseen. @throws Refusal own-case when the asker had it made, changed when it was used meanwhile. */
export async function spendCode(
  w: Writer,
  asker: Asker,
  id: string,
  now = new Date(),
): Promise<{ createdBy: string | null }> {
  const [code] = await w
    .select({ createdBy: oneTimeCodes.createdBy, purpose: oneTimeCodes.purpose })
    .from(oneTimeCodes)
    .where(eq(oneTimeCodes.id, id));
  if (code?.purpose === "consent" && code.createdBy !== null && code.createdBy === asker.userId)
    refuse("own-case");
  const spent = await w
    .update(oneTimeCodes)
    .set({ usedAt: now, usedBy: asker.userId })
    .where(and(eq(oneTimeCodes.id, id), isNull(oneTimeCodes.usedAt), gt(oneTimeCodes.expiresAt, now)))
    .returning({ id: oneTimeCodes.id });
  if (spent.length === 0) refuse("changed");
  return { createdBy: code?.createdBy ?? null };
}
