import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import { policy } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { isDay } from "@/lib/clock/clock";
import { readValue } from "@/lib/policy/kinds";
import { policyKeys } from "@/lib/policy/policy";
import { policyFor } from "@/lib/policy/queries";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

const proposal = z.object({
  key: z.enum(policyKeys),
  startsOn: z.string().refine(isDay, "code:bad-date"),
  /** The document it rests on: its name and number. */
  document: z.string().trim().min(4).max(200),
});

/**
 * An officer proposes a value from a day on, with its document; it holds nothing until somebody else applies it.
 * @param typed key, startsOn, document, and the value as typed: `value`, or one field a share.
 * @returns the proposal's id. @throws Refusal forbidden, input (also a day before today, or the value that holds).
 */
export async function proposePolicy(asker: Asker, typed: unknown, today: string): Promise<{ id: string }> {
  permit(asker, "policy", "write");
  const { key, startsOn, document } = parse(proposal, typed);
  const value = readValue(key, typed);
  if (startsOn < today) refuseFields({ startsOn: { code: "in-the-past" } });
  return tx(async (w) => {
    // What would hold on that day without the proposal: to say the same again changes nothing.
    const present = await policyFor(startsOn, w);
    if (JSON.stringify(present[key]) === JSON.stringify(value)) refuse("same-value");
    const id = newId();
    await w.insert(policy).values({ id, key, value, startsOn, document, proposedBy: asker.userId });
    await record(w, asker, {
      action: "policy.propose",
      subject: "policy",
      subjectId: id,
      before: { value: present[key] },
      after: { key, value, startsOn, document },
    });
    return { id };
  });
}

const why = z.object({ reason: z.string().trim().min(2).max(500) });

/** A proposal that waits, made by somebody else. */
async function waiting(w: Writer, asker: Asker, id: string) {
  const [row] = await w.select().from(policy).where(eq(policy.id, id));
  if (!row) return refuse("not-found");
  if (row.appliedAt || row.refusedAt) refuse("not-open");
  if (row.proposedBy === asker.userId) refuse("own-case");
  return row;
}

async function settle(
  w: Writer,
  asker: Asker,
  row: typeof policy.$inferSelect,
  set: Partial<typeof policy.$inferInsert>,
  reason: string | null,
): Promise<void> {
  const changed = await w
    .update(policy)
    .set(set)
    .where(and(eq(policy.id, row.id), isNull(policy.appliedAt), isNull(policy.refusedAt)))
    .returning({ id: policy.id });
  if (changed.length === 0) refuse("not-open");
  await record(w, asker, {
    action: set.appliedAt ? "policy.apply" : "policy.refuse",
    subject: "policy",
    subjectId: row.id,
    after: { key: row.key, value: row.value, startsOn: row.startsOn, document: row.document },
    why: reason,
  });
}

/**
 * Applies what another proposed: from its day on the value holds. What was decided before keeps the old one.
 * @throws Refusal forbidden, not-found, not-open, own-case, start-past (nothing is dated back).
 */
export async function applyPolicy(asker: Asker, id: string, today: string, now = new Date()): Promise<void> {
  permit(asker, "policy", "decide");
  await tx(async (w) => {
    const row = await waiting(w, asker, id);
    if (row.startsOn < today) refuse("start-past");
    await settle(w, asker, row, { appliedBy: asker.userId, appliedAt: now }, null);
  });
}

/** Refuses a proposal, with the reason its author reads. @throws Refusal as applyPolicy; input (reason). */
export async function refusePolicy(
  asker: Asker,
  id: string,
  typed: unknown,
  now = new Date(),
): Promise<void> {
  permit(asker, "policy", "decide");
  const { reason } = parse(why, typed);
  await tx(async (w) => {
    const row = await waiting(w, asker, id);
    await settle(w, asker, row, { refusedBy: asker.userId, refusedAt: now, refusalReason: reason }, reason);
  });
}
