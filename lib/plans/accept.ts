import { and, eq, isNull, type SQL } from "drizzle-orm";
import { db, tx } from "@/db/client";
import { households, planPairs, plans } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { inDivision, permit } from "@/lib/access/scope";
import { inviteIn } from "@/lib/applications/invite";
import { record } from "@/lib/audit/commands";
import { isRefusal, refuse } from "@/lib/refusal/refusal";

/** Which rows of a plan: all, those of a village (or town), of a posting, or one. */
export type PlanPart = { village?: string; posting?: string; item?: string };

const store = globalThis as { sanjinAccepting?: Set<string> };
store.sanjinAccepting ??= new Set();
const accepting = store.sanjinAccepting;

/** Whether rows of a plan are being accepted now, in this process. */
export const isAccepting = (planId: string): boolean => accepting.has(planId);

/**
 * Accepts part of a plan: each row becomes an invitation, which still needs the household's word and goes
 * through approval. A whole county takes a while, so it goes on in the background, row by row, each in its own
 * transaction; a row that no longer fits is skipped and says why. Accepting twice does nothing twice.
 * @returns how many rows it set out to accept. @throws Refusal forbidden, not-found, not-open.
 */
export async function acceptPlan(
  asker: Asker,
  planId: string,
  part: PlanPart,
  today: string,
): Promise<{ rows: number }> {
  permit(asker, "plan", "decide");
  const [plan] = await db
    .select({ state: plans.state })
    .from(plans)
    .where(and(eq(plans.id, planId), eq(plans.divisionScope, asker.divisionScope ?? "")));
  if (!plan) return refuse("not-found");
  if (plan.state !== "done" || accepting.has(planId)) refuse("not-open", { state: plan.state });
  // Marked before anything is waited for: a double tap finds it under way.
  accepting.add(planId);
  let rows: PairRow[];
  try {
    rows = await openRows(planId, part);
  } catch (error) {
    accepting.delete(planId);
    throw error;
  }
  const work = acceptRows(asker, planId, rows, part, today).finally(() => accepting.delete(planId));
  // A handful is done when the page comes back; the rest goes on without it.
  if (rows.length <= 50) await work;
  else
    work.catch((error: unknown) =>
      console.error(`accepting a plan failed: ${error instanceof Error ? error.name : "unknown"}`),
    );
  return { rows: rows.length };
}

type PairRow = Pick<
  typeof planPairs.$inferSelect,
  "item" | "householdCode" | "postingId" | "memberId" | "parcelId" | "persons"
>;

async function openRows(planId: string, { village, posting, item }: PlanPart): Promise<PairRow[]> {
  const where: (SQL | undefined)[] = [
    eq(planPairs.planId, planId),
    isNull(planPairs.applicationId),
    isNull(planPairs.skipped),
    posting ? eq(planPairs.postingId, posting) : undefined,
    item ? eq(planPairs.item, item) : undefined,
    village ? inDivision(households.villageCode, village) : undefined,
  ];
  const { item: name, householdCode, postingId, memberId, parcelId, persons } = planPairs;
  return db
    .select({ item: name, householdCode, postingId, memberId, parcelId, persons })
    .from(planPairs)
    .innerJoin(households, eq(households.code, planPairs.householdCode))
    .where(and(...where))
    .orderBy(planPairs.item);
}

async function acceptRows(
  asker: Asker,
  planId: string,
  rows: readonly PairRow[],
  part: PlanPart,
  today: string,
): Promise<void> {
  await tx((w) =>
    record(w, asker, {
      action: "plan.accept",
      subject: "plan",
      subjectId: planId,
      after: { ...part, rows: rows.length },
    }),
  );
  for (const row of rows) await acceptRow(asker, planId, row, today);
}

async function acceptRow(asker: Asker, planId: string, row: PairRow, today: string): Promise<void> {
  const mine = and(
    eq(planPairs.planId, planId),
    eq(planPairs.item, row.item),
    isNull(planPairs.applicationId),
  );
  const wish = {
    posting: row.postingId,
    household: row.householdCode,
    ...(row.memberId && { member: row.memberId }),
    ...(row.parcelId && { parcels: [row.parcelId] }),
    ...(row.persons && { persons: row.persons }),
  };
  try {
    await tx(async (w) => {
      const applicationId = await inviteIn(w, asker, wish, today);
      await w.update(planPairs).set({ applicationId }).where(mine);
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await tx((w) => w.update(planPairs).set({ skipped: error.code }).where(mine));
  }
}
